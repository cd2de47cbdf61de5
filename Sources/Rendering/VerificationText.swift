package import Reconciling
package import Vocabulary

extension VerificationView {
    /// One verification on a line; `failureText` says why one failed.
    package static func line(
        _ address: Address, _ outcome: VerifyOperation.Outcome, elapsed: Duration, style: TextStyle
    ) -> String {
        let result: StyledText =
            switch outcome {
            case .verified: "\("verified", .added) (\(elapsedTime(elapsed)))"
            case .inactive: "\("inactive", .changed); Okta verifies active hooks only"
            case .missing: "\("not in the org any more", .removed)"
            case .failed: "\("not verified", .removed) (\(elapsedTime(elapsed)))"
            }
        return style.text([.line("\(address): \(result)")])
    }

    /// The reasons of failed verifications, sorted by address, and what to check; empty if none failed.
    package func failureText(_ style: TextStyle) -> String {
        var blocks: [TextBlock] = []
        var told: Set<Diagnostic> = []
        for failure in failures {
            blocks += [
                .blank, .line("\(failure.address, .heading): \(failure.headline, .removed)"),
            ]
            blocks += failure.diagnostic.details(told: &told, withSummary: !failure.wasAsked)
        }
        for endpoint in endpoints { blocks += [.blank] + endpoint.blocks }
        return style.text(blocks)
    }
}
