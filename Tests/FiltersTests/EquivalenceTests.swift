import Foundation
import JSON
import Seeding
import Testing

@testable import Filters

struct EquivalenceTests {
    static var pairCount: Int {
        ProcessInfo.processInfo.environment["TENTERHOOK_FULL"] == nil ? 5_000 : 100_000
    }

    @Test(arguments: [
        // Spelling.
        ("event.a eq 'x' and event.b ne \"y\"", "(event.a == 'x') && (event.b != 'y')"),
        ("not (event.a eq 'it''s')", "!(event.a == \"it's\")"),
        ("event.n == 31", "event.n eq 0x1f"),
        ("event.n lt 1.50", "1.5 > event.n"),
        ("event.a eq TRUE", "event.a == true"),
        ("'x' == event.actor.id", "event.actor.id eq 'x'"),
        // Negation.
        ("!(event.actor.id eq 'x')", "event.actor.id ne 'x'"),
        ("!(event.a eq 'x' && event.b eq 'y')", "event.a ne 'x' || event.b ne 'y'"),
        ("!(!(event.a eq 'x'))", "event.a eq 'x'"),
        ("!!event.flag && event.a eq 'x'", "event.flag && event.a eq 'x'"),
        // Nesting.
        (
            "event.a.b eq 'x' && (event.c.d eq 'y' && event.e.f eq 'z')",
            "event.a.b eq 'x' && event.c.d eq 'y' && event.e.f eq 'z'"
        ),
        ("event.a.b eq 'x' || event.a.b eq 'x'", "event.a.b eq 'x'"),
        // Order, where none fails that did not.
        ("event.a eq 'x' || event.b eq 'y'", "event.b eq 'y' || event.a eq 'x'"),
        (
            "event.outcome.result eq 'FAILURE' && event.outcome.reason eq 'LOCKED'",
            "event.outcome.reason eq 'LOCKED' && event.outcome.result eq 'FAILURE'"
        ),
        (
            "event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size() > 0",
            "event.target.?[displayName == 'Sales' and type == 'UserGroup'].size() > 0"
        ),
        (
            "event.target.?[type eq 'A'].size() > 0 && event.target.?[id eq 'B'].size() > 0",
            "event.target.?[id eq 'B'].size() > 0 && event.target.?[type eq 'A'].size() > 0"
        ),
        (
            "event.a.b eq 'x' && event.c eq 'y' && event.a.d eq 'z'",
            "event.a.d eq 'z' && event.c eq 'y' && event.a.b eq 'x'"
        ),
        ("event.words.![#this.x].isEmpty()", "event . words . ![ (#this.x) ].isEmpty()"),
    ])
    func theSame(a: String, b: String) {
        #expect(meansTheSame(a, b))
        #expect(meansTheSame(b, a))
    }

    @Test(arguments: [
        ("event.a eq 'x'", "event.a eq 'X'"),
        // One is one character, the other two that look like it.
        ("event.a eq 'Zo\u{EB}'", "event.a eq 'Zoe\u{308}'"),
        ("event.n == 5", "event.n == 5L"),
        ("event.words.contains(5)", "event.words.contains(5L)"),
        ("event.a eq 'x' && event.b eq 'y'", "event.a eq 'x' || event.b eq 'y'"),
        // An actor that is not there: the first is false or fails, the second fails.
        (
            "event.a eq 'x' && event.actor.id eq 'y'", "event.actor.id eq 'y' && event.a eq 'x'"
        ),
        (
            "event.actor.id eq 'x' || event.outcome.result eq 'y'",
            "event.outcome.result eq 'y' || event.actor.id eq 'x'"
        ),
        (
            "event.target.?[type eq 'A'].size() > 0 && event.words.?[type eq 'B'].size() > 0",
            "event.words.?[type eq 'B'].size() > 0 && event.target.?[type eq 'A'].size() > 0"
        ),
        // A first match ends the walk before the element that would fail.
        (
            "event.target.^[type eq 'A'] == null && event.target.^[id eq 'B'] == null",
            "event.target.^[id eq 'B'] == null && event.target.^[type eq 'A'] == null"
        ),
        // Neither true nor false is not false.
        ("!!event.flag", "event.flag"),
        ("event.flag && event.flag", "event.flag"),
        // What is not comparable with itself.
        ("!(event.ratio < 1)", "event.ratio >= 1"),
        ("event.actor?.id eq 'x'", "event.actor.id eq 'x'"),
        ("event.actor[type]", "event.actor[#this.type]"),
        ("event.a eq ", "event.a == "),
    ])
    func notTheSame(a: String, b: String) {
        #expect(!meansTheSame(a, b))
        #expect(!meansTheSame(b, a))
    }

