import Kinds
import Testing
import Vocabulary

/// What a hook does with the event of a test, and whether the test passes then.
@Suite struct FilterTestResultTests {
    private static let place = SourceLocation(file: "t.yaml", line: 1, column: 1)

    private static func result(
        filter: String?, event: String, type: String = "a.b", delivers: Bool = true
    ) -> FilterTestResult {
        var values: [AttributePath: ResourceDeclaration.Value] = [
            AttributePath("events.items"): .plain(.set(of: ["a.b", "c.d"]))
        ]
        if let filter {
            values[AttributePath("events.filter", key: "a.b")] = .plain(.text(filter))
        }
        let hook = ResourceDeclaration(
            kind: .eventHook, address: Address(kind: "event_hook", key: "h"), values: values,
            declared: [], verify: true, lifecycle: .init(), location: place)
        let test = FilterTest(
            "n", event: .file("event.json"), delivers: delivers, at: place, eventAt: place)
        return hook.result(of: test, event: Array(event.utf8), eventType: type)
    }

    @Test(
        arguments: [
            (
                "a filter that is true", "event.actor.id eq '1'", #"{"actor": {"id": "1"}}"#, "a.b",
                true
            ),
            (
                "a filter that is false", "event.actor.id eq '1'", #"{"actor": {"id": "2"}}"#,
                "a.b", false
            ),
            ("a filter that fails", "event.actor.id eq '1'", "{}", "a.b", nil),
            ("a filter that is no condition", "event.actor", #"{"actor": {}}"#, "a.b", nil),
            ("a filter that is no expression", "event.", "{}", "a.b", nil),
            ("no filter for the type", "event.actor.id eq '1'", "{}", "c.d", true),
            ("a type that is not subscribed", "event.actor.id eq '1'", "{}", "e.f", false),
            (
                "an event without a bottom", "event.actor.id eq '1'",
                #"{"actor": "# + String(repeating: "[", count: 300), "a.b", nil
            ),
        ] as [(String, String, String, String, Bool?)])
    func outcomes(what: String, filter: String, event: String, type: String, isDelivered: Bool?) {
        for delivers in [true, false] {
            let result = Self.result(filter: filter, event: event, type: type, delivers: delivers)
            #expect(result.isDelivered == isDelivered)
            #expect(result.passes == (isDelivered == delivers))
        }
    }

    @Test func aHookWithoutFiltersDeliversWhatItSubscribesTo() {
        #expect(Self.result(filter: nil, event: "{}").isDelivered == true)
        #expect(Self.result(filter: nil, event: "{}", type: "e.f").isDelivered == false)
    }

    @Test func whatIsTheSameInSeveralOrgsIsReportedOnce() {
        let event = #"{"actor": {"id": "1"}}"#
        let (one, other) = (
            Self.result(filter: "event.actor.id eq '1'", event: event),
            Self.result(filter: "event.actor.id eq '2'", event: event)
        )
        var report = FilterTestReport()
        #expect(report.isEmpty)
        report.add(one, of: "prod")
        report.add(one, of: "preview")
        #expect(report.entries.map(\.orgs) == [["prod", "preview"]])
        #expect(report.entries.map(\.dependsOnOrg) == [false])
        #expect((report.count, report.failures) == (1, 0))
        report.add(other, of: "lab")
        #expect(report.entries.map(\.orgs) == [["prod", "preview"], ["lab"]])
        #expect(report.entries.map(\.dependsOnOrg) == [true, true])
        #expect((report.count, report.failures) == (2, 1))
    }
}
