import Reconciling
import State

extension AdoptionView {
    /// The adopted objects as a table, and what to do next.
    package func text(_ style: TextStyle) -> String {
        var blocks: [TextBlock] = []
        if !report.adopted.isEmpty {
            var table = TextTable(headings: ["address", "id", "name", "never seen"])
            table.rows = adopted.map { object in
                [
                    "\(object.address)", "\(object.id)", "\(object.name ?? "-")",
                    "\(object.unknown.joined(separator: ", "))",
                ]
            }
            blocks += [.table(table), .blank]
        }
        if let missing { blocks.append(.paragraph("\(missing)")) }
        return style.text(blocks + [.paragraph("\(summary)")])
    }
}

extension ProofsView {
    /// A line for each secret that was unknown.
    package func text(_ style: TextStyle) -> String {
        let entries = entries
        if entries.isEmpty { return style.text([.line("No secret is unknown.")]) }
        return style.text(
            entries.map { entry in
                let result: StyledText =
                    entry.isProven
                    ? "\(entry.words, .added)" : "still unknown: \(entry.words)"
                return .paragraph("\(entry.address): \(entry.label) \(result)")
            })
    }
}
