package import Catalog
import JSON

/// A selection of Okta's event types for a reader.
package enum EventTypeView: Sendable {
    case types([EventType])
    case groups([EventTypeGroup])

    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json)
        }
    }

    /// A table. If the types' table would be wider than the terminal, it has no groups.
    func text(_ style: TextStyle) -> String {
        switch self {
        case .types(let types):
            if types.isEmpty { return style.text([.line("No event type matches.")]) }
            let whole = Self.table(of: types, withGroup: true)
            let fits = whole.width(style) <= style.width
            return style.text([.table(fits ? whole : Self.table(of: types, withGroup: false))])
        case .groups(let groups):
            return style.text([
                .table(
                    TextTable(
                        headings: ["group", "event types", "for hooks"], numbers: [1, 2],
                        rows: groups.map {
                            ["\($0.name)", "\($0.typeCount)", "\($0.eligibleCount)"]
                        }
                    ))
            ])
        }
    }

    private static func table(of types: [EventType], withGroup: Bool) -> TextTable {
        TextTable(
            headings: ["event type", "hooks", "notes"] + (withGroup ? ["group"] : []),
            rows: types.map { type in
                var notes = type.status == .published ? [] : [type.status.rawValue]
                if type.isIdentityEngineOnly { notes.append("identity engine") }
                return [
                    "\(type.name)", type.isEligible ? "yes" : "no",
                    "\(notes.joined(separator: ", "))",
                ] + (withGroup ? ["\(type.category)"] : [])
            })
    }

    var json: JSONValue {
        switch self {
        case .types(let types):
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
        case .groups(let groups):
            .array(
                groups.map {
                    [
                        "group": .string($0.name),
                        "event_types": .number(JSONNumber($0.typeCount)),
                        "eligible": .number(JSONNumber($0.eligibleCount)),
                    ]
                })
        }
    }
}
