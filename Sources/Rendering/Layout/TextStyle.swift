/// How text for people looks: with colour or without, how wide, and in which characters.
///
/// Colour only decorates. The same text without it says the same, so nothing is told by colour alone.
package struct TextStyle: Hashable, Sendable {
    /// What a stretch of text means; the colour follows from it.
    package enum Role: Hashable, Sendable {
        case added, removed, changed, heading, faint
    }

    package var color: Bool
    /// Columns; running text is wrapped at them.
    package var width: Int
    /// Whether characters beyond ASCII may be written; if not, those of values are shown escaped.
    package var unicode: Bool

    package init(color: Bool = false, width: Int = 80, unicode: Bool = true) {
        self.color = color
        self.width = width
        self.unicode = unicode
    }

    /// The text in the colour of its role; the text itself where there is no colour.
    package func paint(_ text: String, _ role: Role) -> String {
        guard color, !text.isEmpty else { return text }
        let code =
            switch role {
            case .added: "32"
            case .removed: "31"
            case .changed: "33"
            case .heading: "1"
            case .faint: "2"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

extension TextStyle {
    /// Between a value before and the value after.
    var arrow: String { unicode ? "→" : "->" }
    /// Where something was cut away.
    var ellipsis: String { unicode ? "…" : "..." }
    /// What is shown of a secret.
    var mask: String { unicode ? "‹secret›" : "(secret)" }
}
