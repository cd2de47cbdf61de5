package import Kinds
package import Planning
package import State
package import Vocabulary

/// What is recorded, an address a line.
package func renderStateList(_ snapshot: Snapshot, style: TextStyle) -> String {
    let addresses = Set(snapshot.resources.keys).union(snapshot.intents.keys).sorted()
    guard !addresses.isEmpty else { return "Nothing is recorded.\n" }
    var table = TextTable(headings: ["address", "id", "verified", ""])
    for address in addresses {
        let resource = snapshot.resources[address]
        table.rows.append([
            style.visible(address.description), style.visible(resource?.id ?? "-"),
            resource?.isVerified.map { $0 ? "yes" : "no" } ?? "-",
            snapshot.intents[address].map { openIntent($0, style: style) } ?? "",
        ])
    }
    return text(table.lines(style: style))
}

/// What is recorded of one resource; secrets are masked.
///
/// - Parameter use: what uses it, where that was asked for.
package func renderStateShow(
    _ address: Address, _ resource: RecordedResource, kind: ResourceKind?,
    use: WhereUsed.Finding? = nil, style: TextStyle
) -> String {
    func row(_ label: String, _ value: ShownValue) -> AttributeRow {
        AttributeRow(sign: .none, label: label, content: .value(value))
    }
    var rows = [row("id", .word(resource.id))]
    if let isVerified = resource.isVerified {
        rows.append(row("verified", .word(isVerified ? "yes" : "no")))
    }
    if let lastUpdated = resource.lastUpdated {
        rows.append(row("last updated", .word(lastUpdated)))
    }
    rows += AttributeRow.rows(of: resource.attributes, kind: kind)
    return text(
        [style.paint(style.visible(address.description), .heading)]
            + AttributeRowText(style: style, indent: 0).lines(rows)
            + (kind?.publicHalf == nil
                ? [] : publicKeyLines(resource.publicKey, address: address, style: style))
            + (use.map { use in
                [""]
                    + UseView(head: "where used", finding: use).blocks().flatMap(style.lines)
            } ?? []))
}

/// A write whose outcome is not recorded, in words.
private func openIntent(_ intent: Intent, style: TextStyle) -> String {
    "\(intent.operation.rawValue) begun \(style.visible(intent.time)), outcome not recorded"
}
