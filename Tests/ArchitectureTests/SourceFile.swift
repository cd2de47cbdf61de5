import Foundation

/// One Swift file of the repository.
struct SourceFile: Sendable {
    /// The folder under `Sources` or `Tests` that it belongs to.
    let target: String
    /// Its path from the repository's root.
    let path: String
    let lines: [Substring]
    /// The lines without comments and without what stands in string literals.
    let codeLines: [Substring]
    /// How many lines it has; a line end at the end begins no other line.
    let lineCount: Int
    private let code: String

    init(target: String, path: String, text: String) {
        self.target = target
        self.path = path
        code = CodeScan.code(of: text)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        codeLines = code.split(separator: "\n", omittingEmptySubsequences: false)
        lineCount = lines.count - (text.hasSuffix("\n") ? 1 : 0)
    }

    /// A finding at a line, as editors read it.
    func finding(_ line: Int, _ words: String) -> String { "\(path):\(line): \(words)" }

    /// Findings for each place in the code where a word stands that begins no longer name.
    func findings(of word: String, _ reason: String) -> [String] {
        // Most files do not hold it, and this is quick to tell.
        guard code.range(of: word) != nil else { return [] }
        return codeLines.enumerated().compactMap { number, line in
            line.holds(word) ? finding(number + 1, "`\(word)`: \(reason)") : nil
        }
    }
}

extension Substring {
    /// Whether a text stands here without a letter, digit or underscore before it.
    fileprivate func holds(_ text: String) -> Bool {
        var rest = self
        while let range = rest.firstRange(of: text) {
            let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
            if !(before.isLetter || before.isNumber || before == "_") { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }
}

/// The repository, found from this file.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let sources = files(in: "Sources")
    static let tests = files(in: "Tests")

    /// The folders right below one, sorted.
    static func folders(in folder: String) throws -> [String] {
        let url = root.appendingPathComponent(folder)
        return try FileManager.default.contentsOfDirectory(atPath: url.path).filter { name in
            var isFolder: ObjCBool = false
            let path = url.appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                && isFolder.boolValue
        }.sorted()
    }

    /// The text of a file, by its path from the root; empty if it can't be read.
    static func text(of path: String) -> String {
        let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path)
        return String(decoding: data ?? Data(), as: UTF8.self)
    }

    private static func files(in folder: String) -> [SourceFile] {
        let base = root.appendingPathComponent(folder)
        let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
        return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            guard let data = FileManager.default.contents(atPath: base.path + "/" + path) else {
                return nil
            }
            return SourceFile(
                target: String(path.prefix { $0 != "/" }), path: "\(folder)/\(path)",
                text: String(decoding: data, as: UTF8.self))
        }
    }
}
