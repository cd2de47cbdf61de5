package import Kinds
package import Vocabulary

/// What a manifest says, for all its orgs: its own mistakes are found, its variables not yet
/// replaced.
package struct Manifest: Sendable {
    /// In the order of the file; never empty.
    package internal(set) var orgs: [OrgDeclaration] = []
    package internal(set) var state: StateDeclaration
    package internal(set) var policy = Policy()
    package internal(set) var relocations = Relocations()
    var endpoints: [String: EndpointDeclaration] = [:]
    /// In the order of the files.
    var resources: [ResourceSource] = []
    /// The files, for places within a text.
    var sources: [(path: String, bytes: [UInt8])] = []
    /// Where nothing of the files is shown.
    var secrets = SecretPlaces()

    /// Every address that is declared, for whichever org, sorted.
    package var addresses: [Address] { resources.map(\.address).sorted() }

    /// The resources with `prevent_destroy` and where they are declared, whatever their `orgs` say:
    /// one that no longer belongs to an org is protected in it all the same.
    package var protected: [Address: SourceLocation] {
        let places = resources.filter(\.lifecycle.preventDestroy).map { ($0.address, $0.location) }
        return Dictionary(places, uniquingKeysWith: { first, _ in first })
    }
}

/// Which of a manifest's orgs is meant.
package enum OrgChoice: Hashable, Sendable {
    case org(OrgDeclaration)
    /// There is none of that name, or none was named and there are several.
    case unclear(Diagnostic)
}

extension Manifest {
    /// The org of a name; without one the manifest's only org.
    package func organisation(named name: String?) -> OrgChoice {
        let names = orgs.map(\.name)
        guard let name else {
            if let only = orgs.first, orgs.count == 1 { return .org(only) }
            return .unclear(
                Diagnostic(
                    .error, .orgRequired,
                    detail: "This needs --org; the manifest has \(listed(names))."))
        }
        if let org = orgs.first(where: { $0.name == name }) { return .org(org) }
        let near = nearestName(to: name, among: names)
        return .unclear(
            Diagnostic(
                .error, .unknownOrg,
                detail: "The manifest has no org \(quoted(name)). "
                    + (near.map { "Did you mean \(quoted($0))?" } ?? "It has \(listed(names)).")))
    }

    /// What the manifest declares for one org, sorted by address, and what is wrong with it there.
    /// After an error the resources are incomplete and must not be used.
    ///
    /// Of several orgs, a finding that does not depend on the org is the same value for each.
    ///
    /// - Parameter variables: laid over the org's own.
    package func declarations(
        for org: OrgDeclaration, variables: [String: String]
    ) -> (resources: [ResourceDeclaration], diagnostics: [Diagnostic]) {
        var lowering = Lowering(manifest: self, org: org, variables: variables)
        let resources = lowering.resources()
        return (resources, lowering.findings.inOrder)
    }
}
