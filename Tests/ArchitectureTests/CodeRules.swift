import Foundation

/// What may not stand in the code of a file, and the few files that have a reason.
enum CodeRules {
    /// Of pure targets: clock, ids, environment and files come in as values.
    static let impure =
        [
            "FileManager", "ProcessInfo", "Date()", "Date.now", "UUID()", "getenv", "open(",
            "fopen(",
            "readLine(",
        ] + speech

    /// Of all but the programs, whose output is theirs alone.
    static let speech = ["print(", "debugPrint(", "dump("]
    static let programs: Set<String> = ["CLI", "Lab"]

    /// The folder that makes text safe to print and colors it. Everything else hands it values.
    static let layout = "Sources/Rendering/Layout/"

    static let unsafe = ["try!", "as!", "fatalError("]

    /// A test that is switched off or expected to fail proves nothing, and looks as if it did.
    static let dishonest = [".disabled(", "withKnownIssue", "XCTest"]

    /// Files that may hold what others may not, and why.
    static let unsafeWithReason: [String: String] = [
        "Sources/Cryptography/SHA256Digest.swift":
            "a libcrypto without SHA-256 leaves nothing to go on with"
    ]

    /// Files that may be longer than others, and why.
    static let longWithReason: [String: String] = [
        "Sources/Catalog/EventTypeData.swift": "data: Okta's catalogue, one line a type",
        "Sources/Vocabulary/Rule.swift": "data: the rule catalog",
    ]

    static let mostLines = 300

    static func impurities(in file: SourceFile) -> [String] {
        impure.flatMap { file.findings(of: $0, "a pure target takes it as a value") }
    }

    static func talk(in file: SourceFile) -> [String] {
        speech.flatMap { file.findings(of: $0, "only a program writes to the terminal") }
    }

    /// Escaping and coloring, in string interpolations too.
    static func styling(in file: SourceFile) -> [String] {
        file.lines.enumerated().compactMap { number, line in
            [".visible(", ".paint("].contains { line.contains($0) }
                ? file.finding(number + 1, "only \(layout) escapes and colors text") : nil
        }
    }

    static func dangers(in file: SourceFile) -> [String] {
        unsafe.flatMap { file.findings(of: $0, "a failure is thrown and told") }
    }

    static func dishonesties(in file: SourceFile) -> [String] {
        dishonest.flatMap { file.findings(of: $0, "a test runs, and passes or fails") }
    }

    /// A file's length, when it is too much.
    static func length(of file: SourceFile) -> [String] {
        file.lineCount > mostLines
            ? [file.finding(mostLines + 1, "longer than \(mostLines) lines: split it by idea")] : []
    }

    /// Names that say nothing of what is in a file.
    static func emptyNames(in file: SourceFile) -> [String] {
        let name = file.path.split(separator: "/").last ?? ""
        return ["Util", "Helper", "Manager", "Common", "V2"].filter { name.contains($0) }
            .map { file.finding(1, "`\($0)` says nothing: name the file for what it holds") }
    }

    /// `public`, which is for others than ourselves.
    static func publicity(in file: SourceFile) -> [String] {
        ["public ", "open class"].flatMap { file.findings(of: $0, "the widest access is package") }
    }

    /// Notes to self that nobody else will find.
    static func notes(in file: SourceFile) -> [String] {
        file.lines.enumerated().compactMap { number, line in
            guard let comment = line.range(of: "//") else { return nil }
            let words = line[comment.upperBound...].split { !$0.isLetter }
            return words.contains("TODO") || words.contains("FIXME")
                ? file.finding(number + 1, "what is left to do stands in an issue") : nil
        }
    }

    /// A type of the module's own name, behind which the module's other names cannot be reached.
    static func namesakes(in file: SourceFile) -> [String] {
        ["struct", "class", "enum", "actor", "protocol", "typealias"].flatMap { word in
            file.codeLines.enumerated().compactMap { number, line in
                let parts = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
                guard let place = parts.firstIndex(of: Substring(word)), place + 1 < parts.count,
                    parts[place + 1] == file.target
                else { return nil }
                return file.finding(number + 1, "a type is named like its module")
            }
        }
    }
}
