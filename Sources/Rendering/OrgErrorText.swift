package import Ports
package import Vocabulary

/// Why a call to the org did not succeed, in plain words, with all that Okta said.
package func describe(_ error: OrgError) -> Diagnostic {
    switch error {
    case .unauthorized(let answer): return describeRefusedAccess(answer)
    case .notFound(let answer):
        return Diagnostic(.error, .objectNotFound, notes: said(answer))
    case .refused(let answer):
        return Diagnostic(.error, .requestRejected, notes: said(answer))
    case .rateLimited(let answer):
        return Diagnostic(
            .error, .rateLimitExceeded,
            notes: said(answer) + [
                "This request changed nothing. Wait a minute, then run it again."
            ])
    case .unavailable(let failure):
        let rule: Rule =
            failure.mayHaveHappened
            ? .responseLost : failure.answer == nil ? .orgUnreachable : .oktaFailed
        return Diagnostic(
            .error, rule,
            notes: [failure.detail] + (failure.answer.map(said) ?? [])
                + (failure.mayHaveHappened ? [mayHaveHappened] : []))
    case .cancelled(let happened):
        return Diagnostic(.error, .stopped, notes: happened ? [mayHaveHappened] : [])
    }
}

private let mayHaveHappened =
    "It may have been done all the same. The next run looks before it tries again."

/// What Okta said, a line each: status, code and summary; the causes; the request.
func said(_ answer: OktaAnswer) -> [String] {
    var lines = [headline(answer)]
    lines += answer.causes
    if let id = answer.requestID { lines.append("Request id for Okta's support: \(id)") }
    return lines
}

/// `400 E0000001 Api validation failed: eventHook`
private func headline(_ answer: OktaAnswer) -> String {
    let words = [answer.errorCode, answer.summary].compactMap(\.self).filter { !$0.isEmpty }
    return words.isEmpty
        ? "Okta answered \(answer.status)" : "\(answer.status) \(words.joined(separator: " "))"
}

/// A failure on one line, still unsafe to print.
func inBrief(_ error: OrgError) -> String {
    switch error {
    case .unauthorized(let answer) where !answer.missingScopes.isEmpty:
        "\(headline(answer)), missing scope \(answer.missingScopes.sorted().joined(separator: ", "))"
    case .unauthorized(let answer), .notFound(let answer), .refused(let answer),
        .rateLimited(let answer):
        ([headline(answer)] + answer.causes).joined(separator: ": ")
    case .unavailable(let failure):
        failure.mayHaveHappened ? "\(failure.detail); it may have been done" : failure.detail
    case .cancelled(let mayHaveHappened):
        mayHaveHappened ? "stopped; it may have been done" : "stopped"
    }
}
