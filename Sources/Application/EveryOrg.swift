package import Kinds
import Manifests
package import Vocabulary

/// The manifest as it is for each of its orgs, or for the one that the settings name. Reads neither
/// an org nor a secret.
package struct EveryOrg: Sendable {
    private let reading: ManifestReading
    package let orgs: [(name: String, declarations: [ResourceDeclaration])]
    package let diagnostics: [Diagnostic]
    /// The files for excerpts of them.
    package var sources: [String: [UInt8]] { reading.excerptSources }

    package init(_ installation: Installation) throws(ApplicationError) {
        let settings = installation.settings
        reading = try installation.manifestReading()
        var diagnostics = reading.diagnostics
        var orgs: [(name: String, declarations: [ResourceDeclaration])] = []
        if let manifest = reading.manifest {
            for org in manifest.orgs where settings.org == nil || settings.org == org.name {
                let lowered = manifest.declarations(for: org, variables: settings.variables)
                orgs.append((org.name, lowered.resources))
                for diagnostic in lowered.diagnostics where !diagnostics.contains(diagnostic) {
                    diagnostics.append(diagnostic)
                }
            }
            if orgs.isEmpty, case .unclear(let problem) = manifest.organisation(named: settings.org)
            {
                diagnostics.append(problem)
            }
        }
        self.orgs = orgs
        self.diagnostics = diagnostics
    }

    /// The addresses of what the orgs have, sorted.
    package var addresses: [Address] {
        Set(orgs.flatMap { $0.declarations.map(\.address) }).sorted()
    }
}
