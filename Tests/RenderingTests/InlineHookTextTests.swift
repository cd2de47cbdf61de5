import Catalog
import JSON
import Kinds
import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Rendering

/// What is said of inline hooks alone: what people feel, what uses them, what their endpoints answer.
@Suite struct InlineHookTextTests {
    private static let kind = ResourceKind.inlineHook
    private static let hook = Address(kind: "inline_hook", key: "hook")
    private static let types =
        kind.attributes.first { $0.path == "type" }?.choices ?? []

    private static func attributes(
        _ type: String, name: String = "Hook", url: String = "https://hooks.acme.com/a",
        status: String = "ACTIVE"
    ) -> Attributes {
        Attributes([
            AttributePath("name"): .text(name), AttributePath("type"): .text(type),
            AttributePath("channel.config.uri"): .text(url),
            AttributePath("status"): .text(status),
        ])
    }

    private func text(
        _ action: Change.Action, _ steps: [Step], before: Attributes = Attributes(),
        after: Attributes = Attributes(), whereUsed: WhereUsed? = nil
    ) -> String {
        let change = Change(
            address: Self.hook, action: action, reason: .differs, id: "cal1", before: before,
            after: after, steps: steps)
        return PlanView(Sample.plan(changes: [change]), whereUsed: whereUsed)
            .text(TextStyle(width: 1000))
    }

    @Test func thereAreSixTypes() { #expect(Self.types.count == 6) }

    @Test(arguments: types)
    func whatIsMadeOrWrittenSaysWhatIsFeltWhenItFails(type: String) throws {
        let live = Self.attributes(type)
        let effect = try #require(Self.kind.outage(of: live)).effect
        let words = "where it is in use, \(effect) when it fails"
        let other = Self.attributes(type, url: "https://hooks.acme.com/b")
        let off = Self.attributes(type, status: "INACTIVE")
        #expect(text(.create, [Step(.create)], after: live).contains(words))
        #expect(text(.update, [Step(.update)], before: live, after: other).contains(words))
        #expect(text(.update, [Step(.activate)], before: off, after: live).contains(words))

        let renamed = Self.attributes(type, name: "New")
        let steps = [Step(.create), Step(.deactivate)]
        #expect(!text(.update, [Step(.update)], before: live, after: renamed).contains("in use"))
        #expect(!text(.create, steps, after: off).contains("in use"))
    }

    @Test(arguments: types)
    func whatIsTakenAwaySaysWhatIsFeltMeanwhile(type: String) throws {
        let live = Self.attributes(type)
        let outage = try #require(Self.kind.outage(of: live))
        let off = Self.attributes(type, status: "INACTIVE")
        let gone = [Step(.deactivate), Step(.delete)]
        for told in [
            text(.delete, gone, before: live), text(.replace, gone + [Step(.create)], before: live),
            text(.update, [Step(.deactivate)], before: live, after: off),
        ] {
            #expect(told.contains("where it is in use, \(outage.effect) while it is gone"))
            #expect(told.contains("hence --allow-blocking") == outage.isBlocking)
        }
        #expect(!text(.delete, [Step(.delete)], before: off).contains("in use"))
    }

    @Test(arguments: types)
    func aDeleteSaysHowToFindOutWhatUsesIt(type: String) {
        let hint = "--where-used shows what refers to it"
        let isListed =
            if case .listed? = Self.kind.use(of: Self.attributes(type)) { true } else { false }
        let (steps, live) = ([Step(.delete)], Self.attributes(type))
        #expect(text(.delete, steps, before: live).contains(hint) == isListed)
        let asked = WhereUsed(findings: [:])
        #expect(!text(.delete, steps, before: live, whereUsed: asked).contains(hint))
        #expect(!text(.update, steps, before: live, after: live).contains(hint))
    }

    private func execution(_ body: String, _ type: String = types[0]) throws -> Execution {
        let found = try #require(Self.kind.contract(of: Self.attributes(type)))
        return Execution(
            EndpointAnswer(status: 200, body: Array(body.utf8), elapsed: .milliseconds(214)),
            found.contract)
    }

    @Test(arguments: [
        ("", true, "No commands: Okta would go on as it does by default."),
        (" \n", true, "No commands: Okta would go on as it does by default."),
        ("{}", true, "No commands: Okta would go on as it does by default."),
        (#"{"error":{"errorSummary":"no such user"}}"#, true, "  error: no such user\n"),
        (
            #"{"commands":[{"type":"com.okta.user.profile.update","value":{"a":"b"}}]}"#, true,
            "Okta would carry out 1 command."
        ),
        ("<html>", false, "The answer is no JSON: line 1, column 1"),
        (#"{"commands":1}"#, false, "commands is no array."),
        (String(repeating: " ", count: 262_144) + "{}", false, "Okta takes less than 256 KB"),
    ])
    func anExecutionIsTold(body: String, isGood: Bool, words: String) throws {
        let execution = try execution(body)
        #expect(execution.isGood == isGood)
        let view = ExecutionView(Self.hook, type: "t", .answered(execution))
        let text = view.text(Sample.plain)
        let answered = "answered\(isGood ? "" : " wrongly") with \(execution.answer.status)"
        #expect(text.hasPrefix("inline_hook.hook: \(answered) in 214 ms"))
        #expect(text.contains(words), "\(text)")
        let document = view.json
        #expect(document["valid"]?.bool == isGood)
        #expect(document["bytes"]?.int == body.utf8.count)
        #expect(document["problems"]?.array?.isEmpty == isGood)
    }

    @Test func nothingOfAnEndpointsOrTheOrgsReachesTheTerminalRaw() throws {
        let evil = "\u{1B}[31m\u{202E}\u{7}"
        let body: JSONValue = [
            "commands": [["type": .string(evil), "value": [.string(evil)]]],
            "error": ["errorSummary": .string(evil)],
        ]
        let use = ObjectUse(
            object: evil, parts: [.init(evil, name: evil, id: evil)], isActive: false)
        let key = PublicKey(id: evil, numbers: .init(modulus: evil, exponent: evil))
        var object = try ResourceKind.hookKey.read(["id": "HKY1", "name": .string(evil)])
        object.publicKey = key
        object.created = evil
        let recorded = RecordedResource(
            id: evil, attributes: Attributes(), lastUpdated: evil, publicKey: key)
        var texts = [
            ExecutionView(Self.hook, type: evil, .answered(try execution(body.text())))
                .text(Sample.plain),
            ExecutionView(
                Self.hook, type: evil,
                .failed(OktaAnswer(status: 400, summary: evil, causes: [evil], requestID: evil))
            ).text(Sample.plain),
            renderKey(Self.hook, object, style: Sample.plain),
            ResourceView(
                Address(kind: "hook_key", key: "signing"), recorded, use: .used(by: [use])
            ).text(Sample.plain),
        ]
        for finding in [WhereUsed.Finding.used(by: [use]), .notKnown(evil), .unlisted(evil)] {
            texts.append(
                PlanView(Sample.plan(), whereUsed: WhereUsed(findings: [Self.hook: finding]))
                    .text(Sample.plain))
        }
        for text in texts {
            let raw = text.unicodeScalars.filter {
                $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
            }
            #expect(raw.isEmpty, "\(text)")
            #expect(text.contains("u{1b}") || text.contains("u001b"), "\(text)")
        }
    }
}
