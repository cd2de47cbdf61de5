/// The org's hook keys, and the rules by which they change.
struct HookKeys: Sendable {
    private(set) var all: [HookKey]

    init(_ keys: [HookKey]) {
        all = keys
    }

    func key(_ id: String) throws(OktaError) -> HookKey {
        try all.object(id)
    }

    mutating func create(
        name: String, at now: Timestamp, maximum: Int
    ) throws(OktaError) -> HookKey {
        try all.requireFreeName(name, except: nil)
        if all.count >= maximum {
            throw .invalid("hookKey", ["The maximum of \(maximum) hook keys is reached"])
        }
        let key = HookKey(
            id: Identifiers.object("HKY"), keyID: Identifiers.uuid(), name: name,
            created: now.wholeSecond, lastUpdated: now.wholeSecond,
            modulus: HookKey.randomModulus())
        all.append(key)
        return key
    }

    /// A key's name is all that can be replaced.
    mutating func rename(
        _ id: String, to name: String, at now: Timestamp
    ) throws(OktaError) -> HookKey {
        var key = try key(id)
        try all.requireFreeName(name, except: id)
        key.name = name
        key.lastUpdated = now.wholeSecond
        all.store(key)
        return key
    }

    /// Deletes a key that no inline hook refers to.
    mutating func delete(_ id: String, used: Set<String>) throws(OktaError) -> HookKey {
        let key = try key(id)
        if used.contains(id) {
            throw .invalid("hookKey", ["A hook key that is used cannot be deleted"])
        }
        all.removeAll { $0.id == id }
        return key
    }
}
