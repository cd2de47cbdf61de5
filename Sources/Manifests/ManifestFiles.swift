/// Why a file of a manifest cannot be read.
package enum ManifestFileError: Error, Hashable, Sendable {
    case missing
    /// There is one, and reading it failed for this reason, in words.
    case unreadable(String)
}

/// How the reader gets at files.
package struct ManifestFiles: Sendable {
    /// The bytes of a file. Its path is the root file's as given to the reader, or one that stands
    /// relative to the root file's folder, put after that folder.
    package var read: @Sendable (String) -> Result<[UInt8], ManifestFileError>
    /// The paths that match an include pattern, sorted. The pattern is as written, relative to the
    /// root file's folder unless it is absolute, and so are the paths. No match is an empty list; a
    /// folder that cannot be searched is an error.
    package var glob: @Sendable (String) -> Result<[String], ManifestFileError>

    package init(
        read: @escaping @Sendable (String) -> Result<[UInt8], ManifestFileError>,
        glob: @escaping @Sendable (String) -> Result<[String], ManifestFileError>
    ) {
        self.read = read
        self.glob = glob
    }
}
