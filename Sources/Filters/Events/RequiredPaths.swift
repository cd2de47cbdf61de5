/// Which parts of an event an expression may look at; nothing else need be read.
///
/// A tree of names with a step into the elements of a list. The names have numbers, which stand for
/// them from then on.
package struct RequiredPaths: Hashable, Sendable {
    struct Place: Hashable, Sendable {
        var members: [Member] = []
        /// What is needed of each element, when this is a list.
        var element: Int?
        /// Whether everything below is needed.
        var isWhole = false
    }

    struct Member: Hashable, Sendable {
        var name: Int32
        var place: Int
    }

    /// The first is the root, of which an event is the member `event`.
    private(set) var places: [Place] = [Place()]
    private(set) var names: [String] = []
    /// The names as bytes, by their numbers.
    private(set) var nameBytes: [[UInt8]] = []

    static let root = 0
    /// Names that have their numbers from the beginning.
    static let event: Int32 = 0
    static let debugData: Int32 = 1
    static let debugContext: Int32 = 2

    init() { for name in ["event", "debugData", "debugContext"] { _ = number(of: name) } }

    /// The number of a name, given now if it has none yet.
    mutating func number(of name: String) -> Int32 {
        let bytes = Array(name.utf8)
        if let known = nameBytes.firstIndex(of: bytes) { return Int32(known) }
        names.append(name)
        nameBytes.append(bytes)
        return Int32(names.count - 1)
    }

    /// The place of a member, made now if there is none yet.
    ///
    /// Filters say `event.debugData` where a log entry has `debugContext.debugData`: both are one.
    mutating func member(_ name: Int32, of place: Int) -> Int {
        if let known = known(name, of: place) { return known }
        if name == Self.debugData, place == known(Self.event, of: Self.root) {
            let there = member(name, of: member(Self.debugContext, of: place))
            places[place].members.append(Member(name: name, place: there))
            return there
        }
        places.append(Place())
        places[place].members.append(Member(name: name, place: places.count - 1))
        return places.count - 1
    }

    func known(_ name: Int32, of place: Int) -> Int? {
        places[place].members.first { $0.name == name }?.place
    }

    mutating func element(of place: Int) -> Int {
        if let known = places[place].element { return known }
        places.append(Place())
        places[place].element = places.count - 1
        return places.count - 1
    }

    mutating func markWhole(_ place: Int) { places[place].isWhole = true }
}

extension RequiredPaths {
    /// The paths in words, sorted: `event.eventType`, `event.target[].type`, `event.actor.*`.
    package var descriptions: [String] {
        var result: Set<String> = []
        func walk(_ place: Int, _ text: String) {
            let here = places[place]
            if here.isWhole { result.insert(text.isEmpty ? "*" : text + ".*") }
            if here.members.isEmpty, here.element == nil, !here.isWhole, !text.isEmpty {
                result.insert(text)
            }
            for member in here.members {
                let name = names[Int(member.name)]
                walk(member.place, text.isEmpty ? name : "\(text).\(name)")
            }
            if let element = here.element { walk(element, text + "[]") }
        }
        walk(Self.root, "")
        return result.sorted()
    }
}
