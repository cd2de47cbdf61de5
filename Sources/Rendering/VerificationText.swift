import Ports
package import Reconciling
package import State
package import Vocabulary

/// How a verification outside of a plan ended, without a line end; why one failed stands in
/// `renderVerificationFailures`.
package func renderVerification(
    _ address: Address, _ outcome: VerifyOperation.Outcome, elapsed: Duration, style: TextStyle
) -> String {
    let head = style.visible(address.description) + ": "
    switch outcome {
    case .verified: return head + style.paint("verified", .added) + " (\(elapsedTime(elapsed)))"
    case .inactive:
        return head + style.paint("inactive", .changed) + "; Okta verifies active hooks only"
    case .missing: return head + style.paint("not in the org any more", .removed)
    case .failed:
        return head + style.paint("not verified", .removed) + " (\(elapsedTime(elapsed)))"
    }
}

/// Why verifications outside of a plan failed, sorted by address, and what to look at, as the report
/// of an apply says it; nothing when none failed.
package func renderVerificationFailures(
    _ outcomes: [Address: VerifyOperation.Outcome], snapshot: Snapshot, style: TextStyle
) -> String {
    var lines: [String] = []
    var endpoints: [VerifiedEndpoint] = []
    var told: Set<Explanation> = []
    for (address, outcome) in outcomes.sorted(by: { $0.key < $1.key }) {
        guard case .failed(let failure) = outcome else { continue }
        let wasAsked = if case .org(.refused) = failure { true } else { false }
        let wasVerified = snapshot.resources[address]?.isVerified == true
        // What becomes of a hook that was verified before, no source tells.
        let words =
            switch (wasAsked, wasVerified) {
            case (true, false): "not verified, so it receives no events"
            case (true, true):
                "not verified now; the next plan tells whether it still receives events"
            case (false, _): "not known to be verified"
            }
        var explanation = describe(failure)
        lines += [
            "",
            style.paint(style.visible(address.description), .heading) + ": "
                + style.paint(words, .removed),
        ]
        if told.insert(explanation).inserted {
            if !wasAsked { explanation.lines.insert(explanation.summary, at: 0) }
            lines += detailLines(explanation, style: style)
        } else {
            lines.append("  For the same reason as above.")
        }
        let attributes = snapshot.resources[address]?.attributes ?? Attributes()
        let endpoint = VerifiedEndpoint(address, attributes)
        if wasAsked, !endpoints.contains(endpoint) { endpoints.append(endpoint) }
    }
    for endpoint in endpoints { lines += [""] + endpoint.lines(style: style) }
    return lines.isEmpty ? "" : text(lines)
}
