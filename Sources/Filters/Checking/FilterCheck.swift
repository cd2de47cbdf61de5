import Vocabulary

/// Judges a filter's expression against what an event of Okta's holds.
///
/// Three judgements: nothing is said of what Okta documents for filters; a warning, of what can be
/// evaluated but is not documented, or says little; an error, of what cannot be.
package struct FilterCheck {
    let expression: FilterExpression
    /// The event type that the filter is for, when it is known.
    let eventType: String?
    var nodes: [Node] { expression.nodes }
    private(set) var findings: [Finding] = []

    private init(_ expression: FilterExpression, eventType: String?) {
        self.expression = expression
        self.eventType = eventType
    }

    /// What is to be said of an expression, in the order of the text.
    package static func findings(
        on expression: FilterExpression, for eventType: String? = nil
    ) -> [Finding] {
        var check = FilterCheck(expression, eventType: eventType)
        check.wantsCondition(expression.top, check.kind(of: expression.top, this: .root))
        check.checkConstants()
        check.checkDecided()
        return check.findings.enumerated().sorted { a, b in
            (a.element.range.lowerBound, a.offset) < (b.element.range.lowerBound, b.offset)
        }.map(\.element)
    }

    /// What is to be said of a text that is to be a filter.
    package static func findings(
        on text: String, for eventType: String? = nil
    ) -> [Finding] {
        do throws(ExpressionError) {
            return findings(on: try FilterExpression(parsing: text), for: eventType)
        } catch {
            return [error.finding]
        }
    }

    mutating func error(
        _ rule: Rule, _ detail: String, at range: Range<Int>
    ) {
        add(Finding(.error, rule, detail, at: range))
    }

    mutating func warning(
        _ rule: Rule, _ detail: String, at range: Range<Int>
    ) {
        add(Finding(.warning, rule, detail, at: range))
    }

    private mutating func add(_ finding: Finding) {
        // What is said of one thing in the same words is said once.
        guard
            !findings.contains(where: {
                $0.rule == finding.rule
                    && ($0.range == finding.range || $0.detail == finding.detail)
            })
        else { return }
        findings.append(finding)
    }

    mutating func undocumented(_ what: String, at range: Range<Int>) {
        warning(
            .filterUndocumented,
            "\(what) Tenterhook understands it; Okta may refuse it.", at: range)
    }

    /// A stretch of the expression's text.
    func text(_ range: Range<Int>) -> String {
        let bytes = expression.text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return String(
            decoding: bytes[start..<bytes.index(start, offsetBy: range.count)], as: UTF8.self)
    }
}

extension FieldKind {
    /// The root, whose one field is the event.
    static let root = FieldKind.object(path: "#root")
}
