package import Filters
package import JSON

/// One part of a filter and its result for an event, for a reader.
struct TraceLine: Hashable {
    enum Result: Hashable {
        case value(String)
        case failure
        /// The element of a list that the parts below were evaluated for.
        case element
    }

    let depth: Int
    let result: Result
    /// The part's text on one line, or the element; and the failure in words.
    let words: String

    /// The parts of a filter, each followed by those that it's made of.
    ///
    /// Leaves out literals, lists whose elements follow, and all steps of a path but the last.
    static func all(_ trace: Trace, of expression: FilterExpression) -> [TraceLine] {
        var lines: [TraceLine] = []
        let bytes = Array(expression.text.utf8)
        func walk(_ trace: Trace, depth: Int) {
            let code = String(decoding: bytes[trace.range], as: UTF8.self)
            var inner = depth
            if let element = trace.element {
                lines.append(TraceLine(depth: depth, result: .element, words: element.text))
                inner += 1
            }
            var words = code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let result: Result
            switch trace.outcome {
            case .value(let found): result = .value(found.text)
            case .failure(let failure):
                result = .failure
                if failure.isOf(trace) { words += "  " + failure.kind.words }
            }
            lines.append(TraceLine(depth: inner, result: result, words: words))
            for child in trace.children where child.isShown(below: trace) {
                walk(child, depth: inner + 1)
            }
        }
        walk(trace, depth: 0)
        return lines
    }

    func block(indent: Int) -> TextBlock {
        .line(text, indent: indent + 2 * depth)
    }

    private var text: StyledText {
        switch result {
        case .element:
            "\("for ", .faint)\(StyledText(cutting: words, to: Self.mostCharacters, .faint))"
        case .failure: "\("error", .removed)  \(words)"
        case .value(let value):
            "\(StyledText(cutting: value, to: Self.mostCharacters, Self.role(of: value)))  \(words)"
        }
    }

    /// As much of a value as fits beside its part.
    private static let mostCharacters = 60

    private static func role(of value: String) -> TextStyle.Role {
        switch value {
        case "true": .added
        case "false", "null": .changed
        default: .heading
        }
    }
}

/// The verdict, the words for it and the trace for programs.
package func evaluationDocument(
    _ verdict: Verdict, _ trace: Trace?, of expression: FilterExpression
) -> JSONValue {
    [
        "expression": .string(expression.text),
        "verdict": .string(verdict.name),
        "failure": verdict.failure.map { .string($0.kind.rawValue) } ?? .null,
        "trace": trace.map { document($0, Array(expression.text.utf8)) } ?? .null,
    ]
}

/// The same where no filter had to be asked.
package func unfilteredDocument(_ verdict: String) -> JSONValue {
    ["expression": .null, "verdict": .string(verdict), "failure": .null, "trace": .null]
}

private func document(_ trace: Trace, _ bytes: [UInt8]) -> JSONValue {
    let value: JSONValue
    var failure = JSONValue.null
    switch trace.outcome {
    case .value(let found): value = json(found)
    case .failure(let found):
        value = .null
        failure = .string(found.kind.rawValue)
    }
    return [
        "part": .string(String(decoding: bytes[trace.range], as: UTF8.self)),
        "value": value, "failure": failure, "element": trace.element.map(json) ?? .null,
        "parts": .array(trace.children.map { document($0, bytes) }),
    ]
}

private func json(_ value: EvaluatedValue) -> JSONValue {
    switch value {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .number(JSONNumber(Int(value)))
    case .long(let value): .number(JSONNumber(Int(value)))
    case .real(let value): JSONNumber("\(value)").map { .number($0) } ?? .string("\(value)")
    case .text(let text): .string(text)
    case .list(let list): .array(list.map(json))
    case .object(let members):
        .object(JSONObject(members.map { (key: $0.name, value: json($0.value)) }))
    }
}

extension EvaluationFailure {
    /// Whether it happened in this part and not in one that it is made of.
    fileprivate func isOf(_ trace: Trace) -> Bool {
        !trace.children.contains {
            if case .failure = $0.outcome { true } else { false }
        }
    }
}

extension Trace {
    fileprivate func isShown(below parent: Trace) -> Bool {
        if case .failure = outcome { return true }
        guard case .value(let value) = outcome, role != .literal else { return false }
        if parent.role == .step, role == .field, value.isWhole { return false }
        guard parent.role == .field else { return true }
        // Where a path ends early, the last that was there says why.
        if case .failure = parent.outcome { return value == .null || role == .field }
        return false
    }
}

extension EvaluatedValue {
    /// What would be shown whole where its elements or fields are shown below.
    fileprivate var isWhole: Bool {
        switch self {
        case .list(let list): !list.isEmpty
        case .object: true
        default: false
        }
    }
}

extension Verdict {
    package var name: String {
        switch self {
        case .delivered: "delivered"
        case .dropped: "dropped"
        case .notBoolean: "not-boolean"
        case .failed: "failed"
        }
    }

    package var failure: EvaluationFailure? {
        if case .failed(let failure) = self { failure } else { nil }
    }
}
