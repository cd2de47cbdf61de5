import JSON
import Kinds
import Manifests
import Testing
import Vocabulary

/// Tests that users write: their shape, their events, and what is wrong with either.
@Suite struct FilterTestTests {
    /// A hook whose tests begin on line 6.
    private static func manifest(_ tests: String) -> String {
        """
        version: 1
        event_hooks:
          h:
            endpoint: { url: https://a.b, auth: none }
            events: [user.lifecycle.create]
            tests: \(tests)
        orgs:
          o: { url: https://a.okta.com, auth: { api_token: { env: T } }, vars: { who: Ada } }

        """
    }

    private static func event(_ text: String) -> String {
        manifest("[{ name: n, event: \(text), deliver: true }]")
    }

    @Test(arguments: [
        FindingCase("none", manifest("")),
        FindingCase("an empty list", manifest("[]")),
        FindingCase("one in place", event("{ eventType: a }")),
        FindingCase("one in a file", event("{ file: a.json }")),
        FindingCase("a mapping", manifest("{ a: b }"), "6:12-20 wrong-type"),
        FindingCase("a text", manifest("[a]"), "6:13-14 wrong-type"),
        FindingCase(
            "nothing in it", manifest("[{}]"), "6:13-15 missing-key", "6:13-15 missing-key",
            "6:13-15 missing-key"),
        FindingCase(
            "an unknown key", manifest("[{ name: n, event: { eventType: a }, delivered: true }]"),
            "6:49-58 unknown-key"),
        FindingCase(
            "a word for deliver", manifest("[{ name: n, event: { eventType: a }, deliver: yes }]"),
            "6:58-61 wrong-type"),
        FindingCase(
            "an empty name", manifest("[{ name: '', event: { eventType: a }, deliver: true }]"),
            "6:21-23 empty-name"),
        FindingCase(
            "a name twice",
            manifest(
                """

                      - { name: n, event: { eventType: a }, deliver: true }
                      - { name: n, event: { eventType: b }, deliver: true }
                """), "8:17-18 duplicate-name"),
        FindingCase("a list for an event", event("[a]"), "6:31-34 wrong-type"),
        FindingCase("a file's name for an event", event("a.json"), "6:31-37 wrong-type"),
        FindingCase("nothing for an event", event(""), "6:24-29 wrong-type"),
        FindingCase(
            "a file and more", event("{ file: a.json, eventType: a }"), "6:47-56 unknown-key"),
        FindingCase("no file's name", event("{ file: '' }"), "6:39-41 empty-name"),
        FindingCase(
            "a variable without a value", event("{ eventType: '${var.hwo}' }"),
            "6:44-56 variable-without-value"),
        FindingCase(
            "a variable that is none", event("{ a: ['${who}'] }"), "6:37-45 interpolation-unknown"),
        FindingCase(
            "tests of a kind without filters",
            "version: 1\nhook_keys:\n  k: { tests: [] }\n", "3:8-13 unknown-key"),
    ])
    func shapes(_ example: FindingCase) {
        #expect(Folder(example.text).findings(variables: [:]).map(\.brief) == example.findings)
    }

    @Test func anEventInPlaceIsWhatItWouldBeAsJSON() throws {
        let folder = Folder(
            Self.event(
                """
                { eventType: a, n: null, e: , b: true, i: -7, r: 1.50, o: 0123, p: +5, h: .5, \
                q: "5", s: yes, v: "${var.who} $${", l: [1, { x: y }], t: 2026-11-21T10:00:00Z }
                """))
        let test = try #require(folder.resources().first?.tests.first)
        let expected = try JSONValue(
            parsing: Array(
                #"""
                {"eventType": "a", "n": null, "e": null, "b": true, "i": -7, "r": 1.50, "o": 123,
                 "p": 5, "h": 0.5, "q": "5", "s": "yes", "v": "Ada ${", "l": [1, {"x": "y"}],
                 "t": "2026-11-21T10:00:00Z"}
                """#.utf8))
        #expect(test.event == .inPlace(expected))
        #expect(test.name == "n" && test.delivers)
        #expect(test.location.description == "tenterhook.yaml:6:21")
    }

    @Test(arguments: [
        ("event.json", #"{"eventType": "a"}"#, []),
        ("event.json", "{", ["6:39-49 Test event is not JSON"]),
        ("event.json", "[]", ["6:39-49 Test event is not an object"]),
        ("event.json", "{}", ["6:39-49 Test event without a type"]),
        ("event.json", #"{"eventType": 5}"#, ["6:39-49 Test event without a type"]),
        ("elsewhere.json", "{}", ["6:39-49 Test event not found"]),
    ])
    func eventsInFiles(name: String, content: String, problems: [String]) throws {
        var folder = Folder(Self.event("{ file: event.json }"))
        folder.files[name] = Array(content.utf8)
        #expect(try Self.problems(folder) == problems)
    }

    @Test func aFileIsRelativeToTheFileThatNamesIt() throws {
        let hooks = Self.event("{ file: event.json }").split(separator: "\n").dropLast(2)
        var folder = Folder([
            "tenterhook.yaml": "version: 1\ninclude: [hooks/*.yaml]\n",
            "hooks/a.yaml": hooks.joined(separator: "\n"),
        ])
        #expect(try Self.problems(folder) == ["6:39-49 Test event not found"])
        folder.files["hooks/event.json"] = Array(#"{"eventType": "a"}"#.utf8)
        #expect(try Self.problems(folder) == [])
    }

    @Test func anEventInPlaceNeedsAType() throws {
        #expect(
            try Self.problems(Folder(Self.event("{ a: b }"))) == [
                "6:24-29 Test event without a type"
            ])
    }

    /// A path is no secret, though a secret's file is written in the same way.
    @Test func aFilesNameIsShown() {
        let folder = Folder(Self.event("{ file: event.json }"))
        let shown = folder.read().excerptSources["tenterhook.yaml"] ?? []
        #expect(String(decoding: shown, as: UTF8.self).contains("event: { file: event.json }"))
        #expect(!String(decoding: shown, as: UTF8.self).contains("env: T"))
    }

    private static func problems(_ folder: Folder) throws -> [String] {
        let test = try #require(folder.resources().first?.tests.first)
        var events = FilterTestEvents(read: folder.access.read)
        let event = events.event(of: test)
        #expect((event == nil) == events.diagnostics.hasErrors)
        return events.diagnostics.map { diagnostic in
            let place = diagnostic.location.map { "\($0.line):\($0.column)-\($0.endColumn) " }
            return (place ?? "") + diagnostic.summary
        }
    }
}
