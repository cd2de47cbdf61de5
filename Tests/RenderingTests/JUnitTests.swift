import Kinds
import Rendering
import Testing
import Vocabulary

/// A report for build servers is XML whatever stands in names and events.
@Suite struct JUnitTests {
    private static func report(_ name: String, filter: String, delivers: Bool) -> FilterTestReport {
        let place = SourceLocation(file: "a&b.yaml", line: 7, column: 15)
        let hook = ResourceDeclaration(
            kind: .eventHook, address: Address(kind: "event_hook", key: "h"),
            values: [
                AttributePath("events.items"): .plain(.set(of: ["a.b"])),
                AttributePath("events.filter", key: "a.b"): .plain(.text(filter)),
            ], declared: [], verify: true, lifecycle: .init(), location: place)
        let test = FilterTest(
            name, event: .file("e.json"), delivers: delivers, at: place, eventAt: place)
        let event = #"{"actor": {"id": "<&>\"'\u001b"}}"#
        var report = FilterTestReport()
        report.add(hook.result(of: test, event: Array(event.utf8), eventType: "a.b"), of: "o")
        return report
    }

    @Test func aFailureIsEscaped() {
        let report = Self.report(
            "<a> & \"b\"\n\u{1}\u{1F600}", filter: "event.actor.id eq ']]>'", delivers: true)
        #expect(
            FilterTestView(report).render(.junit, style: TextStyle()) == #"""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="tenterhook" tests="1" failures="1">
                  <testsuite name="event_hook.h" tests="1" failures="1">
                    <testcase name="&lt;a&gt; &amp; &quot;b&quot;&#10;\u{1}😀" classname="event_hook.h" file="a&amp;b.yaml" line="7">
                      <failure message="The filter is false, so that the event is not delivered. The test wants it to be delivered.">false  event.actor.id eq ']]&gt;'
                  '&lt;&amp;&gt;&quot;''\u{1b}'  event.actor.id
                </failure>
                    </testcase>
                  </testsuite>
                </testsuites>

                """#)
    }

    @Test func whatPassesHasNoMore() {
        let report = Self.report("n", filter: "event.actor.id eq ']]>'", delivers: false)
        #expect(
            FilterTestView(report).render(.junit, style: TextStyle()) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="tenterhook" tests="1" failures="0">
                  <testsuite name="event_hook.h" tests="1" failures="0">
                    <testcase name="n" classname="event_hook.h" file="a&amp;b.yaml" line="7"/>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func withoutTestsThereIsADocumentAllTheSame() {
        #expect(
            FilterTestView(FilterTestReport()).render(.junit, style: TextStyle()) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="tenterhook" tests="0" failures="0">
                </testsuites>

                """)
    }
}
