/// A table in columns as wide as they need to be, two spaces apart.
struct TextTable: Hashable {
    /// Empty for none.
    var headings: [String] = []
    /// The columns that hold numbers, which are aligned at the right.
    var numbers: Set<Int> = []
    var rows: [[StyledText]] = []

    /// The number of terminal columns that the widest line takes at most.
    func width(_ style: TextStyle) -> Int {
        let widths = columnWidths(style)
        return widths.reduce(0, +) + 2 * (widths.count - 1)
    }

    private func columnWidths(_ style: TextStyle) -> [Int] {
        var widths = headings.map(displayWidth)
        for row in rows {
            widths += Array(repeating: 0, count: max(0, row.count - widths.count))
            for (column, cell) in row.enumerated() {
                widths[column] = max(widths[column], style.columns(of: cell))
            }
        }
        return widths
    }

    func lines(_ style: TextStyle) -> [String] {
        let widths = columnWidths(style)
        func line(_ cells: [StyledText]) -> String {
            // Nothing is padded behind the last text of a line.
            let filled = cells.lastIndex { !$0.spans.isEmpty } ?? 0
            return cells.enumerated().prefix(filled + 1).map { column, cell in
                let space = String(
                    repeating: " ", count: widths[column] - style.columns(of: cell))
                if numbers.contains(column) { return space + style.line(cell) }
                return style.line(cell) + (column == filled ? "" : space)
            }.joined(separator: "  ")
        }
        let heading = line(headings.map { StyledText($0) })
        return (headings.isEmpty ? [] : [style.line(StyledText(heading, .heading))])
            + rows.map(line)
    }
}
