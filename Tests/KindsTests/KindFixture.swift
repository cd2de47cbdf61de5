import JSON
import Kinds
import Vocabulary

/// What the contract tests need to know of a kind: one object in all its forms. A new kind adds its
/// own to `all`; without it the tests fail.
struct KindFixture: Sendable {
    /// An object with every attribute, as the org lists it.
    let full: JSONValue
    /// The same, as it is read: what is write-only is there and unknown.
    let attributes: Attributes
    /// The clear text of the write-only attributes.
    let secrets: [String: String]
    /// The body of the PUT that keeps the object.
    let body: JSONValue
    /// An object with the required attributes only, and its PUT.
    let least: JSONValue
    let leastBody: JSONValue

    static let all: [String: KindFixture] = [
        ResourceKind.eventHook.name: .eventHook, ResourceKind.hookKey.name: .hookKey,
        ResourceKind.inlineHook.name: .inlineHook,
    ]

    /// The attributes with the write-only ones filled in, each by its own fingerprint.
    var filled: Attributes {
        attributes.mapValues { path, value in
            value == .unknown ? .secret(Self.fingerprint(of: path.attribute)) : value
        }
    }

    /// Gives the secret behind a fingerprint that `filled` made.
    func reveal(_ fingerprint: Fingerprint) -> Secret? {
        secrets.first { Self.fingerprint(of: $0.key) == fingerprint }.map { Secret($0.value) }
    }

    private static func fingerprint(of path: String) -> Fingerprint {
        let hexadecimal = path.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return Fingerprint(n: 2, r: 1, p: 1, salt: "00", hash: hexadecimal)
    }
}

extension KindFixture {
    static let eventHook = KindFixture(
        full: [
            "id": "who1", "status": "ACTIVE", "verificationStatus": "VERIFIED", "name": "Leavers",
            "description": "Stop pay", "created": "2026-03-01T10:00:00.000Z", "createdBy": "00u1",
            "lastUpdated": "2026-03-02T10:00:00.000Z",
            "events": [
                "type": "EVENT_TYPE",
                "items": ["user.lifecycle.deactivate", "group.user_membership.add"],
                "filter": [
                    "type": "EXPRESSION_LANGUAGE",
                    "eventFilterMap": [
                        [
                            "event": "group.user_membership.add",
                            "condition": ["version": nil, "expression": "event.actor.id eq '1'"],
                        ]
                    ],
                ],
            ],
            "channel": [
                "type": "HTTP", "version": "1.0.0",
                "config": [
                    "uri": "https://hooks.acme.com/leavers", "method": "POST",
                    "headers": [
                        ["key": "X-Team", "value": "identity"], ["key": "X-Empty", "value": ""],
                    ],
                    "authScheme": ["type": "HEADER", "key": "Authorization"],
                ],
            ],
            "_links": ["self": ["href": "https://acme.okta.com/api/v1/eventHooks/who1"]],
        ],
        attributes: Attributes([
            AttributePath("name"): .text("Leavers"),
            AttributePath("description"): .text("Stop pay"),
            AttributePath("status"): .text("ACTIVE"),
            AttributePath("events.items"): .names([
                "group.user_membership.add", "user.lifecycle.deactivate",
            ]),
            AttributePath("events.filter", key: "group.user_membership.add"): .text(
                "event.actor.id eq '1'"),
            AttributePath("channel.config.uri"): .text("https://hooks.acme.com/leavers"),
            AttributePath("channel.config.headers", key: "X-Team"): .text("identity"),
            AttributePath("channel.config.headers", key: "X-Empty"): .text(""),
            AttributePath("channel.config.authScheme.key"): .text("Authorization"),
            AttributePath("channel.config.authScheme.value"): .unknown,
        ]),
        secrets: ["channel.config.authScheme.value": "the secret"],
        body: [
            "name": "Leavers", "description": "Stop pay", "status": "ACTIVE",
            "events": [
                "type": "EVENT_TYPE",
                "items": ["group.user_membership.add", "user.lifecycle.deactivate"],
                "filter": [
                    "type": "EXPRESSION_LANGUAGE",
                    "eventFilterMap": [
                        [
                            "event": "group.user_membership.add",
                            "condition": ["version": nil, "expression": "event.actor.id eq '1'"],
                        ]
                    ],
                ],
            ],
            "channel": [
                "type": "HTTP", "version": "1.0.0",
                "config": [
                    "uri": "https://hooks.acme.com/leavers",
                    "headers": [
                        ["key": "X-Empty", "value": ""], ["key": "X-Team", "value": "identity"],
                    ],
                    "authScheme": [
                        "type": "HEADER", "key": "Authorization", "value": "the secret",
                    ],
                ],
            ],
        ],
        least: [
            "id": "who2", "verificationStatus": "UNVERIFIED", "name": "Leavers",
            "events": ["type": "EVENT_TYPE", "items": ["user.lifecycle.deactivate"]],
            "channel": [
                "type": "HTTP", "version": "1.0.0", "config": ["uri": "https://hooks.acme.com/x"],
            ],
        ],
        leastBody: [
            "name": "Leavers",
            "events": ["type": "EVENT_TYPE", "items": ["user.lifecycle.deactivate"]],
            "channel": [
                "type": "HTTP", "version": "1.0.0", "config": ["uri": "https://hooks.acme.com/x"],
            ],
        ])
}
