import Foundation

/// A test case in `Scripts/`: commands on top, files and expected output below.
///
/// A command stands on one line: words parted by blanks, `'…'` for a word with blanks in which
/// nothing is replaced, `"…"` for one in which `$NAME` is, `#` for the rest of a line to be left out.
/// A line may begin with `!` (the command has to fail) or `exit N` (with exactly this code).
/// See `ScriptRun` for the commands.
struct Script {
    struct Line {
        enum Expectation: Equatable {
            case success
            /// Any failure.
            case failure
            case exit(Int32)
        }

        let number: Int
        let source: String
        let expectation: Expectation
        let words: [Word]
    }

    /// A word of a line, in parts that are taken as they are or have variables in them.
    struct Word {
        var parts: [(text: String, isLiteral: Bool)] = []
    }

    let name: String
    let path: URL
    let lines: [Line]
    let archive: Txtar

    init(_ path: URL) throws {
        self.path = path
        name = path.deletingPathExtension().lastPathComponent
        archive = Txtar(try String(contentsOf: path, encoding: .utf8))
        lines = try archive.head.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated().compactMap { try Self.line(String($0.element), number: $0.offset + 1) }
    }

    /// All of `Scripts/`, sorted by name.
    static func names() -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: Repository.scripts, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "txtar" }
            .map { $0.deletingPathExtension().lastPathComponent }.sorted()
    }

    private static func line(_ source: String, number: Int) throws -> Line? {
        var words = try words(of: source, number: number)
        var expectation = Line.Expectation.success
        if words.first?.bare == "!" {
            expectation = .failure
            words.removeFirst()
        } else if words.first?.bare == "exit", words.count > 2 {
            guard let code = words[1].bare.flatMap({ Int32($0) }) else {
                throw Trouble("line \(number): exit takes a number")
            }
            expectation = .exit(code)
            words.removeFirst(2)
        }
        guard !words.isEmpty else { return nil }
        return Line(number: number, source: source, expectation: expectation, words: words)
    }

    private static func words(of source: String, number: Int) throws -> [Word] {
        var words: [Word] = []
        var word: Word?
        var quote: Character?
        var text = ""
        func part(isLiteral: Bool) {
            guard word != nil || !text.isEmpty || isLiteral else { return }
            word = word ?? Word()
            word?.parts.append((text, isLiteral))
            text = ""
        }
        for character in source {
            if let open = quote {
                if character == open {
                    word = word ?? Word()
                    part(isLiteral: open == "'")
                    quote = nil
                } else {
                    text.append(character)
                }
            } else if character == "'" || character == "\"" {
                part(isLiteral: false)
                quote = character
            } else if character == " " || character == "\t" {
                part(isLiteral: false)
                if let word { words.append(word) }
                word = nil
            } else if character == "#", word == nil, text.isEmpty {
                break
            } else {
                text.append(character)
            }
        }
        guard quote == nil else { throw Trouble("line \(number): a quote is not closed") }
        part(isLiteral: false)
        if let word { words.append(word) }
        return words
    }
}

extension Script.Word {
    /// The word, if it has no quotes.
    var bare: String? { parts.count == 1 && !parts[0].isLiteral ? parts[0].text : nil }

    /// The word with the variables' values in it; a variable that has none is trouble.
    func expanded(_ variables: [String: String]) throws -> String {
        try parts.map { part in
            part.isLiteral ? part.text : try Self.expand(part.text, variables)
        }.joined()
    }

    private static func expand(_ text: String, _ variables: [String: String]) throws -> String {
        var result = ""
        var rest = text[...]
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            let name = rest[rest.index(after: dollar)...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
            }
            rest = rest[name.endIndex...]
            if name.isEmpty {
                result += "$"
            } else if let value = variables[String(name)] {
                result += value
            } else {
                throw Trouble("$\(name) has no value")
            }
        }
        return result + rest
    }
}
