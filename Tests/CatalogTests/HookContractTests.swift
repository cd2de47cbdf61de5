import Catalog
import JSON
import Kinds
import Testing
import Vocabulary

/// What is sent to an inline hook's endpoint to try it out, and what it may answer.
struct HookContractTests {
    static let types = [
        "com.okta.import.transform", "com.okta.oauth2.tokens.transform",
        "com.okta.saml.tokens.transform", "com.okta.telephony.provider",
        "com.okta.user.credential.password.import", "com.okta.user.pre-registration",
    ]

    static func contract(_ type: String) throws -> HookContract {
        let found = ResourceKind.inlineHook.contract(
            of: Attributes([AttributePath("type"): .text(type)]))
        #expect(found?.type == type)
        return try #require(found).contract
    }

    @Test(arguments: types)
    func eachTypeHasASampleInOktasEnvelope(type: String) throws {
        let payload = try Self.contract(type).payload(
            type: type, id: "cal1", orgURL: "https://acme.okta.com",
            hookURL: "https://acme.okta.com/api/v1/inlineHooks/cal1", eventID: "event-1",
            time: "2026-03-01T10:00:00Z")
        #expect(payload["eventType"]?.string == type)
        #expect(payload["eventId"]?.string == "event-1")
        #expect(payload["eventTime"]?.string == "2026-03-01T10:00:00Z")
        #expect(payload["contentType"]?.string == "application/json")
        let source = try #require(payload["source"]?.string)
        #expect(source == "cal1" || source.hasPrefix("https://acme.okta.com/"))
        #expect(payload["data"]?["context"]?.object?.isEmpty == false)
        #expect(payload["data"]?.object?.count ?? 0 > 1)
        // It goes out as it reads.
        #expect(try JSONValue(parsing: payload.bytes()) == payload)
    }

    @Test(arguments: [
        ("com.okta.import.transform", ["context", "action", "appUser", "user"]),
        ("com.okta.oauth2.tokens.transform", ["context", "identity", "access"]),
        ("com.okta.saml.tokens.transform", ["context", "assertion"]),
        ("com.okta.telephony.provider", ["context", "userProfile", "messageProfile"]),
        ("com.okta.user.credential.password.import", ["context", "action"]),
        ("com.okta.user.pre-registration", ["context", "userProfile", "action"]),
    ])
    func theSampleHasTheMembersOfItsType(type: String, members: [String]) throws {
        #expect(try Self.contract(type).sample["data"]?.object?.keys == members)
    }

    @Test func nothingElseIsExecuted() {
        #expect(ResourceKind.inlineHook.isExecutable)
        #expect(!ResourceKind.eventHook.isExecutable)
        #expect(!ResourceKind.hookKey.isExecutable)
        let unknown = Attributes([AttributePath("type"): .text("com.okta.new")])
        #expect(ResourceKind.inlineHook.contract(of: unknown) == nil)
    }

    /// A type, an answer, and the places at which something is wrong.
    struct Row: CustomTestStringConvertible, Sendable {
        let type: String
        let answer: String
        let places: [String]

        init(_ type: String, _ answer: String, _ places: [String] = []) {
            self.type = type
            self.answer = answer
            self.places = places
        }

        var testDescription: String { "\(type) \(answer)" }

        /// With one command.
        static func command(
            _ type: String, _ command: String, _ value: String, _ places: [String] = []
        ) -> Row {
            Row(type, #"{"commands":[{"type":"\#(command)","value":\#(value)}]}"#, places)
        }
    }

    private static let (users, tokens, saml) = (types[0], types[1], types[2])
    private static let (phones, passwords, registration) = (types[3], types[4], types[5])
    private static let value = "commands[0].value"

