/// Reads the parts of a header value that has structure: tokens, quoted strings, signs.
struct HeaderScanner {
    private var rest: Substring.UnicodeScalarView

    init(_ value: String) { rest = Substring(value).unicodeScalars }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

    /// Steps over a sign, blanks before it included; false when something else is next.
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == sign else { return false }
        rest.removeFirst()
        return true
    }

    /// What stands up to the nearest of some signs.
    mutating func text(before signs: Set<Unicode.Scalar>) -> String {
        let text = rest.prefix { !signs.contains($0) }
        rest = rest[text.endIndex...]
        return String(text)
    }

    /// The value after a `=`: a quoted string without its quotes, or all up to the next separator.
    mutating func value() -> String {
        guard take("\"") else { return text(before: [",", ";", " ", "\t"]) }
        var value = ""
        while let scalar = rest.popFirst(), scalar != "\"" {
            let isEscape = scalar == "\\"
            if let literal = isEscape ? rest.popFirst() : scalar {
                value.unicodeScalars.append(literal)
            }
        }
        return value
    }
}
