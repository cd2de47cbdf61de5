import CLibYAML
import Vocabulary

/// The advice to quote a value that YAML reads as something else.
///
/// A filter such as `! (event.actor.id eq 'a')` or `x.?[id ne #root.y]` is a valid expression, but
/// not a valid unquoted YAML value: YAML takes characters of it as syntax.
struct QuotingAdvice {
    /// The YAML syntax that was found in the value, as a clause: `an unquoted ! as a tag`.
    let syntax: String
    /// The line to write instead, without its indentation; nil if the line may hold a secret or
    /// isn't a single key with its value.
    let corrected: String?

    /// The advice in full sentences.
    var detail: String {
        "YAML reads \(syntax), not as part of the value. Put the value in quotes, or on a line of"
            + " its own after \"|\"."
    }

    /// Advice for a line on which YAML syntax was found.
    init(syntax: String, line: [UInt8]) {
        self.syntax = syntax
        corrected = KeyedLine(line).flatMap { $0.isShown ? $0.corrected : nil }
    }

    /// Advice for a syntax error on a line; nil if quoting the line's value doesn't fix the error.
    ///
    /// - Parameter input: the whole file.
    init?(syntaxErrorOn number: Int, line: [UInt8], in input: [UInt8]) {
        guard line.count <= 10_000, let keyed = KeyedLine(line), keyed.isExpression,
            let syntax = keyed.syntax
        else { return nil }
        let lines = input.split(
            maxSplits: number + 1, omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: "\n") })
        guard number < lines.count else { return nil }
        var changed = lines
        changed[number] = (keyed.prefix + Array(keyed.corrected.utf8))[...]
        let text = Array(changed.joined(separator: [UInt8(ascii: "\n")]))
        if let next = Self.firstSyntaxError(in: text), next <= number { return nil }
        self.syntax = syntax
        corrected = keyed.corrected
    }

    /// The line, counted from 0, of the first syntax error in a file; nil if there is none.
    private static func firstSyntaxError(in text: [UInt8]) -> Int? {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return 0 }
        defer { yaml_parser_delete(&parser) }
        return text.withUnsafeBufferPointer { bytes in
            yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else {
                    return parser.problem_mark.line
                }
                let isEnd = event.type == YAML_STREAM_END_EVENT
                yaml_event_delete(&event)
                if isEnd { return nil }
            }
        }
    }
}

/// A line of a block mapping: a key and the text after its colon.
struct KeyedLine {
    /// The indentation, and the dash of a list item.
    let prefix: [UInt8]
    let key: String
    /// The text after the colon, without a comment and surrounding spaces.
    let value: String

    init?(_ line: [UInt8]) {
        let text = String(decoding: line, as: UTF8.self).unicodeScalars
        var start = text.startIndex
        while start < text.endIndex, text[start] == " " || text[start] == "-" {
            start = text.index(after: start)
        }
        guard let colon = text[start...].firstIndex(of: ":") else { return nil }
        let after = text.index(after: colon)
        guard after < text.endIndex, text[after] == " ", colon > start else { return nil }
        let key = String(text[start..<colon])
        let isPlain = key.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || $0 == "_" || $0 == "." || $0 == "-"
        }
        guard isPlain else { return nil }
        self.key = key
        prefix = Array(String(text[..<start]).utf8)
        value = Self.withoutComment(String(text[after...]))
        if value.isEmpty { return nil }
    }

    /// Whether the key is an event type, whose value is a filter.
    var isExpression: Bool { Self.isEventType(key) }

    /// Whether a message may show the value: no secret belongs under these keys.
    var isShown: Bool { isExpression || key == "name" || key == "description" }

    static func isEventType(_ key: String) -> Bool {
        key.utf8.contains(UInt8(ascii: ".")) && key.utf8.first != UInt8(ascii: ".")
    }

    /// The line with its value in quotes, without the indentation.
    var corrected: String {
        let hasSingle = value.unicodeScalars.contains("'")
        let isVisible = value.unicodeScalars.allSatisfy(YAMLScalarText.isVisible)
        return "\(key): " + (hasSingle || !isVisible ? doubleQuoted(value) : "'\(value)'")
    }

    /// The YAML syntax in the value that makes it something else than the text that it seems to be.
    var syntax: String? {
        let scalars = Array(value.unicodeScalars)
        switch scalars[0] {
        case "!": return "an unquoted ! as a tag"
        case "&": return "an unquoted & as an anchor"
        case "*": return "an unquoted * as an alias"
        case "{": return "an unquoted { as the start of a mapping"
        case "[": return "an unquoted [ as the start of a list"
        case "'", "\"": return "a quote at the start as the start of a quoted value"
        case "|", ">": return "an unquoted \(scalars[0]) as the start of a block"
        case "%": return "an unquoted % as a directive"
        case "@", "`": return "an unquoted \(scalars[0]) as a reserved character"
        case "?" where scalars.count > 1 && scalars[1] == " ":
            return "an unquoted ? as the start of a key"
        case "-" where scalars.count > 1 && scalars[1] == " ":
            return "an unquoted - as the start of a list item"
        default: break
        }
        for (scalar, next) in zip(scalars, scalars.dropFirst()) {
            if scalar == ":", next == " " { return "an unquoted \": \" as the end of a key" }
            if scalar == " ", next == "#" { return "an unquoted \" #\" as the start of a comment" }
        }
        return scalars.last == ":" ? "an unquoted : at the end as the end of a key" : nil
    }

    /// A comment has a space on both sides of its `#`; `#root` belongs to an expression.
    private static func withoutComment(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        if scalars.last == "\r" { scalars.removeLast() }
        for place in scalars.indices.dropFirst() where scalars[place] == "#" {
            let isLast = place + 1 == scalars.count
            if scalars[place - 1] == " ", isLast || scalars[place + 1] == " " {
                scalars.removeSubrange(place...)
                break
            }
        }
        while scalars.last == " " { scalars.removeLast() }
        var result = ""
        result.unicodeScalars.append(contentsOf: scalars.drop { $0 == " " })
        return result
    }
}

extension YAMLReader {
    mutating func note(_ advice: QuotingAdvice, at mark: yaml_mark_t) {
        noted.append(
            Diagnostic(
                .error, .yamlUnquoted, detail: advice.detail,
                at: location(mark, mark), commands: advice.corrected.map { [$0] } ?? []))
    }

    mutating func noteCutValues(in text: ArraySlice<UInt8>) {
        for value in cutValues.cut(in: text) {
            let line = line(value.end.line - 1)
            let advice = QuotingAdvice(
                syntax: "an unquoted \" #\" as the start of a comment", line: line)
            let isFilter = value.key.map(KeyedLine.isEventType) ?? false
            noted.append(
                Diagnostic(
                    isFilter ? .error : .warning, .yamlComment,
                    detail: advice.detail, at: value.location,
                    commands: advice.corrected.map { [$0] } ?? []))
        }
    }

    mutating func noteUnusedAnchors() {
        for (name, place) in unusedAnchors.sorted(by: { $0.value < $1.value }) {
            let advice = QuotingAdvice(
                syntax: "&\(name) as an anchor", line: line(place.line - 1))
            noted.append(
                Diagnostic(
                    .warning, .yamlAnchor, detail: advice.detail,
                    at: place, commands: advice.corrected.map { [$0] } ?? []))
        }
    }
}
