/// Lays rows out in columns: sign, label, value.
struct AttributeRowText {
    let style: TextStyle
    let indent: Int

    /// A label longer than this has its value on the next line, so that one long header name does
    /// not push every value off the screen.
    private static let widestLabel = 24

    /// Of a change after which Okta does what it did before.
    static let noDifference = "# means the same"

    /// One line right of the labels.
    private struct ValueLine {
        var text: String
        /// Whether it begins with an arrow, which stands left of the column of the values.
        var hangs = false
    }

    func lines(_ rows: [AttributeRow]) -> [String] {
        let labels = rows.map { style.visible($0.label) }
        let column = labels.map(displayWidth).filter { $0 <= Self.widestLabel }.max() ?? 0
        // Wide enough that an arrow fits before a value that is below the value it replaces.
        let gap = displayWidth(style.arrow) + 1
        let valueColumn = indent + 2 + column + gap
        let margin = String(repeating: " ", count: valueColumn)

        return zip(rows, labels).flatMap { row, label in
            var values = valueLines(of: row, column: valueColumn)
            if row.meansTheSame {
                values.append(ValueLine(text: style.paint(Self.noDifference, .faint)))
            }
            let head =
                String(repeating: " ", count: indent)
                + (row.sign == .none ? " " : style.paint(row.sign.rawValue, row.sign.role)) + " "
            let isKept = if case .kept = row.content { true } else { false }
            if isKept {
                values = values.map { ValueLine(text: style.paint($0.text, .faint)) }
            }
            func painted(_ label: String) -> String {
                isKept ? style.paint(label, .faint) : label
            }
            if displayWidth(label) > column {
                return [head + painted(label)] + values.map { placed($0, margin) }
            }
            // Spaces stay outside of the colour.
            let space = String(repeating: " ", count: column - displayWidth(label) + gap)
            return [head + painted(label) + space + (values.first?.text ?? "")]
                + values.dropFirst().map { placed($0, margin) }
        }
    }

    private func placed(_ line: ValueLine, _ margin: String) -> String {
        line.hangs
            ? String(margin.dropLast(displayWidth(style.arrow) + 1)) + line.text
            : margin + line.text
    }

    private func valueLines(of row: AttributeRow, column: Int) -> [ValueLine] {
        switch row.content {
        case .value(let value): return plain(lines(value, column: column))
        case .kept(let value):
            var lines = lines(value, column: column)
            lines[lines.count - 1] += " (kept)"
            return plain(lines)
        case .changedSecret: return plain(["\(style.mask) changed"])
        case .change(.text(let before), .text(let after)) where isLong(before) || isLong(after):
            return plain(lineChanges(before, after))
        case .change(let before, let after):
            let before = lines(before, column: column).joined(separator: " ")
            let after = "\(style.arrow) " + lines(after, column: column).joined(separator: " ")
            let width = displayWidth(before) + 1 + displayWidth(after)
            return column + width <= style.width
                ? plain(["\(before) \(after)"])
                : [ValueLine(text: before), ValueLine(text: after, hangs: true)]
        case .names(let added, let removed, let unchanged):
            var lines =
                added.map { style.paint("+ \(bare($0))", .added) }
                + removed.map { style.paint("- \(bare($0))", .removed) }
            if unchanged > 0 { lines.append(style.paint("\(unchanged) unchanged", .faint)) }
            return plain(lines)
        }
    }

    /// A text without quotes, unless there is nothing else to see.
    private func bare(_ text: String) -> String {
        text.isEmpty ? style.visible(quoted(text)) : style.visible(text)
    }

    private func plain(_ lines: [String]) -> [ValueLine] { lines.map { ValueLine(text: $0) } }

    /// The lines of one value, at least one.
    private func lines(_ value: ShownValue, column: Int) -> [String] {
        switch value {
        case .text(let text) where isLong(text):
            return sourceLines(text).map { $0.isEmpty ? "|" : "| \(style.visible($0))" }
        case .text(let text): return [style.visible(quoted(text))]
        case .word(let word): return [bare(word)]
        case .secret: return [style.mask]
        case .unknown: return [ShownValue.unknownWords]
        case .names(let names):
            // Wrapped as running text is, but to the room right of the column.
            var narrow = style
            narrow.width = max(20, style.width - column)
            let lines = narrow.paragraph(
                "\(names.map { $0.isEmpty ? quoted($0) : $0 }.joined(separator: ", "))", indent: 0)
            return lines.isEmpty ? ["none"] : lines
        }
    }

    /// Whether a text has more than one line and is shown line by line.
    private func isLong(_ text: String) -> Bool { text.unicodeScalars.contains("\n") }

    private func sourceLines(_ text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0)
        }
    }

    /// The lines that went and came, in their order, and how many stayed in between.
    private func lineChanges(_ before: String, _ after: String) -> [String] {
        let (before, after) = (sourceLines(before), sourceLines(after))
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [String] = []
        var (old, new, same) = (0, 0, 0)
        func closeRun() {
            if same > 0 { lines.append(style.paint("\(quantity(same, "line")) unchanged", .faint)) }
            same = 0
        }
        while old < before.count || new < after.count {
            if removed.contains(old) {
                closeRun()
                lines.append(mark("-", before[old], .removed))
                old += 1
            } else if added.contains(new) {
                closeRun()
                lines.append(mark("+", after[new], .added))
                new += 1
            } else {
                same += 1
                old += 1
                new += 1
            }
        }
        closeRun()
        return lines
    }

    private func mark(_ sign: String, _ line: String, _ role: TextStyle.Role) -> String {
        style.paint(line.isEmpty ? sign : "\(sign) \(style.visible(line))", role)
    }
}
