/// A message about the user's input, or about a failure of a command.
///
/// Its rule has the summary, in fixed words and without the user's data. The detail says in full
/// sentences what is wrong, why it matters, and how to fix it.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable, Comparable {
        case error, warning

        package static func < (a: Severity, b: Severity) -> Bool {
            a == .error && b == .warning
        }
    }

    /// Another place that bears on it, such as where a key stood first.
    package struct Related: Hashable, Sendable {
        package var location: SourceLocation
        package var text: String

        package init(_ location: SourceLocation, _ text: String) {
            self.location = location
            self.text = text
        }
    }

    package var severity: Severity
    package var rule: Rule
    package var detail: String
    /// Further paragraphs, such as the lines of Okta's response. May hold text from outside.
    package var notes: [String]
    /// What helps with all of its kind, in a full sentence; of several that have the same it is told
    /// once. Empty for nothing.
    package var advice: String
    package var location: SourceLocation?
    package var related: [Related]
    /// Commands to run, each shown on a line of its own, indented.
    package var commands: [String]
    /// Whether this is a guard's refusal (policy, prevent_destroy, max_deletes) and not a mistake.
    package var isGuard: Bool
    /// Whether its source line is not to be shown, for a secret may stand there.
    package var hidesSource: Bool

    package init(
        _ severity: Severity, _ rule: Rule, detail: String = "", notes: [String] = [],
        advice: String = "", at location: SourceLocation? = nil, related: [Related] = [],
        commands: [String] = [],
        isGuard: Bool = false, hidesSource: Bool = false
    ) {
        self.severity = severity
        self.rule = rule
        self.detail = detail
        self.notes = notes
        self.advice = advice
        self.location = location
        self.related = related
        self.commands = commands
        self.isGuard = isGuard
        self.hidesSource = hidesSource
    }
}

extension Diagnostic {
    package var summary: String { rule.summary }
}

extension Sequence<Diagnostic> {
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// Whether each error is a guard's refusal.
    package var hasOnlyGuards: Bool { allSatisfy { $0.severity != .error || $0.isGuard } }

    /// By place, errors before warnings where the place is the same; those without a place come last.
    package var inOrder: [Diagnostic] {
        enumerated().sorted { a, b in
            switch (a.element.location, b.element.location) {
            case (let x?, let y?) where x != y: x < y
            case (nil, _?): false
            case (_?, nil): true
            default:
                a.element.severity != b.element.severity
                    ? a.element.severity < b.element.severity : a.offset < b.offset
            }
        }.map(\.element)
    }
}
