/// A table of visible texts in columns as wide as they need to be, two spaces apart.
struct TextTable: Hashable {
    let headings: [String]
    /// The columns that hold numbers, which stand at the right.
    var numbers: Set<Int> = []
    var rows: [[String]] = []

    /// How many columns of a terminal its widest line takes at most.
    var width: Int { columnWidths.reduce(0, +) + 2 * (headings.count - 1) }

    private var columnWidths: [Int] {
        var widths = headings.map(displayWidth)
        for row in rows {
            for (column, cell) in row.enumerated() {
                widths[column] = max(widths[column], displayWidth(cell))
            }
        }
        return widths
    }

    func lines(style: TextStyle) -> [String] {
        let widths = columnWidths
        func line(_ cells: [String]) -> String {
            // Nothing is padded behind the last text of a line.
            let filled = cells.lastIndex { !$0.isEmpty } ?? 0
            return cells.enumerated().prefix(filled + 1).map { column, cell in
                if numbers.contains(column) {
                    return String(repeating: " ", count: widths[column] - displayWidth(cell)) + cell
                }
                return column == filled ? cell : padded(cell, to: widths[column])
            }.joined(separator: "  ")
        }
        return [style.paint(line(headings), .heading)] + rows.map(line)
    }
}
