import Catalog
package import JSON
import Kinds
package import Ports
package import Reconciling
package import Vocabulary

/// What came of having an endpoint called, as text for people: the answer's commands, and what of it
/// Okta would not act on.
package func renderExecution(
    _ address: Address, _ execution: Execution, style: TextStyle
) -> String {
    let milliseconds = Int(execution.answer.elapsed / .milliseconds(1))
    let (words, role): (String, TextStyle.Role) =
        execution.isGood ? ("answered", .added) : ("answered wrongly", .removed)
    var lines = [
        style.paint(style.visible(address.description), .heading) + ": "
            + style.paint(words, role)
            + " with \(execution.answer.status) in \(milliseconds) ms, "
            + "Okta's own time included; the limit is 3 s"
    ]
    let content = execution.content
    for command in content?["commands"]?.array ?? [] {
        lines.append("  " + style.visible(command["type"]?.string ?? "a command without a type"))
        let value = command["value"] ?? .null
        for item in value.array ?? [value] { lines.append("      " + style.visible(item.text())) }
    }
    if let error = content?["error"] {
        let summary = error["errorSummary"]?.string ?? "no errorSummary"
        lines.append("  error: " + style.visible(summary))
    }
    if !execution.problems.isEmpty {
        lines += ["", "What Okta would not act on:"]
        lines += execution.problems.flatMap { style.wrapped(sentence($0), indent: 2) }
    }
    lines += [""] + style.wrapped(closing(execution), indent: 0)
    return text(lines)
}

/// An endpoint that did not answer as it should, by Okta's word.
package func renderFailedExecution(
    _ address: Address, _ answer: OktaAnswer, style: TextStyle
) -> String {
    let head =
        style.paint(style.visible(address.description), .heading) + ": "
        + style.paint("not answered as it should be", .removed)
    return text([head] + said(answer).flatMap { style.wrapped($0, indent: 2) })
}

/// The same as JSON.
package func executionDocument(
    _ address: Address, type: String, _ outcome: ExecuteOperation.Outcome
) -> JSONValue {
    var document: JSONObject = ["address": .string(address.description), "type": .string(type)]
    switch outcome {
    case .answered(let execution):
        document["valid"] = .bool(execution.isGood)
        document["status"] = .number(JSONNumber(execution.answer.status))
        document["milliseconds"] = .number(
            JSONNumber(Int(execution.answer.elapsed / .milliseconds(1))))
        document["bytes"] = .number(JSONNumber(execution.answer.body.count))
        document["answer"] = execution.content ?? .null
        document["problems"] = .array(
            execution.problems.map {
                ["place": .string($0.place), "detail": .string($0.detail)]
            })
        document["failure"] = .null
    case .failed(let answer):
        document["valid"] = false
        document["status"] = .number(JSONNumber(answer.status))
        document["milliseconds"] = .null
        document["bytes"] = .null
        document["answer"] = .null
        document["problems"] = []
        document["failure"] = [
            "status": .number(JSONNumber(answer.status)),
            "code": answer.errorCode.map { .string($0) } ?? .null,
            "causes": .array(answer.causes.map { .string($0) }),
        ]
    case .missing, .inactive, .unknownType: break
    }
    return .object(document)
}

private func sentence(_ problem: AnswerProblem) -> String {
    problem.place.isEmpty
        ? "The answer \(problem.detail)." : "\(problem.place) \(problem.detail)."
}

private func closing(_ execution: Execution) -> String {
    guard execution.isGood else { return "Okta would not take this answer as it is meant." }
    if execution.content?["error"] != nil { return "Okta would take this as an error." }
    let count = execution.content?["commands"]?.array?.count ?? 0
    return count == 0
        ? "No commands: Okta would go on as it does by default."
        : "Okta would carry out \(quantity(count, "command"))."
}
