import Seeding
import Testing

@testable import Filters

/// What the checker says is true or false whatever happens, against every event that could tell.
struct DecidedCheckTests {
    @Test(arguments: [
        ("event.actor.id eq 'a' || event.actor.id ne 'a'", "filter-always-true"),
        (
            "event.actor.id eq 'a' && (event.actor.type eq 'User' && event.actor.id eq 'b')",
            "filter-always-false"
        ),
        ("false && event.actor.id eq 'a'", "filter-always-false"),
        ("event.actor.id eq 'a' && !(event.actor.id eq 'a')", "filter-always-false"),
        ("event.actor.id eq null && event.actor.id eq 'a'", "filter-always-false"),
        ("event.target.isEmpty() && !event.target.isEmpty()", "filter-always-false"),
    ])
    func theWholeIsDecided(_ text: String, _ code: String) {
        #expect(decisions(text).contains("\(code) <\(text)>"), "\(text)")
    }

    @Test(arguments: [
        "event.actor.id eq 'a' || event.actor.id eq 'b'",
        "event.actor.id ne 'a' && event.actor.id ne 'b'",
        "event.actor.id eq 'a' || event.actor.type ne 'a'",
        // An event without a userAgent makes it fail.
        "event.client.userAgent.os eq 'a' || event.client.userAgent.os ne 'a'",
        "event.target.?[detailEntry.a eq 'a' || detailEntry.a ne 'a'].size() > 0",
        // A letter and its parts are two texts.
        "event.displayMessage eq '\u{E9}' && event.displayMessage ne 'e\u{301}'",
        // The first part may fail, and then nothing is delivered.
        "event.target.isEmpty() || true",
        "event.target.?[type eq 'a'].size() > 0 && event.target.?[type eq 'b'].size() > 0",
    ])
    func whatDependsIsLeftAlone(_ text: String) {
        #expect(decisions(text).isEmpty, "\(text)")
    }

    /// Over two fields and two texts, every event that there can be is tried.
    @Test func theWholeIsDecidedExactlyWhereEveryEventSaysSo() throws {
        var generator = SeededGenerator(seed: 20_261)
        var decided = 0
        for _ in 0..<4000 {
            let text = condition(depth: 3, &generator)
            var run = FilterRun(CompiledFilter(try FilterExpression(parsing: text)))
            var verdicts: Set<Verdict> = []
            for id in ["\"a\"", "\"b\"", "\"c\"", "null"] {
                for type in ["\"a\"", "\"b\"", "\"c\"", "null"] {
                    let event = Array(#"{"actor":{"id":\#(id),"type":\#(type)}}"#.utf8)
                    verdicts.insert(try event.withUnsafeBufferPointer { try run.verdict(on: $0) })
                }
            }
            let said = decisions(text)
            guard verdicts.count == 1, let verdict = verdicts.first else {
                let whole = said.filter { $0.hasSuffix("<\(text)>") }
                #expect(whole.isEmpty, "\(text)")
                continue
            }
            decided += 1
            #expect(!said.isEmpty, "\(text)")
            let code = verdict == .delivered ? "filter-always-false <" : "filter-always-true <"
            #expect(!said.contains("\(code)\(text)>"), "\(text)")
        }
        #expect(decided > 100)
    }

    @Test func aLongConditionTakesNoLongerThanAnother() throws {
        let part = "(event.actor.id eq 'a' || event.actor.type eq 'b' || !event.target.isEmpty())"
        let text = Array(repeating: part, count: 5000).joined(separator: " && ")
        #expect(decisions(text).isEmpty)
    }

    private func decisions(_ text: String) -> [String] {
        CheckTests.said(text).filter { $0.hasPrefix("filter-always-") }
    }

    private func condition(depth: Int, _ generator: inout SeededGenerator) -> String {
        switch depth == 0 ? 0 : Int.random(in: 0...5, using: &generator) {
        case 1, 2:
            let join = Bool.random(using: &generator) ? " && " : " || "
            let count = Int.random(in: 2...3, using: &generator)
            let parts = (0..<count).map { _ in condition(depth: depth - 1, &generator) }
            return "(" + parts.joined(separator: join) + ")"
        case 3: return "!(\(condition(depth: depth - 1, &generator)))"
        default:
            let field = Bool.random(using: &generator) ? "id" : "type"
            let comparison = Bool.random(using: &generator) ? "eq" : "ne"
            let value = ["'a'", "'b'", "null"].randomElement(using: &generator) ?? "null"
            return "event.actor.\(field) \(comparison) \(value)"
        }
    }
}
