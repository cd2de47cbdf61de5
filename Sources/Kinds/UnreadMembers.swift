import JSON

extension ResourceKind {
    /// Members that every kind's objects may have and that only Okta sets.
    private static let setByOkta: Set<String> = [
        "id", "created", "createdBy", "lastUpdated", "_links", "_embedded",
    ]

    /// The dotted paths of what an object holds and `read` leaves aside, sorted: members that this
    /// program does not know, constants that have another value, and entries that stand twice. A
    /// write takes away what is there, for it replaces the whole object.
    func unreadMembers(of json: JSONValue) -> [String] {
        var paths: [String] = []
        note(json, at: "", in: &paths)
        return paths.sorted()
    }

    private func note(_ value: JSONValue, at path: String, in paths: inout [String]) {
        if Self.setByOkta.contains(path) || readOnly.contains(path) || value.isEmpty { return }
        if let attribute = attribute(path) {
            if hasRepeats(value, of: attribute) { paths.append(path) }
        } else if let constant = constants.first(where: { $0.path == path }) {
            if value.string != constant.value { paths.append(path) }
        } else if let object = value.object, path.isEmpty || isOnTheWay(path) {
            for (key, member) in object.members {
                note(member, at: path.isEmpty ? key : "\(path).\(key)", in: &paths)
            }
        } else {
            paths.append(path)
        }
    }

    /// Whether something known stands below a path.
    private func isOnTheWay(_ path: String) -> Bool {
        let start = path + "."
        return attributes.contains { $0.path.hasPrefix(start) }
            || constants.contains { $0.path.hasPrefix(start) }
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
