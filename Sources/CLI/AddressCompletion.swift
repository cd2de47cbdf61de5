import Glibc
import Manifests
import Vocabulary

/// What a shell offers where an address is to be typed: those of the manifest that the command line
/// means, none when it cannot be read.
enum AddressCompletion {
    /// - Parameter words: the command line so far.
    static func addresses(for words: [String]) -> [String] {
        if let folder = value(of: ["-C"], in: words), chdir(folder) != 0 { return [] }
        let root = value(of: ["-f", "--file"], in: words) ?? ManifestDisk.standardRoot
        guard DiskFiles.exists(root) else { return [] }
        let reading = ManifestReader.read(root: root, files: ManifestDisk.files(for: root))
        return reading.manifest?.addresses.map(\.description) ?? []
    }

    private static func value(of names: [String], in words: [String]) -> String? {
        guard let place = words.lastIndex(where: names.contains), place + 1 < words.count else {
            return nil
        }
        return words[place + 1]
    }
}
