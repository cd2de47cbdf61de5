import Foundation

/// An org full of hooks of every shape that its API has, the same ones for the same seed: 25 event
/// hooks, 50 inline hooks and 10 keys, as the lab takes its state.
struct SeededOrg {
    /// What stands in a secret's place, by the way in which the manifest comes to ask for it.
    static let values = [
        "URL": "/flow/invoke?clientToken=\(Sentinel.text)-url", "X_API_KEY": "\(Sentinel.text)-key",
    ]

    let endpoint: String
    private var generator: SplitMix64
    private var taken = 0

    init(seed: UInt64, endpoint: String) {
        generator = SplitMix64(state: seed)
        self.endpoint = endpoint
    }

    /// The whole org as JSON.
    mutating func state() throws -> String {
        let keys = (0..<10).map { ["id": "HKY\(number($0))", "name": name()] }
        var events: [[String: Any]] = []
        for index in 0..<25 { events.append(eventHook(index)) }
        var inline: [[String: Any]] = []
        for index in 0..<50 { inline.append(inlineHook(index, keys: keys.compactMap { $0["id"] })) }
        let state: [String: Any] = [
            "eventHooks": events, "inlineHooks": inline, "hookKeys": keys,
        ]
        return String(
            decoding: try JSONSerialization.data(withJSONObject: state), as: UTF8.self)
    }

    private mutating func eventHook(_ index: Int) -> [String: Any] {
        let types = [
            "group.user_membership.add", "user.account.lock", "user.lifecycle.create",
            "user.lifecycle.deactivate",
        ].shuffled(using: &generator).prefix(Int.random(in: 1...4, using: &generator))
        var events: [String: Any] = ["type": "EVENT_TYPE", "items": Array(types)]
        let filtered = types.filter { _ in chance(1, of: 3) }
        if !filtered.isEmpty {
            events["filter"] = [
                "type": "EXPRESSION_LANGUAGE",
                "eventFilterMap": filtered.map { type in
                    ["event": type, "condition": ["expression": pick(Self.filters)]]
                },
            ]
        }
        // Okta verifies an active hook only, so that no other could come back as it was.
        let isActive = chance(3, of: 4)
        var hook: [String: Any] = [
            "id": "who\(number(index))", "name": name(), "events": events,
            "status": isActive ? "ACTIVE" : "INACTIVE",
            "verificationStatus": isActive && chance(2, of: 3) ? "VERIFIED" : "UNVERIFIED",
            "channel": ["type": "HTTP", "version": "1.0.0", "config": httpConfig()],
        ]
        if chance(1, of: 2) { hook["description"] = pick(Self.texts) }
        return hook
    }

    private mutating func inlineHook(_ index: Int, keys: [String]) -> [String: Any] {
        var channel: [String: Any] = ["type": "HTTP", "version": "1.0.0"]
        if chance(1, of: 2) {
            channel["config"] = httpConfig()
        } else {
            channel["type"] = "OAUTH"
            var config: [String: Any] = [
                "uri": endpoint + pick(["/tokens", "/register"]), "method": "POST",
                "headers": headers(), "clientId": pick(["okta", "a: b", "1e3"]),
                "tokenUrl": endpoint + "/token",
            ]
            if chance(1, of: 2) { config["scope"] = pick(["hooks", "a b", "#1"]) }
            if chance(1, of: 2) {
                config["authType"] = "private_key_jwt"
                config["hookKeyId"] = pick(keys)
            } else {
                config["authType"] = "client_secret_post"
                config["clientSecret"] = "\(Sentinel.text)-client"
            }
            channel["config"] = config
        }
        let (type, version) = pick(Self.types)
        return [
            "id": "cal\(number(index))", "name": name(), "type": type, "version": version,
            "channel": channel, "status": chance(3, of: 4) ? "ACTIVE" : "INACTIVE",
        ]
    }

    private mutating func httpConfig() -> [String: Any] {
        let paths = [
            "/okta/leavers", "/okta/joiners", "/a?b=c", "/%C3%A4", Self.values["URL"] ?? "",
        ]
        var config: [String: Any] = [
            "uri": endpoint + pick(paths), "method": "POST", "headers": headers(),
        ]
        let header = pick(["", "Authorization", "x-auth"])
        if !header.isEmpty {
            config["authScheme"] = [
                "type": "HEADER", "key": header, "value": "\(Sentinel.text)-auth",
            ]
        }
        return config
    }

    private mutating func headers() -> [[String: String]] {
        var headers: [[String: String]] = []
        if chance(1, of: 3) {
            headers.append(["key": "X-Team", "value": pick(["identity", "a, b: c"])])
        }
        if chance(1, of: 4) {
            headers.append(["key": "X-Api-Key", "value": Self.values["X_API_KEY"] ?? ""])
        }
        return headers
    }

    /// A name that no other object has.
    private mutating func name() -> String {
        taken += 1
        return pick(Self.texts) + " \(taken)"
    }

    /// An id's 17 characters behind its prefix.
    private func number(_ index: Int) -> String {
        let digits = String(index)
        return String(repeating: "x", count: 17 - digits.count) + digits
    }

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private mutating func chance(_ part: Int, of whole: Int) -> Bool {
        Int.random(in: 0..<whole, using: &generator) < part
    }

    private static let texts = [
        "Leavers to payroll", "leavers", "LEAVERS", "人事", "Ünïcode", "yes", "null", "1.0", "a: b",
        "a #b", "- a", "\"quoted\"", "it's", "{a}", "[a]", "${var.x}", "$${", "back\\slash", "&a",
        "two\nlines", "tab\tbed", "🎉", "…", "\u{202E}odd", "trailing ", " leading", "%", "@a",
    ]

    private static let filters = [
        "event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size() > 0",
        "event.target.?[type eq 'User'].size()>0", "event.outcome.result eq \"SUCCESS\"",
        "event.actor.displayName eq 'O''Brien: #1'",
        "event.actor.type eq 'User' &&\n  event.outcome.result ne 'FAILURE'",
    ]

    private static let types = [
        ("com.okta.import.transform", "1.0.2"), ("com.okta.oauth2.tokens.transform", "1.0.0"),
        ("com.okta.oauth2.tokens.transform", "1.0.1"),
        ("com.okta.saml.tokens.transform", "1.0.2"), ("com.okta.telephony.provider", "1.0.0"),
        ("com.okta.user.credential.password.import", "1.0.0"),
        ("com.okta.user.pre-registration", "1.0.2"),
    ]
}
