/// A failure in plain words: what happened, what more is known, what to run.
package struct Explanation: Hashable, Sendable {
    /// One short sentence.
    package var summary: String
    /// Full sentences and what Okta said, a paragraph each; may hold text from outside.
    package var lines: [String]
    package var commands: [String]

    package init(_ summary: String, _ lines: [String] = [], commands: [String] = []) {
        self.summary = summary
        self.lines = lines
        self.commands = commands
    }
}

/// A failure as a block of text, as a diagnostic without a place looks.
package func renderError(_ explanation: Explanation, style: TextStyle) -> String {
    text(
        [
            style.paint("error:", .removed) + " "
                + style.paint(style.visible(explanation.summary), .heading)
        ] + detailLines(explanation, style: style))
}

/// What stands below the summary, indented.
func detailLines(_ explanation: Explanation, style: TextStyle) -> [String] {
    explanation.lines.flatMap { style.wrapped($0, indent: 2) }
        + commandLines(explanation.commands, style: style)
}
