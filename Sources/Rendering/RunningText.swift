extension TextStyle {
    /// A text from anywhere as lines of at most the style's width, each indented. It is made visible,
    /// broken between words only, and where it has line ends of its own.
    func wrapped(_ text: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        for paragraph in text.unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            var line = ""
            for word in paragraph.split(separator: " ") {
                let word = visible(String(word))
                if !line.isEmpty, indent + displayWidth(line) + 1 + displayWidth(word) > width {
                    lines.append(margin + line)
                    line = ""
                }
                line += line.isEmpty ? word : " " + word
            }
            lines.append(line.isEmpty ? "" : margin + line)
        }
        return lines
    }

    /// The same, with a mark such as `2.` before the first line and the others aligned under its text.
    func wrapped(_ text: String, mark: String, indent: Int) -> [String] {
        var lines = wrapped(text, indent: indent + displayWidth(mark) + 1)
        guard let first = lines.first else { return [] }
        lines[0] =
            String(repeating: " ", count: indent) + mark + " "
            + String(first.drop(while: { $0 == " " }))
        return lines
    }
}

/// A sentence from anywhere, safe to print, broken between words at the style's width.
package func renderSentence(_ sentence: String, style: TextStyle) -> String {
    text(style.wrapped(sentence, indent: 0))
}

/// A count and its noun: `1 error`, `2 errors`.
func quantity(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// Lines as a text that ends with a line end; no lines are no text.
func text(_ lines: [String]) -> String {
    lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
}
