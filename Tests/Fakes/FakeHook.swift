import JSON
import Kinds

/// An event hook as the fake org holds it, secret and all, and its two forms on the wire.
struct FakeHook: Hashable, Sendable {
    struct Pair: Hashable, Sendable {
        var key: String
        var value: String
    }

    /// A body that is not one of an event hook, by the path at which it is not.
    struct Malformed: Error { var path: String }

    var id = ""
    var isActive = true
    var isVerified = false
    var created = ""
    var lastUpdated = ""

    var name: String
    var description: String?
    var events: [String]
    var filters: [Pair] = []
    var url: String
    var headers: [Pair] = []
    var authHeader: String?
    var authValue: String?

    /// The status that a body asks for: a PUT obeys it, a POST does not.
    var bodyStatus: String?

    init(name: String, url: String, events: [String] = ["user.lifecycle.create"]) {
        self.name = name
        self.url = url
        self.events = events
    }

    /// Reads the body of a POST or a PUT as strictly as the contract allows.
    init(body: JSONValue) throws(Malformed) {
        func text(_ json: JSONValue?, _ path: String) throws(Malformed) -> String {
            guard let text = json?.string, !text.isEmpty else { throw Malformed(path: path) }
            return text
        }
        func constant(_ json: JSONValue?, _ value: String, _ path: String) throws(Malformed) {
            guard json?.string == value else { throw Malformed(path: path) }
        }
        let channel = body["channel"]
        let config = channel?["config"]
        try constant(body["events"]?["type"], "EVENT_TYPE", "events.type")
        try constant(channel?["type"], "HTTP", "channel.type")
        try constant(channel?["version"], "1.0.0", "channel.version")
        guard let items = body["events"]?["items"]?.array, !items.isEmpty else {
            throw Malformed(path: "events.items")
        }
        name = try text(body["name"], "name")
        description = body["description"]?.string
        bodyStatus = body["status"]?.string
        events = try items.map { (item) throws(Malformed) in try text(item, "events.items") }
        url = try text(config?["uri"], "channel.config.uri")
        for item in config?["headers"]?.array ?? [] {
            let value = item["value"]?.string ?? ""
            headers.append(Pair(key: try text(item["key"], "headers.key"), value: value))
        }
        for item in body["events"]?["filter"]?["eventFilterMap"]?.array ?? [] {
            let event = try text(item["event"], "filter.event")
            // Okta cannot filter events to which the hook is not subscribed.
            guard events.contains(event) else { throw Malformed(path: "filter.event") }
            let expression = try text(item["condition"]?["expression"], "filter.condition")
            filters.append(Pair(key: event, value: expression))
        }
        if let scheme = config?["authScheme"], !scheme.isNull {
            try constant(scheme["type"], "HEADER", "authScheme.type")
            authHeader = try text(scheme["key"], "authScheme.key")
            // What a PUT without it does is unknown; here it is refused, so that none is sent.
            authValue = try text(scheme["value"], "authScheme.value")
        }
    }

    /// The object as Okta shows it: without the secret.
    var json: JSONValue {
        let filter: JSONValue =
            filters.isEmpty
            ? .null
            : [
                "type": "EXPRESSION_LANGUAGE",
                "eventFilterMap": .array(
                    filters.map {
                        [
                            "event": .string($0.key),
                            "condition": ["version": nil, "expression": .string($0.value)],
                        ]
                    }),
            ]
        let scheme: JSONValue =
            authHeader.map { ["type": "HEADER", "key": .string($0)] } ?? .null
        return [
            "id": .string(id),
            "status": .string(isActive ? "ACTIVE" : "INACTIVE"),
            "verificationStatus": .string(isVerified ? "VERIFIED" : "UNVERIFIED"),
            "name": .string(name),
            "description": description.map { .string($0) } ?? .null,
            "created": .string(created),
            "lastUpdated": .string(lastUpdated),
            "events": [
                "type": "EVENT_TYPE",
                // The order is not kept.
                "items": .array(Set(events).sorted(by: >).map { .string($0) }), "filter": filter,
            ],
            "channel": [
                "type": "HTTP", "version": "1.0.0",
                "config": [
                    "uri": .string(url),
                    "headers": .array(
                        headers.map { ["key": .string($0.key), "value": .string($0.value)] }),
                    "method": "POST", "authScheme": scheme,
                ],
            ],
        ]
    }

    /// Whether two hooks deliver to the same channel.
    func hasChannel(of other: FakeHook, urlOnly: Bool) -> Bool {
        if urlOnly { return url == other.url }
        return url == other.url && headers == other.headers && authHeader == other.authHeader
            && authValue == other.authValue
    }
}
