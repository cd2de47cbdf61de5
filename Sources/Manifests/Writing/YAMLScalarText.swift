/// Texts as YAML scalars that every reader takes for the same text, quoted only where they must be.
enum YAMLScalarText {
    enum Place {
        /// After a key or a dash, to the end of the line.
        case block
        /// Within brackets or braces, or as a key.
        case flow
    }

    /// A text on one line.
    static func inline(_ text: String, _ place: Place) -> String {
        guard text.unicodeScalars.allSatisfy(isVisible) else { return doubleQuoted(text) }
        if isPlain(text, place) { return text }
        // Where a text holds quotes of the one sort, those of the other leave it readable.
        let needsEscapes = text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
        return needsEscapes && !text.unicodeScalars.contains("'")
            ? "'\(text)'" : doubleQuoted(text)
    }

    /// A text that may take several lines: those of a literal block, where its lines are such.
    static func block(_ text: String, margin: String) -> String {
        var lines = text.unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1 else { return inline(text, .block) }
        // A line end at the end is kept by the block itself.
        let endsLine = lines.last?.isEmpty == true
        if endsLine { lines.removeLast() }
        let isBlock =
            lines.first?.first.map { $0 != " " } == true && lines.last?.isEmpty == false
            && lines.allSatisfy { $0.last != " " && $0.allSatisfy(isVisible) }
        guard isBlock else { return inline(text, .block) }
        return (endsLine ? "|" : "|-")
            + lines.map { $0.isEmpty ? "\n" : "\n" + margin + String($0) }.joined()
    }

    /// Whether a character is seen as it is: no line end, and nothing that hides or reorders others.
    static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse,
            .surrogate, .unassigned:
            return false
        default: return true
        }
    }

    /// Whether a visible text means itself without quotes, to readers of YAML 1.1 too.
    private static func isPlain(_ text: String, _ place: Place) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last,
            !"-?:,[]{}#&*!|>'\"%@`=~ ".unicodeScalars.contains(first), last != " ", last != ":",
            !first.properties.isGraphemeExtend, !isSpecialWord(text), !looksLikeNumber(scalars)
        else { return false }
        for (scalar, next) in zip(scalars, scalars.dropFirst()) {
            if scalar == ":" && next == " " || scalar == " " && next == "#" { return false }
        }
        return place == .block || !scalars.contains { ":,[]{}".unicodeScalars.contains($0) }
    }

    /// Whether YAML, of one version or another, takes a word for something other than a text.
    private static func isSpecialWord(_ text: String) -> Bool {
        ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<"]
            .contains(text.lowercased())
    }

    /// Whether a text begins as numbers and dates do. Only versions such as `1.0.0` may stand so.
    private static func looksLikeNumber(_ scalars: [Unicode.Scalar]) -> Bool {
        guard let first = scalars.first, "+-.0123456789".unicodeScalars.contains(first) else {
            return false
        }
        let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
        let isVersion =
            parts.count == 3
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) }
            }
        return !isVersion
    }
}

/// A text as a YAML scalar in double quotes, in which nothing is hidden.
func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case _ where YAMLScalarText.isVisible(scalar): result.unicodeScalars.append(scalar)
        default: result += escape(scalar)
        }
    }
    return result + "\""
}

private func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (mark, count) =
        switch scalar.value {
        case ...0xFF: ("x", 2)
        case ...0xFFFF: ("u", 4)
        default: ("U", 8)
        }
    return "\\\(mark)" + String(repeating: "0", count: count - digits.count) + digits
}
