import Kinds
package import Reconciling
import State
import Vocabulary

/// What was taken over, an address a line, and what to do next.
package func renderAdoption(_ report: AdoptReport, style: TextStyle) -> String {
    var lines: [String] = []
    if !report.adopted.isEmpty {
        var table = TextTable(headings: ["address", "id", "name", "never seen"])
        for (address, resource) in report.adopted.sorted(by: { $0.key < $1.key }) {
            let kind = KindRegistry.kind(of: address)
            let name = kind?.uniqueAttribute.flatMap { resource.attributes[$0]?.text }
            let unknown = resource.unknownSecrets.map { AttributeRow.label($0, kind: kind) }
            table.rows.append([
                style.visible(address.description), style.visible(resource.id),
                style.visible(name ?? "-"), style.visible(unknown.joined(separator: ", ")),
            ])
        }
        lines += table.lines(style: style) + [""]
    }
    if !report.missing.isEmpty {
        let addresses = report.missing.map { style.visible($0.description) }
        lines += style.wrapped(
            "Not in the org, so that apply makes them: \(addresses.joined(separator: ", ")).",
            indent: 0)
    }
    let count = report.adopted.count
    lines += style.wrapped(
        count == 0
            ? "There is nothing to adopt."
            : "\(count) adopted into the state; the org was not touched.", indent: 0)
    return text(lines)
}
