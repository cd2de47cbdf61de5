package import Kinds
package import Planning
package import Ports
package import State
import Vocabulary

/// Looks at one org so that it can be compared with another: one list call a kind, and no writes. No
/// secret of the manifest is asked for, since each org has its own.
package struct CompareOperation: Sendable {
    private let org: any OrgReader
    private let knowledge: SecretKnowledge

    package init(org: any OrgReader, knowledge: SecretKnowledge) {
        self.org = org
        self.knowledge = knowledge
    }

    /// - Parameter kinds: those to ask for, so that both orgs are asked for the same.
    package func run(
        name: String, url: String, declarations: [ResourceDeclaration], snapshot: Snapshot,
        kinds: [ResourceKind]
    ) async throws(OrgError) -> ComparedOrg {
        let objects = try await org.listing(of: kinds).get()
        let desired = declarations.map { Self.desired($0, snapshot) }
        let view = MaskedView(
            masking: Masking(knowledge: knowledge), desired: desired, snapshot: snapshot)
        let masked = await view.masked(objects, recorded: snapshot)
        return ComparedOrg(
            name: name, url: url, desired: desired, recorded: masked.recorded, live: masked.live)
    }

    /// The kinds that are declared or recorded for any of several orgs.
    package static func kinds(
        of orgs: [(declarations: [ResourceDeclaration], snapshot: Snapshot)]
    ) -> [ResourceKind] {
        let names = orgs.reduce(into: Set<String>()) { names, org in
            names.formUnion(org.declarations.map(\.kind.name))
            names.formUnion(org.snapshot.resources.keys.map(\.kind))
        }
        return KindRegistry.all.filter { names.contains($0.name) }
    }

    /// A declaration with the recorded fingerprint for each secret.
    private static func desired(
        _ declaration: ResourceDeclaration, _ snapshot: Snapshot
    ) -> DesiredResource {
        let recorded = snapshot.resources[declaration.address]?.attributes
        var attributes = Attributes()
        for (path, value) in declaration.values {
            switch value {
            case .plain(let value): attributes[path] = value
            case .secret:
                let known = recorded?[path]
                attributes[path] = known?.isSensitive == true ? known : .unknown
            }
        }
        return DesiredResource(
            kind: declaration.kind, address: declaration.address, attributes: attributes,
            declared: declaration.declared, verify: declaration.verify,
            lifecycle: declaration.lifecycle, location: declaration.location)
    }
}
