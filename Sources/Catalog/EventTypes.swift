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

    package init(
        name: String, isEligible: Bool, status: Status, isIdentityEngineOnly: Bool, category: String
    ) {
        self.name = name
        self.isEligible = isEligible
        self.status = status
        self.isIdentityEngineOnly = isIdentityEngineOnly
        self.category = category
    }
}

package enum EventTypes {
    /// The release of Okta's catalogue that is shipped.
    package static var release: String { eventTypeRelease }

    /// Every type, sorted by name.
    package static let all: [EventType] = eventTypeTable.withUTF8Buffer { table in
        table.split(separator: UInt8(ascii: "\n")).compactMap { parse($0) }
    }

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

    /// Reads a line such as `user.lifecycle.create e p - Core Identity`, byte by byte, for every
    /// command that looks at a manifest reads them all.
    private static func parse(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> EventType? {
        guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return nil }
        let marks = line[space...].dropFirst()
        guard marks.count > 6 else { return nil }
        func mark(_ position: Int) -> UInt8 { marks[marks.startIndex + 2 * position] }
        let status: EventType.Status =
            switch mark(1) {
            case UInt8(ascii: "b"): .beta
            case UInt8(ascii: "i"): .internal
            default: .published
            }
        return EventType(
            name: String(decoding: line[..<space], as: UTF8.self),
            isEligible: mark(0) == UInt8(ascii: "e"), status: status,
            isIdentityEngineOnly: mark(2) == UInt8(ascii: "o"),
            category: String(decoding: marks.dropFirst(6), as: UTF8.self))
    }
}
