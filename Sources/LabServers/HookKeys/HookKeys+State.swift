extension HookKeys: OrgCollection {
    init() {
        self.init([])
    }

    static let stateKey = "hookKeys"

    var state: LabJSON { .array(all.map(\.state)) }

    /// Takes keys as `state` writes them, or as people do: a name is enough.
    init(state: LabJSON, now: Timestamp) throws(StateFault) {
        guard let items = state.items else { throw StateFault("hookKeys is not an array") }
        var keys: [HookKey] = []
        for item in items {
            guard let name = item["name"]?.text else { throw StateFault("a hook key has no name") }
            let created = try item.moment("created") ?? now.wholeSecond
            let key = HookKey(
                id: item["id"]?.text ?? Identifiers.object("HKY"),
                keyID: item["keyId"]?.text ?? Identifiers.uuid(), name: name, created: created,
                lastUpdated: try item.moment("lastUpdated") ?? created,
                modulus: item["_embedded"]?["n"]?.text ?? HookKey.randomModulus())
            if keys.contains(where: { $0.id == key.id || $0.keyID == key.keyID }) {
                throw StateFault("two hook keys have the id \(key.id) or \(key.keyID)")
            }
            keys.append(key)
        }
        self.init(keys)
    }
}
