/// An event hook as the org holds it.
struct EventHook: Hook, Equatable {
    static let typeName = "EventHook"
    static let bodyName = "eventHook"
    static let noun = "An event hook"

    enum Verification: String, Sendable {
        case unverified = "UNVERIFIED"
        case verified = "VERIFIED"
    }

    struct Channel: Sendable, Equatable {
        var uri: String
        var headers: [HeaderField]
        var auth: AuthScheme?

        /// What every call to the endpoint carries.
        var callHeaders: [HeaderField] {
            headers + (auth?.callHeaders ?? [])
        }
    }

    let id: String
    var status: HookStatus
    var verification: Verification
    var name: String
    var description: String?
    let created: Timestamp
    let createdBy: String
    var lastUpdated: Timestamp
    /// In the order they are given back.
    var events: [String]
    /// As it was sent, with the version Okta adds to each condition; null where there is none.
    var filter: LabJSON
    var channel: Channel

    /// Whether events are sent to it.
    var receivesEvents: Bool { status == .active && verification == .verified }
}

extension EventHook {
    static let collectionPath = "/api/v1/eventHooks"

    func selfURL(_ baseURL: String) -> String { "\(baseURL)\(Self.collectionPath)/\(id)" }

    /// As the API gives it: recorded key order, no secret, links for its state.
    func representation(baseURL: String) -> LabJSON {
        var body = content(auth: channel.auth?.representation ?? .null)
        body["_links"] = status.links(
            own: selfURL(baseURL), action: "verify", path: "lifecycle/verify")
        return body
    }

    /// As `/lab/state` and the data file have it: the secret, no links.
    var state: LabJSON { content(auth: channel.auth?.state ?? .null) }

    private func content(auth: LabJSON) -> LabJSON {
        [
            "id": .string(id),
            "status": .string(status.rawValue),
            "verificationStatus": .string(verification.rawValue),
            "name": .string(name),
            "description": LabJSON(description),
            "created": .string(created.text),
            "createdBy": .string(createdBy),
            "lastUpdated": .string(lastUpdated.text),
            "events": [
                "type": "EVENT_TYPE",
                "items": .array(events.map(LabJSON.string)),
                "filter": filter,
            ],
            "channel": [
                "type": "HTTP",
                "version": "1.0.0",
                "config": [
                    "uri": .string(channel.uri),
                    "headers": channel.headers.representation,
                    "method": "POST",
                    "authScheme": auth,
                ],
            ],
        ]
    }
}
