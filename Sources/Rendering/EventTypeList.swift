package import JSON
package import Kinds

/// Event types as an aligned table.
package func renderEventTypes(_ types: [EventType], style: TextStyle) -> String {
    guard !types.isEmpty else { return "No event type matches.\n" }
    var table = TextTable(headings: ["event type", "for hooks", "status", "engine", "category"])
    for type in types {
        table.rows.append([
            style.visible(type.name), type.isEligible ? "yes" : "no", type.status.rawValue,
            type.isIdentityEngineOnly ? "identity" : "any", style.visible(type.category),
        ])
    }
    return text(table.lines(style: style))
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
