import JSON
import Kinds
import Testing
import Vocabulary

/// What is an inline hook's own: its channels, its secrets and its types.
struct InlineHookTests {
    let kind = ResourceKind.inlineHook

    static func answer(_ type: String, _ config: JSONValue) -> JSONValue {
        [
            "id": "cal1", "status": "ACTIVE", "name": "Hook", "version": "1.0.0",
            "type": "com.okta.saml.tokens.transform",
            "channel": ["type": .string(type), "version": "1.0.0", "config": config],
        ]
    }

    static let http: JSONValue = [
        "uri": "https://a.b/c", "headers": [], "method": "POST",
        "authScheme": ["type": "HEADER", "key": "Authorization"],
    ]
    static let open: JSONValue = [
        "uri": "https://a.b/c", "headers": [], "method": "POST", "authScheme": nil,
    ]
    static let secret: JSONValue = [
        "uri": "https://a.b/c", "headers": [], "method": "POST", "authScheme": nil,
        "clientId": "abc123", "tokenUrl": "https://a.b/token", "authType": "client_secret_post",
        "scope": "api",
    ]
    static let key: JSONValue = [
        "uri": "https://a.b/c", "headers": [], "method": "POST", "authScheme": nil,
        "clientId": "abc123", "tokenUrl": "https://a.b/token", "authType": "private_key_jwt",
        "scope": nil, "hookKeyId": "HKY1",
    ]

    @Test(arguments: [
        ("HTTP", http, ["channel.config.authScheme.value"]), ("HTTP", open, []),
        ("OAUTH", secret, ["channel.config.clientSecret"]), ("OAUTH", key, []),
    ])
    func aSecretIsKnownToBeSet(type: String, config: JSONValue, secrets: [String]) throws {
        let attributes = try kind.read(Self.answer(type, config)).attributes
        let unknown = attributes.pairs.filter { $0.value == .unknown }.map(\.path.attribute)
        #expect(unknown == secrets)
        #expect(attributes["channel.type"] == .text(type))
    }

    @Test func itsStatusIsReadAndNeverSent() throws {
        let attributes = try kind.read(Self.answer("HTTP", Self.open)).attributes
        #expect(attributes["status"] == .text("ACTIVE"))
        #expect(try kind.body(for: attributes) { _ in nil }["status"] == nil)
    }

    @Test func aReferenceIsNotSentBeforeItIsAnId() throws {
        var attributes = try kind.read(Self.answer("OAUTH", Self.key)).attributes
        attributes["channel.config.hookKeyId"] = .reference(Address(kind: "hook_key", key: "k"))
        #expect(throws: MissingSecretError.self) {
            _ = try kind.body(for: attributes) { _ in nil }
        }
    }

    @Test func aKeysUseIsABooleanOrAString() throws {
        let words: [(JSONValue, Bool?)] = [
            (true, true), (false, false), ("true", true), ("false", false), (nil, nil),
            ("yes", nil), (1, nil),
        ]
        for (wire, expected) in words {
            let answer = KindFixture.hookKey.full.replacing("isUsed", by: wire)
            #expect(try ResourceKind.hookKey.read(answer).isUsed == expected)
        }
        #expect(try kind.read(Self.answer("HTTP", Self.open)).isUsed == nil)
    }
}
