import JSON
import Kinds
import Testing
import Vocabulary

/// The event hook's own shapes on the wire.
struct EventHookTests {
    let kind = ResourceKind.eventHook

    static func body(_ attributes: [AttributePath: AttributeValue]) throws -> JSONValue {
        try ResourceKind.eventHook.body(for: Attributes(attributes), reveal: { _ in Secret("s") })
    }

    @Test func constantsAreInEveryBody() throws {
        let body = try Self.body([:])
        #expect(
            body == [
                "events": ["type": "EVENT_TYPE"], "channel": ["type": "HTTP", "version": "1.0.0"],
            ])
    }

    @Test func theSchemeOfAuthComesWithAuth() throws {
        let key = AttributePath("channel.config.authScheme.key")
        let value = AttributePath("channel.config.authScheme.value")
        let print = Fingerprint(n: 2, r: 1, p: 1, salt: "00", hash: "00")
        let body = try Self.body([key: .text("Authorization"), value: .secret(print)])
        #expect(
            body["channel"]?["config"]?["authScheme"]
                == ["type": "HEADER", "key": "Authorization", "value": "s"])
        let without = try Self.body([AttributePath("channel.config.uri"): .text("https://a.b")])
        #expect(without["channel"]?["config"] == ["uri": "https://a.b"])
    }

    @Test func headersArePairsSortedByNameInAnyCase() throws {
        let path = "channel.config.headers"
        let body = try Self.body([
            AttributePath(path, key: "x-b"): .text("2"),
            AttributePath(path, key: "X-C"): .text("3"),
            AttributePath(path, key: "X-a"): .text("1"),
        ])
        #expect(
            body["channel"]?["config"]?["headers"] == [
                ["key": "X-a", "value": "1"], ["key": "x-b", "value": "2"],
                ["key": "X-C", "value": "3"],
            ])
    }

    @Test func aSecretMayStandInAHeaderOrTheURL() throws {
        let print = Fingerprint(n: 2, r: 1, p: 1, salt: "00", hash: "00")
        let body = try Self.body([
            AttributePath("channel.config.uri"): .secret(print),
            AttributePath("channel.config.headers", key: "X"): .secret(print),
        ])
        #expect(
            body["channel"]?["config"] == ["uri": "s", "headers": [["key": "X", "value": "s"]]])
    }

    @Test func filtersAreAMapByEventType() throws {
        let body = try Self.body([
            AttributePath("events.filter", key: "b"): .text("2"),
            AttributePath("events.filter", key: "a"): .text("1"),
        ])
        #expect(
            body["events"]?["filter"] == [
                "type": "EXPRESSION_LANGUAGE",
                "eventFilterMap": [
                    ["event": "a", "condition": ["version": nil, "expression": "1"]],
                    ["event": "b", "condition": ["version": nil, "expression": "2"]],
                ],
            ])
    }

    @Test(arguments: [
        ("VERIFIED", true), ("UNVERIFIED", false), ("verified", false), ("", false),
        ("A_WORD_TO_COME", false),
    ])
    func onlyOneWordMeansVerified(word: String, isVerified: Bool) throws {
        let answer = KindFixture.eventHook.full.replacing(
            "verificationStatus", by: .string(word))
        #expect(try kind.read(answer).isVerified == isVerified)
    }

    @Test(arguments: [("ACTIVE", true), ("INACTIVE", false), ("", true)])
    func isActiveUnlessItSaysNot(word: String, isActive: Bool) throws {
        let answer = KindFixture.eventHook.full.replacing("status", by: .string(word))
        #expect(try kind.read(answer).isActive == isActive)
    }

    @Test func itsNameIsWhatPeopleCallItAndElseItsID() throws {
        let full = KindFixture.eventHook.full
        #expect(try kind.read(full).name == "Leavers")
        #expect(try kind.read(full.replacing("name", by: nil)).name == "who1")
    }
}
