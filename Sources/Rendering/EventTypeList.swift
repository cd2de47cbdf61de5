package import JSON
package import Kinds

/// Event types as an aligned table; where that would be wider than the terminal, without their
/// categories.
package func renderEventTypes(_ types: [EventType], style: TextStyle) -> String {
    guard !types.isEmpty else { return "No event type matches.\n" }
    let whole = table(of: types, withCategory: true, style: style)
    let fits = whole.width <= style.width
    let shown = fits ? whole : table(of: types, withCategory: false, style: style)
    return text(shown.lines(style: style))
}

private func table(
    of types: [EventType], withCategory: Bool, style: TextStyle
) -> TextTable {
    var table = TextTable(
        headings: ["event type", "hooks", "notes"] + (withCategory ? ["category"] : []))
    for type in types {
        var notes = type.status == .published ? [] : [type.status.rawValue]
        if type.isIdentityEngineOnly { notes.append("identity engine") }
        table.rows.append(
            [
                style.visible(type.name), type.isEligible ? "yes" : "no",
                notes.joined(separator: ", "),
            ] + (withCategory ? [style.visible(type.category)] : []))
    }
    return table
}

package func eventTypesDocument(_ types: [EventType]) -> JSONValue {
    .array(
        types.map {
            [
                "name": .string($0.name),
                "eligible": .bool($0.isEligible),
                "status": .string($0.status.rawValue),
                "identity_engine_only": .bool($0.isIdentityEngineOnly),
                "category": .string($0.category),
            ]
        })
}
