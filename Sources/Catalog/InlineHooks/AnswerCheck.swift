package import JSON
import Kinds
import Vocabulary

/// Something in an endpoint's answer that Okta would not act on.
package struct AnswerProblem: Hashable, Sendable {
    /// Where: `commands[0].value.credential`; empty for the whole.
    package let place: String
    /// A sentence's rest behind the place; may hold text of the endpoint's.
    package let detail: String

    package init(_ place: String, _ detail: String) {
        self.place = place
        self.detail = detail
    }
}

extension HookContract {
    /// What Okta would not act on in an answer, in the answer's order; nothing when all is well.
    ///
    /// An answer without a command is a good one: Okta then does what it does by default.
    package func problems(in answer: JSONValue, size: Int) -> [AnswerProblem] {
        var problems: [AnswerProblem] = []
        if size >= Limits.answerBytes.value {
            problems.append(AnswerProblem("", "has \(size) bytes; Okta takes less than 256 KB"))
        }
        guard let object = answer.object else {
            return problems + [AnswerProblem("", "is no JSON object")]
        }
        if object["commands"] == nil, object["error"] == nil, !object.isEmpty {
            let keys = object.keys.map { "`\($0)`" }.joined(separator: ", ")
            problems.append(AnswerProblem("", "has neither `commands` nor `error`, but \(keys)"))
        }
        if let error = object["error"], error.object == nil {
            problems.append(AnswerProblem("error", "is no object"))
        }
        guard let value = object["commands"] else { return problems }
        guard let items = value.array else {
            return problems + [AnswerProblem("commands", "is no array")]
        }
        let given = Set(items.compactMap { $0["type"]?.string })
        for (index, item) in items.enumerated() {
            problems += self.problems(in: item, at: "commands[\(index)]", among: given)
        }
        return problems
    }

    private func problems(
        in command: JSONValue, at place: String, among given: Set<String>
    ) -> [AnswerProblem] {
        guard command.object != nil else { return [AnswerProblem(place, "is no object")] }
        guard let type = command["type"]?.string else {
            return [AnswerProblem("\(place).type", "is missing")]
        }
        let known = commands.map(\.type)
        guard let rule = commands.first(where: { $0.type == type }) else {
            let near = nearestName(to: type, among: known)
            return [
                AnswerProblem(
                    "\(place).type",
                    "is `\(type)`; hooks of this type take "
                        + listed(known) + (near.map { ". Did you mean `\($0)`?" } ?? ""))
            ]
        }
        guard let value = command["value"], !value.isNull else {
            return [AnswerProblem("\(place).value", "is missing")]
        }
        return rule.problems(in: value, at: "\(place).value", among: given)
    }
}

extension CommandRule {
    fileprivate func problems(
        in value: JSONValue, at place: String, among given: Set<String>
    ) -> [AnswerProblem] {
        switch self.value {
        case .word(let key, let words):
            guard let word = value[key]?.string, words.contains(word) else {
                return [wrong(value[key], at: "\(place).\(key)", words)]
            }
            guard let other = needs[word], !given.contains(other) else { return [] }
            return [AnswerProblem("\(place).\(key)", "is `\(word)`, which needs a `\(other)` too")]
        case .text(let key):
            let text = value[key]?.string ?? ""
            return text.isEmpty ? [AnswerProblem("\(place).\(key)", "is no text")] : []
        case .attributes:
            guard let object = value.object else { return [AnswerProblem(place, "is no object")] }
            return object.isEmpty ? [AnswerProblem(place, "names no attribute")] : []
        case .outcomes(let key, let words):
            return items(of: value, at: place) { item, place in
                guard let word = item[key]?.string, words.contains(word) else {
                    return [wrong(item[key], at: "\(place).\(key)", words)]
                }
                return []
            }
        case .patch(let patch):
            return items(of: value, at: place) { patch.problems(in: $0, at: $1) }
        }
    }

    private func items(
        of value: JSONValue, at place: String, _ check: (JSONValue, String) -> [AnswerProblem]
    ) -> [AnswerProblem] {
        guard let items = value.array else { return [AnswerProblem(place, "is no array")] }
        if items.isEmpty { return [AnswerProblem(place, "is empty")] }
        return items.enumerated().flatMap { check($1, "\(place)[\($0)]") }
    }
}

extension CommandRule.Patch {
    fileprivate func problems(in item: JSONValue, at place: String) -> [AnswerProblem] {
        guard let operation = item["op"]?.string, operations.contains(operation) else {
            return [wrong(item["op"], at: "\(place).op", operations)]
        }
        guard let path = item["path"]?.string else {
            return [AnswerProblem("\(place).path", "is missing")]
        }
        if numbers.contains(path) {
            guard operation == "replace" else {
                return [AnswerProblem("\(place).op", "is `\(operation)`; it can only be replaced")]
            }
            return item["value"]?.int == nil
                ? [AnswerProblem("\(place).value", "is no whole number")] : []
        }
        guard places.contains(where: { path.hasPrefix($0) && path != $0 }) else {
            return [
                AnswerProblem(
                    "\(place).path",
                    "is `\(path)`; it has to be below \(listed(places))"
                        + (numbers.isEmpty ? "" : ", or \(listed(numbers))"))
            ]
        }
        let needsValue = operation != "remove"
        return needsValue && item["value"] == nil
            ? [AnswerProblem("\(place).value", "is missing")] : []
    }
}

private func wrong(_ value: JSONValue?, at place: String, _ words: [String]) -> AnswerProblem {
    guard let value else { return AnswerProblem(place, "is missing; it may be \(listed(words))") }
    let text = value.string ?? value.text()
    return AnswerProblem(place, "is `\(text)`; it may be \(listed(words))")
}

/// ``` `a`, `b` or `c` ```
private func listed(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
}
