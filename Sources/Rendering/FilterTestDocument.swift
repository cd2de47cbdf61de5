import Filters
package import JSON
package import Kinds
import Vocabulary

extension FilterTestView {
    /// The tests for programs: each with the verdict and the trace of its filter.
    var json: JSONValue {
        [
            "passed": .number(JSONNumber(report.count - report.failures)),
            "failed": .number(JSONNumber(report.failures)),
            "tests": .array(report.entries.map(document)),
        ]
    }
}

private func document(_ entry: FilterTestReport.Entry) -> JSONValue {
    let result = entry.result
    let test = result.test
    var members: JSONObject = [
        "address": .string(result.address.description),
        "name": .string(test.name),
        "orgs": .array(entry.orgs.map { .string($0) }),
        "location": [
            "file": .string(test.location.file),
            "line": .number(JSONNumber(test.location.line)),
            "column": .number(JSONNumber(test.location.column)),
        ],
        "event_type": .string(result.eventType),
        "deliver": .bool(test.delivers),
        "passed": .bool(result.passes),
    ]
    for member in outcomeDocument(result.outcome).object?.members ?? [] {
        members[member.key] = member.value
    }
    return .object(members)
}

/// What a hook does with an event, for programs.
package func outcomeDocument(_ outcome: FilterOutcome) -> JSONValue {
    switch outcome {
    case .filtered(let verdict, let expression, let trace):
        evaluationDocument(verdict, trace, of: expression)
    case .unsubscribed: unfilteredDocument("not-subscribed")
    case .unfiltered: unfilteredDocument("delivered")
    case .unreadable: unfilteredDocument("unreadable")
    case .broken: unfilteredDocument("broken")
    }
}