    static let wholes: [Row] = types.flatMap { type in
        [
            Row(type, "{}"), Row(type, #"{"commands":[]}"#),
            Row(type, #"{"error":{"errorSummary":"no"}}"#),
            Row(type, #"{"commands":[],"debugContext":{"a":1}}"#),
            Row(type, "[]", [""]), Row(type, "null", [""]), Row(type, "1", [""]),
            Row(type, #"{"command":[]}"#, [""]), Row(type, #"{"error":"no"}"#, ["error"]),
            Row(type, #"{"commands":{}}"#, ["commands"]),
            Row(type, #"{"commands":null}"#, ["commands"]),
            Row(type, #"{"commands":[1]}"#, ["commands[0]"]),
            Row(type, #"{"commands":[{}]}"#, ["commands[0].type"]),
            Row(type, #"{"commands":[{"type":1}]}"#, ["commands[0].type"]),
            Row.command(type, "com.okta.unheard.of", "{}", ["commands[0].type"]),
            Row.command(type, "com.action.update", "{}", ["commands[0].type"]),
        ]
    }

    static let words: [Row] = [
        .command(passwords, "com.okta.action.update", #"{"credential":"VERIFIED"}"#),
        .command(passwords, "com.okta.action.update", #"{"credential":"UNVERIFIED"}"#),
        .command(
            passwords, "com.okta.action.update", #"{"credential":"verified"}"#,
            ["\(value).credential"]),
        .command(passwords, "com.okta.action.update", "{}", ["\(value).credential"]),
        .command(passwords, "com.okta.action.update", "null", [value]),
        .command(
            passwords, "com.okta.action.update", #"{"registration":"ALLOW"}"#,
            ["\(value).credential"]),
        .command(registration, "com.okta.action.update", #"{"registration":"DENY"}"#),
        .command(
            registration, "com.okta.action.update", #"{"registration":true}"#,
            ["\(value).registration"]),
        .command(registration, "com.okta.user.profile.update", #"{"firstName":"A"}"#),
        .command(registration, "com.okta.user.profile.update", "{}", [value]),
        .command(registration, "com.okta.user.profile.update", "[]", [value]),
        .command(registration, "com.okta.user.progressive.profile.update", #"{"a":"b"}"#),
        .command(users, "com.okta.action.update", #"{"result":"CREATE_USER"}"#),
        .command(users, "com.okta.action.update", #"{"result":"LINK_USER"}"#, ["\(value).result"]),
        Row(
            users,
            #"{"commands":[{"type":"com.okta.action.update","value":{"result":"LINK_USER"}},"#
                + #"{"type":"com.okta.user.update","value":{"id":"00u1"}}]}"#),
        .command(users, "com.okta.user.update", #"{"id":7}"#, ["\(value).id"]),
        .command(users, "com.okta.appUser.profile.update", #"{"firstName":"A"}"#),
        .command(phones, "com.okta.telephony.action", #"[{"status":"SUCCESSFUL"}]"#),
        .command(
            phones, "com.okta.telephony.action", #"[{"status":"PENDING"},{"status":"OK"}]"#,
            ["\(value)[1].status"]),
        .command(phones, "com.okta.telephony.action", #"{"status":"SUCCESSFUL"}"#, [value]),
        .command(phones, "com.okta.telephony.action", "[]", [value]),
    ]

    static let patches: [Row] = [
        .command(
            tokens, "com.okta.identity.patch", #"[{"op":"add","path":"/claims/a","value":"1"}]"#),
        .command(
            tokens, "com.okta.access.patch",
            #"[{"op":"remove","path":"/claims/a/b"},{"op":"replace","path":"/claims/a","value":[]}]"#
        ),
        .command(
            tokens, "com.okta.access.patch",
            #"[{"op":"replace","path":"/token/lifetime/expiration","value":600}]"#),
        .command(
            tokens, "com.okta.access.patch",
            #"[{"op":"replace","path":"/token/lifetime/expiration","value":"600"}]"#,
            ["\(value)[0].value"]),
        .command(
            tokens, "com.okta.access.patch",
            #"[{"op":"add","path":"/token/lifetime/expiration","value":600}]"#,
            ["\(value)[0].op"]),
        .command(
            tokens, "com.okta.identity.patch",
            #"[{"op":"add","path":"/claims/","value":1},{"op":"add","path":"claims/a","value":1}]"#,
            ["\(value)[0].path", "\(value)[1].path"]),
        .command(
            tokens, "com.okta.identity.patch",
            #"[{"op":"move","path":"/claims/a"},{"op":"add"},{"op":"add","path":"/claims/a"}]"#,
            ["\(value)[0].op", "\(value)[1].path", "\(value)[2].value"]),
        .command(
            tokens, "com.okta.assertion.patch", #"[{"op":"add","path":"/claims/a","value":1}]"#,
            ["commands[0].type"]),
        .command(
            saml, "com.okta.assertion.patch",
            #"[{"op":"replace","path":"/authentication/sessionIndex","value":"x"}]"#),
        .command(
            saml, "com.okta.assertion.patch", #"[{"op":"remove","path":"/claims/a"}]"#,
            ["\(value)[0].op"]),
        .command(
            saml, "com.okta.assertion.patch", #"[{"op":"add","path":"/token/a","value":1}]"#,
            ["\(value)[0].path"]),
    ]

    @Test(arguments: wholes + words + patches)
    func anAnswerIsJudged(row: Row) throws {
        let answer = try JSONValue(parsing: Array(row.answer.utf8))
        let problems = try Self.contract(row.type).problems(in: answer, size: row.answer.utf8.count)
        #expect(problems.map(\.place) == row.places)
        #expect(problems.allSatisfy { !$0.detail.isEmpty })
    }

    @Test func aNearNameIsNamed() throws {
        let answer: JSONValue = ["commands": [["type": "com.action.update", "value": [:]]]]
        let problems = try Self.contract(Self.passwords).problems(in: answer, size: 50)
        #expect(
            problems.map(\.detail) == [
                "is `com.action.update`; hooks of this type take `com.okta.action.update`. "
                    + "Did you mean `com.okta.action.update`?"
            ])
    }

    @Test func anAnswerIsSmallerThan256KB() throws {
        let contract = try Self.contract(Self.tokens)
        #expect(contract.problems(in: [:], size: 262_143).isEmpty)
        #expect(contract.problems(in: [:], size: 262_144).map(\.place) == [""])
    }
}
