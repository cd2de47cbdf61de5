import Cryptography
package import Kinds
package import Manifests
package import Vocabulary

/// The manifest, free of errors and lowered for the org that was chosen.
package struct Workspace: Sendable {
    package let manifest: Manifest
    package let org: OrgDeclaration
    package let declarations: [ResourceDeclaration]
    package let warnings: [Diagnostic]
    /// SHA-256 over every file of the manifest, the org's name, and the values given to it.
    package let digest: String
    private let reading: ManifestReading

    /// The manifest's files for excerpts, without anything that may be a secret.
    package var sources: [String: [UInt8]] { reading.excerptSources }

    init(
        _ reading: ManifestReading, org name: String?, variables: [String: String],
        needsResources: Bool
    ) throws(ApplicationError) {
        guard let manifest = reading.manifest, !reading.diagnostics.hasErrors else {
            throw .findings(reading.diagnostics, sources: reading.excerptSources)
        }
        switch manifest.organisation(named: name) {
        case .unclear(let problem): throw .findings([problem], sources: reading.excerptSources)
        case .org(let org): self.org = org
        }
        var declarations: [ResourceDeclaration] = []
        var diagnostics = reading.diagnostics
        if needsResources {
            let lowered = manifest.declarations(for: org, variables: variables)
            declarations = lowered.resources
            diagnostics += lowered.diagnostics
        }
        guard !diagnostics.hasErrors else {
            throw .findings(diagnostics, sources: reading.excerptSources)
        }
        self.manifest = manifest
        self.reading = reading
        self.declarations = declarations
        warnings = diagnostics
        digest = Self.digest(reading.sources, org: org.name, variables)
    }

    private static func digest(
        _ sources: [(path: String, bytes: [UInt8])], org: String, _ variables: [String: String]
    ) -> String {
        var bytes: [UInt8] = []
        func add(_ part: [UInt8]) {
            bytes += Array("\(part.count):".utf8)
            bytes += part
        }
        add(Array(org.utf8))
        for (name, value) in variables.sorted(by: { $0.key < $1.key }) {
            add(Array("\(name)=\(value)".utf8))
        }
        for source in sources { add(source.bytes) }
        return SHA256Digest.hex(of: bytes)
    }
}
