/// The members of a JSON object: ordered, each key once.
///
/// Equality and hash ignore the order; `members` and the unsorted writer keep it. Keys are
/// compared scalar by scalar, as `JSONValue` compares strings.
package struct JSONObject: Sendable {
    /// The members in the order in which they were first put in.
    package private(set) var members: [(key: String, value: JSONValue)] = []

    /// Where each key stands; kept only once a walk through the members would be slower.
    private var index: [ScalarText: Int]?

    /// The most members that are searched by walking through them.
    private static let walkable = 16

    package init() {}

    /// Takes members in order; a later one with the same key replaces the value, not the place.
    package init(_ members: [(key: String, value: JSONValue)]) {
        self.members.reserveCapacity(members.count)
        for member in members { self[member.key] = member.value }
    }

    package var keys: [String] { members.map(\.key) }
    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }

    /// The value of a key. Setting keeps the key's place or appends it; setting nil removes it.
    package subscript(key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (nil, let value?): append(key: key, value: value)
            case (let place?, nil): remove(at: place)
            case (nil, nil): break
            }
        }
    }
}

extension JSONObject {
    /// Where a key stands among the members.
    func place(of key: String) -> Int? {
        let wanted = ScalarText(key)
        if let index { return index[wanted] }
        return members.firstIndex { ScalarText($0.key) == wanted }
    }

    /// Appends a member whose key is known to be new.
    mutating func append(key: String, value: JSONValue) {
        members.append((key: key, value: value))
        if index != nil {
            index?[ScalarText(key)] = members.count - 1
        } else if members.count > Self.walkable {
            rebuildIndex()
        }
    }

    private mutating func remove(at place: Int) {
        members.remove(at: place)
        if index != nil { rebuildIndex() }
    }

    private mutating func rebuildIndex() {
        guard members.count > Self.walkable else {
            index = nil
            return
        }
        var places: [ScalarText: Int] = [:]
        places.reserveCapacity(members.count * 2)
        for (place, member) in members.enumerated() { places[ScalarText(member.key)] = place }
        index = places
    }
}

extension JSONObject: Hashable {
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count
            && left.members.allSatisfy { member in right[member.key] == member.value }
    }

    package func hash(into hasher: inout Hasher) {
        // Keys are unique, so no two members cancel each other out.
        var mixed = 0
        for member in members {
            var memberHasher = Hasher()
            memberHasher.combine(ScalarText(member.key))
            memberHasher.combine(member.value)
            mixed ^= memberHasher.finalize()
        }
        hasher.combine(count)
        hasher.combine(mixed)
    }
}
