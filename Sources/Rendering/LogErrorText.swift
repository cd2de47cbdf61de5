import Catalog
import Kinds
package import Ports
package import Reconciling
import Vocabulary

/// Why the System Log could not be read, in plain words, with all that Okta said.
package func describeLogFailure(_ error: OrgError) -> Explanation {
    guard case .unauthorized(let answer) = error else { return describe(error) }
    guard answer.status == 403, answer.missingScopes.isEmpty else {
        return describeRefusedAccess(answer, role: "may view the System Log")
    }
    return Explanation(
        "Okta does not let the System Log be read.",
        said(answer) + [
            "It takes an admin role that may view reports and the System Log, such as Read-Only "
                + "Administrator, and of a service app the scope okta.logs.read."
        ])
}

/// What is wrong with a stretch of the log that was asked for.
package func describe(_ problem: LogSpan.Problem) -> Explanation {
    switch problem {
    case .empty(let since, let until):
        Explanation(
            "The time span is empty",
            ["It begins at \(since.text) and ends at \(until.text), or now where that is earlier."])
    case .tooEarly(let since):
        Explanation(
            "The time span begins too early",
            [
                "Okta keeps its log for \(Limits.logDays.value) days, and refuses to be asked for what "
                    + "is older than \(Limits.oldestLogDays.value) days. \(since.text) is."
            ])
    }
}
