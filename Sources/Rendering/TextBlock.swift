import Vocabulary

/// A part of a text document, as a value: what is on its lines, not how they look.
///
/// A document's text renderer makes blocks from its view. Escaping, color, and line breaks are done in
/// `TextStyle.text(_:)` and nowhere else.
enum TextBlock: Hashable {
    /// One line, however long.
    case line(StyledText, indent: Int = 0)
    /// Running text, broken between words; the mark, such as `2.`, is before the first line.
    case paragraph(StyledText, mark: String = "", indent: Int = 0)
    /// Attributes in columns: sign, label, value.
    case rows([AttributeRow], indent: Int)
    case table(TextTable)
    /// Commands to run, each alone on its line, ready to be copied.
    case commands([String])

    static var blank: TextBlock { .line("") }

    static func heading(_ text: String) -> TextBlock { .line(StyledText(text, .heading)) }
}

extension TextStyle {
    /// The blocks as text, safe to print, which ends with a line end; no blocks are no text.
    func text(_ blocks: [TextBlock]) -> String { Rendering.text(blocks.flatMap(lines)) }

    func lines(_ block: TextBlock) -> [String] {
        switch block {
        case .line(let text, let indent):
            let line = line(text)
            return [line.isEmpty ? "" : String(repeating: " ", count: indent) + line]
        case .paragraph(let text, let mark, let indent):
            return paragraph(text, mark: mark, indent: indent)
        case .rows(let rows, let indent):
            return AttributeRowText(style: self, indent: indent).lines(rows)
        case .table(let table): return table.lines(style: self)
        case .commands(let commands): return commandLines(commands, style: self)
        }
    }
}
