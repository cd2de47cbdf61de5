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

/// A failure as text, in the form of a diagnostic without a place.
package func renderError(_ explanation: Explanation, style: TextStyle) -> String {
    style.text(
        [.line("\("error:", .removed) \(explanation.summary, .heading)")] + explanation.details)
}

extension Explanation {
    /// The text below the summary.
    var details: [TextBlock] {
        lines.flatMap { TextBlock.prose($0, indent: 2) } + [.commands(commands)]
    }

    /// The failure in full the first time, because many changes often fail for one reason.
    func details(told: inout Set<Explanation>, withSummary: Bool) -> [TextBlock] {
        guard told.insert(self).inserted else {
            return [.line("For the same reason as above.", indent: 2)]
        }
        return (withSummary ? [.paragraph("\(summary)", indent: 2)] : []) + details
    }
}

/// The text as one word of a POSIX shell, for commands that are shown to be pasted.
package func shellWord(_ text: String) -> String {
    let isPlain =
        !text.isEmpty
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "_.-/:=,+@%".utf8.contains(byte)
            }
        }
    if isPlain { return text }
    return "'"
        + text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
}
