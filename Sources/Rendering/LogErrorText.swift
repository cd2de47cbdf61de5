import Catalog
import Kinds
package import Ports
package import Reconciling
package import Vocabulary

/// Why the System Log could not be read, in plain words, with all that Okta said.
package func describeLogFailure(_ error: OrgError) -> Diagnostic {
    guard case .unauthorized(let answer) = error else { return describe(error) }
    guard answer.status == 403, answer.missingScopes.isEmpty else {
        return describeRefusedAccess(answer, role: "may view the System Log")
    }
    return Diagnostic(
        .error, .logNotPermitted,
        notes: said(answer) + [
            "It takes an admin role that may view reports and the System Log, such as Read-Only "
                + "Administrator, and of a service app the scope okta.logs.read."
        ])
}

/// What is wrong with a stretch of the log that was asked for.
package func describe(_ problem: LogSpan.Problem) -> Diagnostic {
    switch problem {
    case .empty(let since, let until):
        Diagnostic(
            .error, .spanEmpty,
            notes: [
                "It begins at \(since.text) and ends at \(until.text), or now where that is earlier."
            ])
    case .tooEarly(let since):
        Diagnostic(
            .error, .spanTooEarly,
            notes: [
                "Okta keeps its log for \(Limits.logDays.value) days, and refuses to be asked for what "
                    + "is older than \(Limits.oldestLogDays.value) days. \(since.text) is."
            ])
    }
}
