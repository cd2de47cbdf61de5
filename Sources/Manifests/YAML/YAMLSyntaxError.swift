import CLibYAML
import Vocabulary

extension YAMLReader {
    /// The error at which libyaml stopped, its words put as a person would say it.
    func syntaxError() -> Stop {
        let state = parser.pointee
        let words = state.problem.map { String(cString: $0) } ?? ""
        if state.error == YAML_READER_ERROR { return encodingError(state, words) }
        if state.error == YAML_MEMORY_ERROR {
            return Stop(
                diagnostic: Diagnostic(
                    .error, .yamlTooLarge,
                    detail: "There is not enough memory to read it.",
                    at: SourceLocation(file: file, line: 1, column: 1)))
        }
        let mark = state.problem_mark
        if let unquoted = unquotedExpression(near: [mark, state.context_mark]) { return unquoted }
        if let key = keyWithoutColon(state, words) {
            return Stop(
                diagnostic: Diagnostic(
                    .error, .yamlSyntax,
                    detail: meaning(of: "could not find expected ':'", at: mark), at: key))
        }
        let place = location(mark, mark)
        var related: [Diagnostic.Related] = []
        let context = state.context.map { String(cString: $0) } ?? ""
        if let opened = Self.openings.first(where: { context.contains($0.words) }),
            state.context_mark.index < mark.index
        {
            let start = location(state.context_mark, state.context_mark)
            related = [.init(start, opened.meaning)]
        }
        return Stop(
            diagnostic: Diagnostic(
                .error, .yamlSyntax,
                detail: meaning(of: words, at: mark), at: place, related: related))
    }

    /// The error at a filter that YAML can't read and that quotes would fix.
    private func unquotedExpression(near marks: [yaml_mark_t]) -> Stop? {
        let text = Array(input[..<input.count])
        for number in Set(marks.flatMap { [$0.line, max(0, $0.line - 1)] }).sorted() {
            let line = line(number)
            guard let advice = QuotingAdvice(syntaxErrorOn: number, line: line, in: text) else {
                continue
            }
            return Stop(
                diagnostic: Diagnostic(
                    .error, .yamlUnquoted, detail: advice.detail,
                    at: wholeLine(number), commands: advice.corrected.map { [$0] } ?? []))
        }
        return nil
    }

    /// Where the key stands whose colon is missing; nil for another error. libyaml notices only at
    /// the line below.
    private func keyWithoutColon(_ state: yaml_parser_t, _ words: String) -> SourceLocation? {
        if words.contains("could not find expected ':'"), state.context != nil {
            return wholeLine(state.context_mark.line)
        }
        // The line above and the beginning of this one were taken for one text.
        guard words.contains("mapping values are not allowed") else { return nil }
        let number = state.problem_mark.line
        guard number > 0 else { return nil }
        let (above, below) = (line(number - 1), line(number))
        let space = UInt8(ascii: " ")
        let isWithin = above.prefix { $0 == space }.count <= below.prefix { $0 == space }.count
        let isKey = above.allSatisfy {
            Address.isKey(String(UnicodeScalar($0))) || $0 == space || $0 == UInt8(ascii: "\r")
        }
        let hasWord = above.contains { Address.isKey(String(UnicodeScalar($0))) }
        return isWithin && isKey && hasWord ? wholeLine(number - 1) : nil
    }

    /// What stands on a line, counted from 0, without the spaces around it.
    private func wholeLine(_ number: Int) -> SourceLocation {
        let text = line(number)
        let indentation = text.prefix { $0 == UInt8(ascii: " ") }.count
        let characters = String(decoding: text, as: UTF8.self).unicodeScalars
        var end = yaml_mark_t(index: 0, line: number, column: characters.count)
        if characters.last == "\r" { end.column -= 1 }
        return location(yaml_mark_t(index: 0, line: number, column: indentation), end)
    }

