package import Filters
package import JSON

/// Which part of a filter came to what for an event: a line a part, those it is made of below it.
///
/// Values that stand in the expression are left out, and so are lists whose elements follow, and the
/// steps of a path but the last.
package func renderTrace(
    _ trace: Trace, of expression: FilterExpression, style: TextStyle
) -> String {
    var lines: [(value: String, depth: Int, words: String)] = []
    let bytes = Array(expression.text.utf8)
    func walk(_ trace: Trace, depth: Int) {
        let code = String(decoding: bytes[trace.range], as: UTF8.self)
        var inner = depth
        if let element = trace.element {
            lines.append(("", depth, "for " + shortened(element.text, style)))
            inner += 1
        }
        let value: String
        var words = oneLine(code, style)
        switch trace.outcome {
        case .value(let found): value = shortened(found.text, style)
        case .failure(let failure):
            value = "error"
            if failure.isOf(trace) { words += "  " + failure.kind.words }
        }
        lines.append((value, inner, words))
        for child in trace.children where child.isShown(below: trace) {
            walk(child, depth: inner + 1)
        }
    }
    walk(trace, depth: 0)
    return text(
        lines.map { line in
            let indent = String(repeating: "  ", count: line.depth)
            guard !line.value.isEmpty else { return indent + style.paint(line.words, .faint) }
            let role: TextStyle.Role =
                switch line.value {
                case "true": .added
                case "false", "null": .changed
                case "error": .removed
                default: .heading
                }
            return indent + style.paint(line.value, role) + "  " + line.words
        })
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

/// A text on one line, with runs of white space as one space.
private func oneLine(_ text: String, _ style: TextStyle) -> String {
    style.visible(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
}

/// A value cut to what fits beside its part.
private func shortened(_ text: String, _ style: TextStyle) -> String {
    let most = 60
    let cut = text.count > most ? String(text.prefix(most)) + style.ellipsis : text
    return style.visible(cut)
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
