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
    case table(TextTable, indent: Int = 0)
    /// A line of a source file with carets.
    case excerpt(SourceExcerpt)
    /// Commands to run, each alone on its line, ready to be copied.
    case commands([String])

    /// A text whose own line ends begin paragraphs, such as the detail of a diagnostic. A line end in
    /// any other block is escaped, so a value can't add lines to the output.
    static func prose(_ text: String, indent: Int = 0) -> [TextBlock] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            .paragraph("\(String($0))", indent: indent)
        }
    }

    static var blank: TextBlock { .line("") }

    static func heading(_ text: String) -> TextBlock { .line(StyledText(text, .heading)) }
}

extension TextStyle {
    /// The blocks as text, safe to print, which ends with a line end; no blocks are no text.
    func text(_ blocks: [TextBlock]) -> String {
        blocks.flatMap(lines).map { $0 + "\n" }.joined()
    }

    func lines(_ block: TextBlock) -> [String] {
        switch block {
        case .line(let text, let indent):
            let line = line(text)
            return [line.isEmpty ? "" : String(repeating: " ", count: indent) + line]
        case .paragraph(let text, let mark, let indent):
            return paragraph(text, mark: mark, indent: indent)
        case .rows(let rows, let indent):
            return AttributeRowText(style: self, indent: indent).lines(rows)
        case .table(let table, let indent):
            let margin = String(repeating: " ", count: indent)
            return table.lines(self).map { margin + $0 }
        case .excerpt(let excerpt): return excerpt.lines(self)
        case .commands(let commands): return commands.map { "      " + visible($0) }
        }
    }
}
