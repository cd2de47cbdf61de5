import JSON

/// What stands at a place of an object on the wire.
enum WirePlace: Sendable {
    case attribute(Attribute)
    /// A value that every body carries.
    case constant(String)
    /// An object on the way to what else is known.
    case between
    case setByOkta

    /// Members that every kind's objects may have and that only Okta sets.
    private static let standard: Set<String> = [
        "id", "created", "createdBy", "lastUpdated", "_links", "_embedded",
    ]

    /// The places of a kind by dotted path; the object itself stands at the empty one.
    static func all(
        attributes: [Attribute], constants: [ResourceKind.Constant], readOnly: Set<String>
    ) -> [String: WirePlace] {
        var places: [String: WirePlace] = ["": .between]
        for path in attributes.map(\.path) + constants.map(\.path) {
            var way = Attribute.components(of: path).dropLast()
            while !way.isEmpty {
                places[way.joined(separator: ".")] = .between
                way = way.dropLast()
            }
        }
        for constant in constants { places[constant.path] = .constant(constant.value) }
        for attribute in attributes { places[attribute.path] = .attribute(attribute) }
        for path in standard.union(readOnly) { places[path] = .setByOkta }
        return places
    }
}

extension ResourceKind {
    /// The dotted paths of what an object holds and `read` leaves aside, sorted: members that this
    /// program does not know, constants that have another value, and entries that stand twice. A
    /// write takes away what is there, for it replaces the whole object.
    func unreadMembers(of json: JSONValue) -> [String] {
        var paths: [String] = []
        note(json, at: "", in: &paths)
        return paths.sorted()
    }

    private func note(_ value: JSONValue, at path: String, in paths: inout [String]) {
        if value.isEmpty { return }
        switch places[path] {
        case .setByOkta?: break
        case .attribute(let attribute)?:
            if hasRepeats(value, of: attribute) { paths.append(path) }
        case .constant(let constant)?:
            if value.string != constant { paths.append(path) }
        case .between?:
            guard let object = value.object else { return paths.append(path) }
            for (key, member) in object.members {
                note(member, at: path.isEmpty ? key : "\(path).\(key)", in: &paths)
            }
        case nil: paths.append(path)
        }
    }

    /// Whether two entries have one key, so that the later hides the other.
    private func hasRepeats(_ value: JSONValue, of attribute: Attribute) -> Bool {
        let keys: [String]
        switch attribute.shape {
        case .text, .names: return false
        case .pairs: keys = (value.array ?? []).compactMap { $0["key"]?.string }
        case .filters:
            keys = (value["eventFilterMap"]?.array ?? []).compactMap { $0["event"]?.string }
        }
        return Set(keys.map { $0.lowercased() }).count < keys.count
    }
}

extension JSONValue {
    /// Whether it says nothing, as null and all that is empty do.
    fileprivate var isEmpty: Bool {
        isNull || string?.isEmpty == true || array?.isEmpty == true
            || object?.members.isEmpty == true
    }
}
