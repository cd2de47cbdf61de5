/// The order in which a Java `HashSet<String>` gives back what was put into it.
///
/// The recorded order of `events.items` is not the request's and not the alphabet's, yet is the
/// same on both engines: it is this one. A string's place is its hash, with the upper half mixed
/// into the lower, masked to a table of a power of two that is at least 16 and no more than three
/// quarters full. Within a place, the order of arrival.
enum JavaHashOrder {
    static func sorted(_ strings: [String]) -> [String] {
        var seen: Set<String> = []
        let unique = strings.filter { seen.insert($0).inserted }
        var size = 16
        while unique.count * 4 > size * 3 { size *= 2 }
        let mask = UInt32(size - 1)
        return unique.enumerated()
            .map { (place: spreadHash($0.element) & mask, arrival: $0.offset, text: $0.element) }
            .sorted { ($0.place, $0.arrival) < ($1.place, $1.arrival) }
            .map(\.text)
    }

    private static func spreadHash(_ text: String) -> UInt32 {
        let hash = text.utf16.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) }
        return hash ^ (hash >> 16)
    }
}
