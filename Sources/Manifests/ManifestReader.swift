package import Vocabulary

/// What came of reading a manifest.
package struct ManifestReading: Sendable {
    /// nil when there are errors.
    package let manifest: Manifest?
    /// In order.
    package let diagnostics: [Diagnostic]
    /// The files that were read, the root first and the included ones in order.
    package let sources: [(path: String, bytes: [UInt8])]
    let secrets: SecretPlaces

    /// The same files by their names for excerpts: three asterisks stand for what may be a secret.
    /// Made when it is asked for, since most manifests have no mistakes.
    package var excerptSources: [String: [UInt8]] {
        let masked = sources.map { ($0.path, secrets.masking($0.bytes, of: $0.path)) }
        return Dictionary(masked, uniquingKeysWith: { first, _ in first })
    }
}

/// Reads a manifest: the root file and what it includes.
package enum ManifestReader {
    /// - Parameters:
    ///   - root: The root file's path, as messages show it and as `files` reads it.
    ///   - variables: What `--var` gives. After an error the values are checked here and now, so that
    ///     all mistakes are told at once; nil leaves variables without a value alone then.
    ///   - limits: How large each file may be.
    package static func read(
        root: String, files: ManifestFiles, variables: [String: String]? = nil,
        limits: YAMLLimits = YAMLLimits()
    ) -> ManifestReading {
        var assembly = ManifestAssembly(root: root, files: files, limits: limits)
        assembly.readAll()
        return assembly.reading(variables: variables)
    }
}
