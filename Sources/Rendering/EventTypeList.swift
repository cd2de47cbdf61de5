package import Catalog
package import JSON

/// Event types as an aligned table; where that would be wider than the terminal, without their
/// groups.
package func renderEventTypes(_ types: [EventType], style: TextStyle) -> String {
    guard !types.isEmpty else { return "No event type matches.\n" }
    let whole = table(of: types, withGroup: true, style: style)
    let fits = whole.width <= style.width
    let shown = fits ? whole : table(of: types, withGroup: false, style: style)
    return text(shown.lines(style: style))
}

private func table(
    of types: [EventType], withGroup: Bool, style: TextStyle
) -> TextTable {
    var table = TextTable(
        headings: ["event type", "hooks", "notes"] + (withGroup ? ["group"] : []))
    for type in types {
        var notes = type.status == .published ? [] : [type.status.rawValue]
        if type.isIdentityEngineOnly { notes.append("identity engine") }
        table.rows.append(
            [
                style.visible(type.name), type.isEligible ? "yes" : "no",
                notes.joined(separator: ", "),
            ] + (withGroup ? [style.visible(type.category)] : []))
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
                "group": .string($0.category),
            ]
        })
}

/// Groups of event types with their counts, as a table.
package func renderEventTypeGroups(_ groups: [EventTypeGroup], style: TextStyle) -> String {
    var table = TextTable(
        headings: ["group", "event types", "for hooks"], numbers: [1, 2])
    for group in groups {
        table.rows.append([
            style.visible(group.name), String(group.typeCount), String(group.eligibleCount),
        ])
    }
    return text(table.lines(style: style))
}

package func eventTypeGroupsDocument(_ groups: [EventTypeGroup]) -> JSONValue {
    .array(
        groups.map {
            [
                "group": .string($0.name),
                "event_types": .number(JSONNumber($0.typeCount)),
                "eligible": .number(JSONNumber($0.eligibleCount)),
            ]
        })
}