    @Test func `other words for the same are recognised`() throws {
        var chances = SeededExpressions(seed: 11)
        var count = 0
        while count < Self.pairCount / 3 {
            let text = chances.chance(70) ? chances.condition(3) : chances.value(3)
            guard let expression = Self.parsed(text) else { continue }
            let other = Rewriting.of(expression, &chances)
            #expect(Self.parsed(other) != nil, "\(text)  as  \(other)")
            #expect(meansTheSame(text, other), "\(text)  as  \(other)")
            count += 1
            if !meansTheSame(text, other) { break }
        }
    }

    @Test func `what is said to be the same is so for every event`() throws {
        var chances = SeededExpressions(seed: 12)
        let events = Self.events(seed: 13, count: 400)
        var same = 0
        var different = 0
        var reordered = 0
        for _ in 0..<Self.pairCount {
            let text = chances.chance(60) ? Self.operands(&chances) : chances.condition(3)
            guard let expression = Self.parsed(text) else { continue }
            let other = Rewriting.of(expression, &chances, boldness: chances.pick([4, 15, 40]))
            guard let rewritten = Self.parsed(other) else { continue }
            guard meansTheSame(text, other) else {
                different += 1
                continue
            }
            same += 1
            if !isSameFilter(text, other) { reordered += 1 }
            let some = (0..<24).map { _ in chances.pick(events) }
            guard let event = Self.difference(expression, rewritten, some) else { continue }
            Issue.record("\(text)  is not  \(other)  for  \(event)")
            return
        }
        // Were one of them rare, this would test little.
        #expect(same > Self.pairCount / 10 && different > Self.pairCount / 10)
        #expect(reordered > Self.pairCount / 10)
    }

    private static func parsed(_ text: String) -> FilterExpression? {
        try? FilterExpression(parsing: text)
    }

    /// Conditions of the fields that filters ask for, joined: such as change places.
    private static func operands(_ chances: inout SeededExpressions) -> String {
        let count = chances.pick([2, 2, 3, 4])
        return (0..<count).map { _ in
            chances.pick([
                "event.outcome.result eq 'SUCCESS'", "event.outcome.reason ne 'x'",
                "event.outcome.result.startsWith('F')", "event.outcome.result.endsWith('S')",
                "event.actor.id eq 'unknown'", "event.actor.displayName.length() > 3",
                "event.actor?.type eq 'User'", "event.eventType eq 'user.session.start'",
                "event.flag", "event.flag == true", "event.count eq 5", "event.count > 2",
                "event.target.?[type eq 'User'].size() > 0",
                "event.target.?[displayName eq 'Sales'].size() == 0",
                "event.target.?[displayName eq 'Sales' or type ne 'User'].isEmpty()",
                "event.target?.?[type eq 'User'].size() > 0",
                "event.target.?[detailEntry?.x eq 1].size() ge 1",
                "event.target.![type].contains('User')", "event.target.^[type eq 'User'] != null",
                "event.target.$[type eq 'User'] != null", "event.words.contains('User')",
                "String.stringContains(event.eventType, 'user')", "event.words.size() > 1",
                "event.nothing == null", "event.eventType.equals('x')",
                "event.target.?[count > 1].size() > 0", "event.target[0].type eq 'User'",
                "{1, 2}.size() + 1 > 2", "event.target.?[#this.toLowerCase().isEmpty()].isEmpty()",
            ])
        }.joined(separator: chances.pick([" && ", " || "]))
    }

    /// Events, some of which have something quite else where a member is.
    private static func events(seed: UInt64, count: Int) -> [[UInt8]] {
        var events = SeededEvents(seed: seed)
        return (0..<count).map { _ in
            let event = events.next()
            guard events.expressions.chance(40), var members = event.object else {
                return event.bytes()
            }
            for name in ["outcome", "actor", "target", "eventType", "flag", "words"]
            where events.expressions.chance(30) {
                members[name] = events.expressions.pick([
                    3, "x", "true", [], .null, ["type": "User"], true, [["type": "User"], "User"],
                    ["result": 5, "reason": ["x"]], [["type": ["x"], "displayName": 3]],
                ])
            }
            return JSONValue.object(members).bytes()
        }
    }

    /// The first event that one lets through and the other does not, or for which one of them fails.
    private static func difference(
        _ a: FilterExpression, _ b: FilterExpression, _ events: [[UInt8]]
    ) -> String? {
        var runs = [FilterRun(CompiledFilter(a)), FilterRun(CompiledFilter(b))]
        func verdict(_ place: Int, _ event: [UInt8]) -> String {
            event.withUnsafeBufferPointer { bytes in
                switch try? runs[place].verdict(on: bytes) {
                case .failed: "failed"
                case let verdict?: "\(verdict)"
                case nil: "no event"
                }
            }
        }
        return events.first { verdict(0, $0) != verdict(1, $0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
