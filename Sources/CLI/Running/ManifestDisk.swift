import Manifests

/// The manifest's files on disk.
enum ManifestDisk {
    /// The manifest's path if none is given.
    static let standardRoot = "tenterhook.yaml"

    /// The files of the manifest with this root.
    static func files(for root: String) -> ManifestFiles {
        let folder = folder(of: root)
        return ManifestFiles(
            read: read,
            glob: { pattern in
                let isWhole = pattern.hasPrefix("/") || folder.isEmpty
                let prefix = isWhole ? "" : "\(folder)/"
                do throws(FileProblem) {
                    let paths = try DiskFiles.matching(DiskFiles.escaped(prefix) + pattern)
                    return .success(paths.map { String($0.dropFirst(prefix.count)) })
                } catch {
                    return .failure(.unreadable(error.words))
                }
            })
    }

    @Sendable
    static func read(_ path: String) -> Result<[UInt8], ManifestFileError> {
        DiskFiles.read(path).mapError { problem in
            problem.isMissing ? .missing : .unreadable(problem.words)
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
