import JSON
import LabServers
import Testing
import Vocabulary

@testable import Filters

/// Against the lab's evaluator, which shares nothing with ours: what a filter is said to deliver is
/// what the lab's org delivers.
struct LabDifferentialTests {
    @Test func verdictsAreTheLabsOwn() throws {
        let corpus = DifferentialTests.corpus(seed: 5)
        let events = corpus.events.map { $0.bytes() }
        let labs = try events.map { try LabJSON.parse($0) }
        var tally = LabTally()
        for question in corpus.questions {
            let text = question.expression
            let theirs: EventFilter
            do throws(FilterRefusal) {
                theirs = try EventFilter(text)
            } catch {
                if Self.refusal(text) == nil {
                    tally.met(
                        LabDisagreement(
                            expression: text, ours: "an expression",
                            theirs: LabDisagreement.refusal + error.reason))
                } else {
                    tally.refusedByBoth += 1
                }
                continue
            }
            if let refusal = Self.refusal(text) {
                tally.met(
                    LabDisagreement(
                        expression: text, ours: "no expression: \(refusal)", theirs: "a filter"))
                continue
            }
            var run = FilterRun(CompiledFilter(try FilterExpression(parsing: text)))
            for event in question.events {
                let one = LabDisagreement(
                    expression: text,
                    ours: try DifferentialTests.verdict(of: &run, on: events[event]),
                    theirs: Self.verdict(of: theirs, on: labs[event]))
                if one.isNone { tally.add(one.ours) } else { tally.met(one) }
            }
        }
        #expect(tally.examples == [])
        // Were one of them rare, this would test little.
        #expect(tally.truths > 2_000 && tally.failures > 1_000 && tally.values > 500)
        #expect(tally.refusedByBoth > 200)
        let unmet = LabDifference.all.map(\.name).filter { tally.known[$0] == nil }
        #expect(unmet == [], "differences that are listed and never met")
    }

    /// Why ours says that it is no expression.
    private static func refusal(_ text: String) -> String? {
        do throws(ExpressionError) {
            _ = try FilterExpression(parsing: text)
            return nil
        } catch {
            return error.finding.rule.id
        }
    }

    private static func verdict(of filter: EventFilter, on event: LabJSON) -> String {
        do throws(FilterFailure) {
            return DifferentialTests.written(evaluated(try filter.value(on: event)))
        } catch {
            return "F"
        }
    }

    private static func evaluated(_ value: FilterValue) -> EvaluatedValue {
        switch value {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(Int32(truncatingIfNeeded: value))
        case .long(let value): .long(Int64(value))
        case .real(let value): .real(value)
        case .text(let value): .text(value)
        case .list(let values): .list(values.map(evaluated))
        case .object(let members):
            .object(members.map { .init(name: $0.name, value: evaluated($0.value)) })
        }
    }
}

/// What was met, and how often.
private struct LabTally {
    var disagreements: [LabDisagreement] = []
    var known: [String: Int] = [:]
    var truths = 0
    var values = 0
    var failures = 0
    var refusedByBoth = 0

    /// One of each sort.
    var examples: [String] {
        var sorts: Set<[String]> = []
        return disagreements.filter {
            sorts.insert([String($0.ours.prefix(12)), String($0.theirs.prefix(32))]).inserted
        }.map { "\($0.expression)  ours: \($0.ours)  the lab's: \($0.theirs)" }
    }

    mutating func add(_ verdict: String) {
        if verdict.hasPrefix("b:") {
            truths += 1
        } else if verdict.hasPrefix("F:") {
            failures += 1
        } else {
            values += 1
        }
    }

    mutating func met(_ one: LabDisagreement) {
        if let difference = LabDifference.all.first(where: { $0.covers(one) }) {
            known[difference.name, default: 0] += 1
        } else {
            disagreements.append(one)
        }
    }
}
