import Kinds
import Manifests
import Vocabulary

/// The manifest as it is for each of its orgs, or for the one that the options name. Nothing is asked
/// of an org or for a secret.
struct EveryOrg {
    private let reading: ManifestReading
    let orgs: [(name: String, declarations: [ResourceDeclaration])]
    let diagnostics: [Diagnostic]
    /// The files for excerpts of them.
    var sources: [String: [UInt8]] { reading.excerptSources }

    init(_ options: GlobalOptions) throws {
        let variables = try options.variableValues()
        reading = try Workspace.read(options)
        var diagnostics = reading.diagnostics
        var orgs: [(name: String, declarations: [ResourceDeclaration])] = []
        if let manifest = reading.manifest {
            for org in manifest.orgs where options.org == nil || options.org == org.name {
                let lowered = manifest.declarations(for: org, variables: variables)
                orgs.append((org.name, lowered.resources))
                for diagnostic in lowered.diagnostics where !diagnostics.contains(diagnostic) {
                    diagnostics.append(diagnostic)
                }
            }
            if orgs.isEmpty, case .unclear(let problem) = manifest.organisation(named: options.org)
            {
                diagnostics.append(problem)
            }
        }
        self.orgs = orgs
        self.diagnostics = diagnostics
    }

    /// The addresses of what the orgs have, sorted.
    var addresses: [Address] {
        Set(orgs.flatMap { $0.declarations.map(\.address) }).sorted()
    }
}
