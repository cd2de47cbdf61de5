import Foundation

/// The text in every secret of these tests. Nothing that the program writes may hold it.
enum Sentinel {
    static let text = "sentinel-7f3a"
    static let token = "\(text)-token"

    /// The sentinel, and what it looks like inside Base64 at each of its three alignments.
    private static let forms: [Data] =
        [Data(text.utf8)]
        + (0..<3).map { shift in
            let padded = Data(repeating: 0x20, count: shift) + Data(text.utf8)
            let encoded = padded.base64EncodedString()
            let first = shift == 0 ? 0 : shift + 1
            let whole = (shift + text.utf8.count) * 8 / 6
            return Data(encoded.utf8.prefix(whole).dropFirst(first))
        }

    static func isIn(_ bytes: Data) -> Bool { forms.contains { bytes.range(of: $0) != nil } }

    static func isIn(_ text: String) -> Bool { isIn(Data(text.utf8)) }

    /// The files below a folder that hold a secret, but for those that are meant to.
    static func leaks(below folder: String, except known: Set<String> = []) throws -> [String] {
        let files = FileManager.default.subpaths(atPath: folder) ?? []
        return try files.sorted().filter { path in
            guard !known.contains(path) else { return false }
            let full = "\(folder)/\(path)"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) else {
                return isIn(path)
            }
            if isIn(path) || isFolder.boolValue { return isIn(path) }
            return isIn(try Data(contentsOf: URL(fileURLWithPath: full)))
        }
    }
}
