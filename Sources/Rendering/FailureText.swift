package import Vocabulary

/// A failure as text, in the form of a diagnostic without a location.
package func renderFailure(_ diagnostic: Diagnostic, style: TextStyle) -> String {
    style.text(
        [.line("\("error:", .removed) \(diagnostic.summary, .heading)")] + diagnostic.details)
}

extension Diagnostic {
    /// The text below the summary of a failure.
    var details: [TextBlock] { paragraphs + [.commands(commands)] }

    /// The detail and the notes.
    var paragraphs: [TextBlock] {
        ([detail] + notes).filter { !$0.isEmpty }.flatMap { TextBlock.prose($0, indent: 2) }
    }

    /// The failure in full the first time, because many changes often fail for one reason.
    func details(told: inout Set<Diagnostic>, withSummary: Bool) -> [TextBlock] {
        guard told.insert(self).inserted else {
            return [.line("For the same reason as above.", indent: 2)]
        }
        return (withSummary ? [.paragraph("\(summary).", indent: 2)] : []) + details
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
