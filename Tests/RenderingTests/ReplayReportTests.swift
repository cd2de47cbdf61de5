import Filters
import JSON
import Ports
import Reconciling
import Testing
import Vocabulary

@testable import Rendering

/// What a replay says of the stretch of the log that it is about.
@Suite struct ReplayReportTests {
    private static let now = Timestamp(milliseconds: 1_795_260_723_000)

    /// A report on events that were all delivered, at so many seconds after each other.
    private func report(
        events: Int, every seconds: Int, span: Int? = nil, types: [String]? = nil
    ) async throws -> ReplayReport {
        let lines = (0..<events).map { number in
            let moment = Self.now.advanced(bySeconds: -seconds * number).text
            return #"{"eventType":"a","published":"\#(moment)"}"#
        }
        var report = try await report(log: lines.joined(separator: "\n"))
        if let span {
            report.origin = ReplayReport.Origin(
                span: try LogSpan(since: .ago(seconds: span), until: nil, now: Self.now),
                types: types)
        }
        return report
    }

    private func report(log: String) async throws -> ReplayReport {
        let expression = try FilterExpression(parsing: "true")
        let replay = FilterReplay(
            desired: Subscription(everythingThrough: expression), live: nil)
        var report = ReplayReport()
        try await ReplayRun(replay, workers: 1).run { piece in
            piece.append(Array(log.utf8))
            return false
        } give: { part in
            report.tally.add(part.counts)
            report.unreadable += part.unreadable
            report.unreadableCount += part.unreadable.count
        }
        return report
    }

    @Test(
        "The daily share is by the time that was asked for, where it is known",
        arguments: [
            (5, 6 * 3600, nil, 5), (5, 60, nil, nil), (5, 60, 86_400, 5), (5, 60, 43_200, 10),
            (14, 60, 604_800, 2), (5, 60, 3599, nil), (1, 60, nil, nil), (0, 0, 86_400, 0),
            // Of a hundred days Okta has ninety.
            (90, 60, 100 * 86_400, 1),
        ] as [(Int, Int, Int?, Int?)])
    func daily(events: Int, every: Int, span: Int?, perDay: Int?) async throws {
        let report = try await report(events: events, every: every, span: span)
        #expect(report.deliveredPerDay == perDay)
    }

    @Test(
        arguments: [
            (nil, "all types."), (["a"], "the one type that is subscribed to."),
            (["a", "b"], "the 2 types that are subscribed to."),
        ] as [([String]?, String)])
    func `what was asked for`(types: [String]?, words: String) async throws {
        let report = try await report(events: 0, every: 0, span: 7200, types: types)
        let text = ReplayView(report).text(TextStyle(width: 200))
        let span = "2026-11-21T09:32:03.000Z to 2026-11-21T11:32:03.000Z"
        #expect(text.contains("From the org's log, \(span), \(words)\n"))
        let log = ReplayView(report).json["log"]
        #expect(log?["since"] == "2026-11-21T09:32:03.000Z")
        #expect(log?["until"] == "2026-11-21T11:32:03.000Z")
        #expect(log?["event_types"]?.array?.map(\.string) == types)
        let ofFile = try await self.report(events: 0, every: 0)
        #expect(ReplayView(ofFile).json["log"] == .null)
    }

    @Test func `of pieces that are no event those of a file have a line`() async throws {
        var report = try await report(log: "[{\"eventType\":\"a\"},\n{}]")
        let style = TextStyle()
        #expect(
            renderUnreadable(report, of: nil, style: style) == """
                1 piece of the org's log is no event and was left out:
                  an event without its eventType

                """)
        #expect(renderUnreadable(report, of: "a", style: style)?.contains("  line 2: ") == true)
        func line() -> JSONValue? {
            ReplayView(report).json["unreadable"]?["lines"]?.array?.first?["line"]
        }
        #expect(line() == 2)
        report.origin = ReplayReport.Origin(
            span: try LogSpan(since: nil, until: nil, now: Self.now), types: nil)
        #expect(line() == .null)
    }

    @Test(arguments: [
        (0.0, "10 events, 5 a second"), (0.25, "25%  10 events, 5 a second, 6.0s left"),
        (1.0, "100%  10 events, 5 a second, 0.0s left"),
    ]) func `how far the reading has come`(share: Double, line: String) {
        let style = TextStyle()
        #expect(
            renderReplayProgress(events: 10, share: share, elapsed: .seconds(2), style: style)
                == line)
        #expect(
            renderReplayProgress(
                events: 10, bytes: Int(share * 4), of: 4, elapsed: .seconds(2), style: style)
                == line)
    }

    @Test func `who may not read the log is told what it takes`() {
        let words = describeLogFailure(
            .unauthorized(OktaAnswer(status: 403, errorCode: "E0000006")))
        #expect(words.notes.last?.contains("okta.logs.read") == true)
        let scope = OktaAnswer(status: 403, missingScopes: ["okta.logs.read"])
        #expect(
            describeLogFailure(.unauthorized(scope)).notes.first == "Missing: okta.logs.read")
    }
}
