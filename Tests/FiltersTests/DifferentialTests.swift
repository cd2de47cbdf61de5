import Foundation
import JSON
import Seeding
import Testing
import Vocabulary

@testable import Filters

/// Against an independent judge: Spring's own evaluator.
struct DifferentialTests {
    static var questionCount: Int {
        ProcessInfo.processInfo.environment["TENTERHOOK_FULL"] == nil ? 4_200 : 40_000
    }

    @Test(.enabled(if: SpringJudge.mustRun, Comment(rawValue: SpringJudge.missing)))
    func verdictsAreSpringsOwn() throws {
        let corpus = Self.corpus(seed: 4)
        #expect(corpus.pairCount >= 20_000)
        let verdicts = try SpringJudge.verdicts(on: corpus)
        let events = corpus.events.map { $0.bytes() }
        var tally = Tally()
        for (question, theirs) in zip(corpus.questions, verdicts) {
            let expression: FilterExpression
            do throws(ExpressionError) {
                expression = try FilterExpression(parsing: question.expression)
            } catch {
                let answer = Disagreement(
                    expression: question.expression, ours: nil, theirs: theirs?[0],
                    refusal: error.finding.rule.id)
                tally.add(answer, agrees: theirs == nil)
                continue
            }
            var run = FilterRun(CompiledFilter(expression))
            for (place, event) in question.events.enumerated() {
                let ours = try Self.verdict(of: &run, on: events[event])
                let answer = Disagreement(
                    expression: question.expression, ours: ours, theirs: theirs?[place])
                tally.add(answer, agrees: Self.agrees(ours, theirs?[place]))
            }
        }
        #expect(tally.examples == [], "\(tally.disagreements.count) disagreements")
        // Were one of them rare, this would test little.
        #expect(tally.refused > 500, "\(tally.values) values")
        #expect(tally.values > 5_000 && tally.failures > 5_000)
        let unmet = KnownDifference.all.map(\.name).filter { tally.known[$0] == nil }
        #expect(unmet == [], "differences that are listed and never met")
    }

    /// What must be among the questions: the differences that chance meets too seldom.
    private static let always = [
        "String.len('abc') == 3", "&event", "event.replace('e', 'E')", "{:}",
        "event.flag instanceof T(Boolean)",
        "event.eventType matches '(?=u).*'", "'\u{1F600}'.substring(1)", "'a' * 2", "event + 'a'",
    ]

    static func corpus(seed: UInt64, count: Int = questionCount) -> Corpus {
        var events = SeededEvents(seed: seed)
        var corpus = Corpus(events: (0..<200).map { _ in events.next() }, questions: [])
        var expressions = SeededExpressions(seed: seed)
        for number in 0..<count {
            let text = number < always.count ? always[number] : expressions.next()
            let places = (0..<5).map { _ in
                Int.random(in: 0..<corpus.events.count, using: &expressions.generator)
            }
            corpus.questions.append(Corpus.Question(expression: text, events: places))
        }
        return corpus
    }

    static func verdict(of run: inout FilterRun, on event: [UInt8]) throws -> String {
        try event.withUnsafeBufferPointer { bytes in
            switch try run.result(of: bytes) {
            case .success(let value): Self.written(value)
            case .failure(let failure): "F:" + failure.kind.rawValue
            }
        }
    }

    static func agrees(_ ours: String, _ theirs: String?) -> Bool {
        guard let theirs else { return false }
        guard ours.hasPrefix("F:") else { return ours == theirs }
        return KnownDifference.kinds[String(ours.dropFirst(2))]?.contains(theirs) ?? false
    }

    /// A value as the judge writes it.
    static func written(_ value: EvaluatedValue) -> String {
        switch value {
        case .null: return "n"
        case .bool(let value): return "b:\(value)"
        case .int(let value): return "i:\(value)"
        case .long(let value): return "l:\(value)"
        case .real(let value):
            return "d:" + String((value.isNaN ? Double.nan : value).bitPattern, radix: 16)
        case .text(let text):
            var result = "s:\""
            for unit in text.utf16 {
                if unit >= 0x20, unit < 0x7F, unit != 0x22, unit != 0x5C {
                    result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
                } else {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
            return result + "\""
        case .list(let list): return "[" + list.map(written).joined(separator: ",") + "]"
        case .object(let members):
            let sorted = members.sorted { $0.name < $1.name }
            return "{" + sorted.map { $0.name + "=" + written($0.value) }.joined(separator: ",")
                + "}"
        }
    }
}

/// What was met, and how often.
private struct Tally {
    var disagreements: [Disagreement] = []
    var known: [String: Int] = [:]
    var refused = 0
    var values = 0
    var failures = 0

    /// One of each sort.
    var examples: [String] {
        var sorts: Set<[String?]> = []
        return disagreements.filter { one in
            sorts.insert([
                one.ours.map { String($0.prefix(12)) } ?? one.refusal,
                one.theirs.map { String($0.prefix(20)) },
            ]).inserted
        }.map { one in
            "\(one.expression)  ours: \(one.ours ?? one.refusal ?? "")  theirs: \(one.theirs ?? "no expression")"
        }
    }

    mutating func add(_ answer: Disagreement, agrees: Bool) {
        if agrees {
            switch answer.ours {
            case nil: refused += 1
            case let ours?: if ours.hasPrefix("F:") { failures += 1 } else { values += 1 }
            }
        } else if let difference = KnownDifference.all.first(where: { $0.covers(answer) }) {
            known[difference.name, default: 0] += 1
        } else {
            disagreements.append(answer)
        }
    }
}