    /// The error at bytes that are no text, at the lead of the sequence that is broken there.
    private func encodingError(_ state: yaml_parser_t, _ words: String) -> Stop {
        var offset = min(state.problem_offset, input.count - 1)
        let rule: Rule
        let detail: String
        if words.contains("control characters"), let value = UInt32(exactly: state.problem_value) {
            rule = .yamlControlCharacter
            detail =
                "U+" + hexadecimal(value, digits: 4) + " is no text. Remove it; in double quotes it"
                + " can be written as an escape."
        } else {
            for step in 1...3 where offset >= step && input[offset - step] >= 0xC0 {
                if sequenceLength(input[offset - step]) > step { offset -= step }
                break
            }
            rule = .yamlEncoding
            detail =
                "The byte 0x" + hexadecimal(UInt32(input[offset]), digits: 2)
                + " does not start a UTF-8 character here. Save the file as UTF-8."
        }
        let position = input[..<offset].endPosition
        let place = SourceLocation(file: file, line: position.line, column: position.column)
        return Stop(
            diagnostic: Diagnostic(.error, rule, detail: detail, at: place))
    }

    /// How many bytes a UTF-8 sequence with this lead has.
    private func sequenceLength(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    private func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private func meaning(of words: String, at mark: yaml_mark_t) -> String {
        let line = line(mark.line)
        let indentation = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if indentation.contains(UInt8(ascii: "\t")) {
            return "A tab cannot indent YAML; use spaces."
        }
        // libyaml counts characters, not bytes.
        let characters = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
        if mark.column > 0, mark.column < characters.count,
            characters[mark.column - 1] == "$", characters[mark.column] == "{"
        {
            return "Within braces or brackets, a text with ${…} needs quotes: \"${var.NAME}\"."
        }
        if let known = Self.meanings.first(where: { words.contains($0.words) }) {
            return known.meaning
        }
        return "The YAML reader says: \(words)."
    }

    /// The bytes of one line, counted from 0, without its end.
    func line(_ number: Int) -> [UInt8] {
        guard number + 1 < lineStarts.count else { return [] }
        return Array(input[lineStarts[number]..<(lineStarts[number + 1] - 1)])
    }

    /// What libyaml was within, by its words.
    private static let openings: [(words: String, meaning: String)] = [
        ("quoted scalar", "The text in quotes starts here."),
        ("flow sequence", "The list in brackets starts here."),
        ("flow mapping", "The mapping in braces starts here."),
        ("block collection", "The list starts here."),
        ("block mapping", "The mapping starts here."),
        ("simple key", "The key starts here."),
        ("block scalar", "The text block starts here."),
    ]

    /// libyaml's words, and what went wrong in all likelihood.
    private static let meanings: [(words: String, meaning: String)] = [
        (
            "character that cannot start any token",
            "A value cannot start with this character. Put the value in quotes."
        ),
        (
            "mapping values are not allowed",
            "A colon is not possible here. Either the line is indented deeper than the ones around"
                + " it, or a value that holds \": \" needs quotes."
        ),
        (
            "could not find expected ':'",
            "A key without its colon. Either the colon is missing, or the line is indented less than"
                + " the text that it belongs to."
        ),
        (
            "did not find expected key",
            "Expected a key here. The line's indentation does not fit the lines above it, or a quote"
                + " or a bracket was closed too early."
        ),
        (
            "did not find expected '-' indicator",
            "Expected another list item here, starting with \"- \". The line's indentation does not"
                + " fit the lines above it."
        ),
        (
            "did not find expected ',' or ']'",
            "Expected a comma or the closing bracket of the list here."
        ),
        (
            "did not find expected ',' or '}'",
            "Expected a comma or the closing brace of the mapping here."
        ),
        ("unexpected end of stream", "The file ends before the closing quote."),
        ("unexpected document indicator", "The document ends before the closing quote."),
        (
            "expected alphabetic or numeric character",
            "A value that starts with * or & must be in quotes, such as \"*.example.com\"."
        ),
        (
            "unknown escape character",
            "In double quotes a backslash starts an escape, and this one is unknown. Double the"
                + " backslash, or use single quotes."
        ),
        (
            "block sequence entries are not allowed",
            "A list item is not possible here. Put the list on a line of its own, below its key."
        ),
        ("block mapping keys are not allowed", "A key is not possible here."),
        (
            "expected <document start>",
            "Something follows the end of the document. The line's indentation does not fit the"
                + " lines above it."
        ),
        ("tab character", "A tab cannot indent YAML; use spaces."),
        (
            "undefined tag handle",
            "This YAML tag is unknown. A text that starts with ! needs quotes."
        ),
        ("found unknown directive", "A line that starts with % is a directive that is unknown."),
        ("did not find expected node content", "Expected a value here."),
    ]
}
