package import Vocabulary

/// A message about an expression, with a place in it.
///
/// The detail says in full sentences what is wrong and how to fix it. The range counts UTF-8 bytes
/// from the expression's beginning.
package struct Finding: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        /// It cannot be: Okta would refuse it, or it would never do what was meant.
        case error
        /// It can be, but Okta documents nothing like it for filters, or it says little.
        case warning
    }

    package var severity: Severity
    package var rule: Rule
    package var detail: String
    package var range: Range<Int>

    package init(
        _ severity: Severity, _ rule: Rule, _ detail: String,
        at range: Range<Int>
    ) {
        self.severity = severity
        self.rule = rule
        self.detail = detail
        self.range = range
    }
}

/// Why a text is no expression.
package struct ExpressionError: Error, Hashable {
    package let finding: Finding

    init(_ rule: Rule, _ detail: String, at range: Range<Int>) {
        finding = Finding(.error, rule, detail, at: range)
    }
}
