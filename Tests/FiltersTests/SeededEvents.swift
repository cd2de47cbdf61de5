import JSON

/// Events as Okta sends them, and some that it never would.
struct SeededEvents {
    var expressions: SeededExpressions

    init(seed: UInt64) { expressions = SeededExpressions(seed: seed) }

    mutating func next() -> JSONValue {
        var event: JSONObject = JSONObject()
        func put(_ name: String, _ value: JSONValue?) { if let value { event[name] = value } }
        put("uuid", "5c5e2a7e-0001")
        put("eventType", pick(["user.session.start", "group.user_membership.add", nil]))
        put(
            "outcome",
            pick([
                ["result": "SUCCESS"], ["result": "FAILURE", "reason": "INVALID_CREDENTIALS"],
                ["result": "SUCCESS", "reason": .null], .null, nil,
            ]))
        put(
            "actor",
            pick([
                [
                    "id": "00u1", "type": "User", "alternateId": "ada@example.com",
                    "displayName": "Ada \"Lovelace\"", "detailEntry": .null,
                ],
                ["id": "unknown", "type": "SystemPrincipal", "displayName": ""], .null,
            ]))
        put("target", target())
        put(
            "debugContext",
            pick([
                [
                    "debugData": [
                        "changedAttributes": "email,title", "webhooks": ["who1", "who2"], "x": 1,
                    ]
                ],
                ["debugData": .null], ["debugData": [:]], .null, nil,
            ]))
        put("count", pick([5, 0, "5", nil]))
        put("flag", pick([true, false, "true", nil]))
        put("ratio", pick([1.5, -2.0, 1000.0, nil].map { $0.map { number($0) } }))
        put("big", pick([3_000_000_000, 5, nil].map { $0.map { .number(JSONNumber($0)) } }))
        put("nothing", .null)
        put("empty", [])
        put("words", pick([["User", "Sales"], ["true"], ["a", .null, 3, true], [1, 2]]))
        put("nested", pick([[["a"], ["b", 1]], [[]], [["type": "User"]]]))
        put("not", pick(["x", true, nil]))
        return .object(event)
    }

    private mutating func target() -> JSONValue? {
        let targets: [JSONValue] = [
            ["id": "00u1", "type": "User", "alternateId": "it's", "displayName": "Zoë"],
            ["id": "00g1", "type": "UserGroup", "displayName": "Sales", "detailEntry": ["x": 1]],
            ["id": "00g2", "type": "UserGroup", "displayName": "Marketing", "count": 2],
            [
                "id": "0oa1", "type": "AppInstance", "displayName": "\u{1F600} app",
                "detailEntry": .null,
            ],
            ["type": .null], .null, "User", 3,
        ]
        let sane = expressions.chance(85)
        let count = expressions.pick([0, 1, 2, 2, 3])
        if expressions.chance(5) { return nil }
        if expressions.chance(3) { return .null }
        return .array(
            (0..<count).map { _ in expressions.pick(sane ? Array(targets[0..<4]) : targets) })
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element { expressions.pick(list) }

    private func number(_ value: Double) -> JSONValue {
        JSONNumber("\(value)").map { .number($0) } ?? .null
    }
}
