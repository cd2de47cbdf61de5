package import Reconciling
package import Vocabulary

/// How a verification outside of a plan ended, without a line end.
package func renderVerification(
    _ address: Address, _ outcome: VerifyOperation.Outcome, elapsed: Duration, style: TextStyle
) -> String {
    let head = style.visible(address.description) + ": "
    switch outcome {
    case .verified: return head + style.paint("verified", .added) + " (\(elapsedTime(elapsed)))"
    case .inactive:
        return head + style.paint("inactive", .changed) + "; Okta verifies active hooks only"
    case .missing: return head + style.paint("not in the org any more", .removed)
    case .failed(let failure):
        return head + style.paint("not verified", .removed) + ": "
            + style.visible(inBrief(failure))
    }
}
