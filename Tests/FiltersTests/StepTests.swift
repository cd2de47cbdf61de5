import JSON
import Testing

@testable import Filters

/// That a filter's faster ways come to the same as its slower ones.
struct StepTests {
    @Test func joinedStepsAndTracesAgree() throws {
        let corpus = DifferentialTests.corpus(seed: 77, count: 800)
        let events = corpus.events.map { $0.bytes() }
        var seen = 0
        for question in corpus.questions {
            guard let expression = try? FilterExpression(parsing: question.expression) else {
                continue
            }
            var joined = FilterRun(CompiledFilter(expression))
            var apart = FilterRun(CompiledFilter(expression, joinsSteps: false))
            for event in question.events {
                let verdict = try DifferentialTests.verdict(of: &joined, on: events[event])
                #expect(
                    try DifferentialTests.verdict(of: &apart, on: events[event]) == verdict,
                    "\(question.expression)")
                let trace = try FilterRun.trace(expression, on: events[event])
                let told =
                    switch trace?.outcome {
                    case .value(let value): DifferentialTests.written(value)
                    case .failure(let failure): "F:" + failure.kind.rawValue
                    case nil: ""
                    }
                #expect(told == verdict, "\(question.expression)")
                seen += 1
            }
        }
        #expect(seen > 2_000)
    }

    @Test(arguments: [
        ("event.eventType eq 'a'", ["event.eventType"]),
        ("event.target.?[type eq 'User'].size() > 0", ["event.target[].type"]),
        (
            "event.target.?[type eq 'a' && #root.event.uuid eq id].size() > 0",
            ["event.target[].id.*", "event.target[].type", "event.uuid.*"]
        ),
        ("event.target.size() > 0", ["event.target"]),
        ("event.target[0].type eq 'a'", ["event.target[].type"]),
        ("event['actor']['id'] eq 'a'", ["event.actor.id"]),
        ("event.target.![displayName].contains('x')", ["event.target[].displayName"]),
        ("event.actor == event.target[0]", ["event.actor.*", "event.target[].*"]),
        (
            "event.debugData.changedAttributes matches 'a'",
            [
                "event.debugContext.debugData.changedAttributes.*",
                "event.debugData.changedAttributes.*",
            ]
        ),
        ("event.target.^[type eq 'User'].id eq 'a'", ["event.target[].id", "event.target[].type"]),
        ("event[event.uuid] eq 'a'", ["event.*", "event.uuid.*"]),
    ])
    func onlyWhatIsNeededIsRead(text: String, paths: [String]) throws {
        let filter = CompiledFilter(try FilterExpression(parsing: text))
        #expect(filter.paths.descriptions == paths)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":}", "{\"target\":[{]}", "{} x", "\"", "tru", "{\"a\" 1}",
    ])
    func aBrokenEventIsAFault(text: String) throws {
        var run = FilterRun(
            CompiledFilter(try FilterExpression(parsing: "event.target.size() > 0")))
        #expect(throws: EventScanFault.self) {
            try Array(text.utf8).withUnsafeBufferPointer { _ = try run.verdict(on: $0) }
        }
    }

    @Test(arguments: [
        (#"{"eventType":"a\u00e9\ud83d\ude00\n"}"#, "event.eventType == 'aé😀\n'"),
        (#"{"event\u0054ype":"a"}"#, "event.eventType == 'a'"),
        (#"{"debugContext":{"debugData":{"x":"1"}}}"#, "event.debugData.x == '1'"),
        (
            #"{"debugData":{"x":"2"},"debugContext":{"debugData":{"x":"1"}}}"#,
            "event.debugData.x == '2'"
        ),
        (#"{"eventType":"b","eventType":"a"}"#, "event.eventType == 'a'"),
        (" {\n} ", "event.eventType == null"),
        (#"{"n":-1.5e2,"m":3000000000}"#, "event.n == -150 && event.m == 3000000000L"),
    ])
    func eventsAreReadAsTheyAreWritten(event: String, text: String) throws {
        var run = FilterRun(CompiledFilter(try FilterExpression(parsing: text)))
        let verdict = try Array(event.utf8).withUnsafeBufferPointer { try run.verdict(on: $0) }
        #expect(verdict == .delivered)
    }
}
