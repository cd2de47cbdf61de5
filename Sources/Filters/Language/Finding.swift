/// Something to know about an expression, with the place in it.
///
/// The summary is short, in fixed words; the detail says in full sentences what is wrong and what
/// to do. The range counts UTF-8 bytes from the expression's beginning.
package struct Finding: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        /// It cannot be: Okta would refuse it, or it would never do what was meant.
        case error
        /// It can be, but Okta documents nothing like it for filters, or it says little.
        case warning
    }

    package var severity: Severity
    /// A stable name to search for, in kebab case.
    package var code: String
    package var summary: String
    package var detail: String
    package var range: Range<Int>

    package init(
        _ severity: Severity, _ code: String, _ summary: String, _ detail: String,
        at range: Range<Int>
    ) {
        self.severity = severity
        self.code = code
        self.summary = summary
        self.detail = detail
        self.range = range
    }
}

/// Why a text is no expression.
package struct ExpressionError: Error, Hashable {
    package let finding: Finding

    init(_ code: String, _ summary: String, _ detail: String, at range: Range<Int>) {
        finding = Finding(.error, code, summary, detail, at: range)
    }
}
