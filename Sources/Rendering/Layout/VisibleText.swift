import JSON

extension TextStyle {
    /// A text from outside, safe to print on one line: what a terminal would obey, and what nobody
    /// would see, is written out, as in `\u{1b}`.
    ///
    /// Names and URLs come from the org, where others write them. An escape sequence could rewrite
    /// the screen above it, a bidirectional mark could make a URL read backwards, and two names that
    /// differ by an invisible character would look the same.
    package func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars { result += visible(scalar) }
        return result
    }

    /// One scalar, as it is or written out.
    func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case " "..."~": String(scalar)
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default:
            scalar.isVisible && unicode
                ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
}

/// The text in quotes. Quotes and backslashes in it are escaped, so its end is certain.
func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
    }
    return result + "\""
}
