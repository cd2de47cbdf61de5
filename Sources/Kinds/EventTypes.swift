/// Okta's catalogue of event types, as shipped. It moves with every release of Okta's, so a name
/// that is not in it earns a warning and no more.
package struct EventType: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable { case published, beta, `internal` }

    package let name: String
    /// Whether an event hook may subscribe to it.
    package let isEligible: Bool
    package let status: Status
    /// Whether only Identity Engine orgs emit it.
    package let isIdentityEngineOnly: Bool
    /// Okta's own grouping.
    package let category: String
}

package enum EventTypes {
    /// The release of Okta's catalogue that is shipped.
    package static var release: String { eventTypeRelease }

    /// Every type, sorted by name.
    package static let all: [EventType] =
        eventTypeTable.description.split(separator: "\n").compactMap(parse)

    /// The type of a name; nil when the catalogue does not hold it.
    package static func named(_ name: String) -> EventType? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].name == name ? all[low] : nil
    }

    private static func parse(_ line: Substring) -> EventType? {
        let parts = line.split(separator: " ", maxSplits: 4)
        guard parts.count == 5 else { return nil }
        let status: EventType.Status =
            switch parts[2] {
            case "b": .beta
            case "i": .internal
            default: .published
            }
        return EventType(
            name: String(parts[0]), isEligible: parts[1] == "e", status: status,
            isIdentityEngineOnly: parts[3] == "o", category: String(parts[4]))
    }
}
