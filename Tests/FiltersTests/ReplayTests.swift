import Testing

@testable import Filters

@Suite struct ReplayTests {
    private static func event(_ type: String, _ more: String = "") -> String {
        #"{"uuid":"1","eventType":"\#(type)"\#(more)}"#
    }

    private static func replay(
        _ events: [String], desired: Subscription, live: Subscription? = nil
    ) throws -> (tally: ReplayTally, differences: [ReplayDifference]) {
        var replay = FilterReplay(desired: desired, live: live)
        var differences: [ReplayDifference] = []
        for event in events {
            var event = event
            try event.withUTF8 { bytes in
                if let difference = try replay.take(bytes) { differences.append(difference) }
            }
        }
        var tally = ReplayTally()
        tally.add(replay.drain())
        return (tally, differences)
    }

    @Test("every event has one fate, by its type and the type's filter") func fates() throws {
        let hook = Subscription(
            events: ["a", "b"],
            filters: ["b": try FilterExpression(parsing: "event.outcome.result eq 'FAILURE'")])
        let tally = try Self.replay(
            [
                Self.event("a"), Self.event("c"),
                Self.event("b", #","outcome":{"result":"FAILURE"}"#),
                Self.event("b", #","outcome":{"result":"SUCCESS"}"#),
                Self.event("b", #","outcome":null"#), Self.event("\\u0062", #","outcome":{}"#),
            ], desired: hook
        ).tally
        #expect(tally.seen == 6)
        #expect(tally.desired.delivered == 2)
        #expect(tally.desired.dropped == 2)
        #expect(tally.desired.undecided == 1)
        #expect(tally.desired.notSubscribed == 1)
        #expect(tally.types.map(\.type) == ["a", "b", nil])
        #expect(tally.types.map(\.seen) == [1, 4, 1])
        #expect(!tally.hasLive)
    }

    @Test("a letter and its parts are two filters, however alike they look")
    func lookalikes() throws {
        func filter(_ name: String) throws -> FilterExpression {
            try FilterExpression(parsing: "event.displayMessage eq '\(name)'")
        }
        let (tally, differences) = try Self.replay(
            [Self.event("a", ",\"displayMessage\":\"\u{E9}\"")],
            desired: Subscription(events: ["a"], filters: ["a": try filter("e\u{301}")]),
            live: Subscription(events: ["a"], filters: ["a": try filter("\u{E9}")]))
        #expect(differences.map(\.live) == [.delivered])
        #expect(differences.map(\.desired) == [.dropped])
        #expect(tally.differing == 1)
    }

    @Test("what is live and what is tried differ by subscription, by filter, or not at all")
    func differences() throws {
        let failure = try FilterExpression(parsing: "event.outcome.result eq 'FAILURE'")
        let live = Subscription(events: ["a", "b", "d"], filters: ["b": failure, "d": failure])
        let spaced = try FilterExpression(parsing: "event.outcome.result  eq  'FAILURE'")
        let desired = Subscription(events: ["b", "c", "d"], filters: ["b": spaced])
        let (tally, differences) = try Self.replay(
            ["a", "b", "c", "d"].map { Self.event($0, #","outcome":{"result":"SUCCESS"}"#) },
            desired: desired, live: live)
        #expect(differences.map(\.eventType) == ["a", "c", "d"])
        #expect(differences.map(\.live) == [.delivered, .notSubscribed, .dropped])
        #expect(differences.map(\.desired) == [.notSubscribed, .delivered, .delivered])
        #expect(tally.differing == 3)
        #expect(tally.live.delivered == 1)
    }

    @Test("types past the bound are counted together") func manyTypes() throws {
        let tally = try Self.replay(
            (0..<2500).map { Self.event("type.\($0)") },
            desired: Subscription(everythingThrough: try FilterExpression(parsing: "true"))
        ).tally
        #expect(tally.seen == 2500)
        #expect(tally.desired.delivered == 2500)
        #expect(tally.types.count == 2000)
        #expect(tally.types.last?.type == nil)
    }

    @Test("the time is from the first to the last, in whatever order they come") func times() throws
    {
        let tally = try Self.replay(
            ["2026-11-17T00:00:00.000Z", "2026-11-15T00:00:00.000Z", "soon"].map {
                Self.event("a", #","published":"\#($0)""#)
            }, desired: Subscription(events: ["a"], filters: [:])
        ).tally
        #expect(tally.earliest == "2026-11-15T00:00:00.000Z")
        #expect(tally.latest == "2026-11-17T00:00:00.000Z")
    }

    @Test(
        "what is no event is told as what it is",
        arguments: [
            (#"{"eventType":"a""#, UnreadableEvent.broken(offset: 16)), ("7", .notAnObject),
            (#"{"uuid":"1"}"#, .noType), (#"{"eventType":1}"#, .noType),
        ]) func unreadable(text: String, fault: UnreadableEvent) throws
    {
        #expect(throws: fault) {
            try Self.replay([text], desired: Subscription(events: ["a"], filters: [:]))
        }
    }
}
