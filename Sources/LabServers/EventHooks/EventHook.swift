/// An event hook as the org holds it.
struct EventHook: Sendable, Equatable {
    enum Status: String, Sendable {
        case active = "ACTIVE"
        case inactive = "INACTIVE"
    }

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
            guard let auth, let value = auth.value else { return headers }
            return headers + [HeaderField(auth.key, value)]
        }
    }

    struct AuthScheme: Sendable, Equatable {
        var key: String
        var value: String?
    }

    let id: String
    var status: Status
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
        var body = content(
            auth: channel.auth.map { ["type": "HEADER", "key": .string($0.key)] } ?? .null)
        body["_links"] = links(baseURL: baseURL)
        return body
    }

    /// As `/lab/state` and the data file have it: the secret, no links.
    var state: LabJSON {
        content(
            auth: channel.auth.map {
                ["type": "HEADER", "key": .string($0.key), "value": LabJSON($0.value)]
            } ?? .null)
    }

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
                    "headers": .array(
                        channel.headers.map {
                            ["key": .string($0.name), "value": .string($0.value)]
                        }),
                    "method": "POST",
                    "authScheme": auth,
                ],
            ],
        ]
    }

    private func links(baseURL: String) -> LabJSON {
        let own = selfURL(baseURL)
        func link(_ href: String, _ method: String) -> LabJSON {
            ["href": .string(href), "hints": ["allow": [.string(method)]]]
        }
        switch status {
        case .active:
            return [
                "self": ["href": .string(own)],
                "verify": link("\(own)/lifecycle/verify", "POST"),
                "deactivate": link("\(own)/lifecycle/deactivate", "POST"),
            ]
        case .inactive:
            return [
                "activate": link("\(own)/lifecycle/activate", "POST"),
                "self": ["href": .string(own)],
                "delete": link(own, "DELETE"),
            ]
        }
    }
}
