/// A table of visible texts in columns as wide as they need to be, two spaces apart.
struct TextTable {
    let headings: [String]
    var rows: [[String]] = []

    func lines(style: TextStyle) -> [String] {
        var widths = headings.map(displayWidth)
        for row in rows {
            for (column, cell) in row.enumerated() {
                widths[column] = max(widths[column], displayWidth(cell))
            }
        }
        func line(_ cells: [String]) -> String {
            // Nothing is padded behind the last text of a line.
            let filled = cells.lastIndex { !$0.isEmpty } ?? 0
            return cells.enumerated().prefix(filled + 1).map { column, cell in
                column == filled ? cell : padded(cell, to: widths[column])
            }.joined(separator: "  ")
        }
        return [style.paint(line(headings), .heading)] + rows.map(line)
    }
}
