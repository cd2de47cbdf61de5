import Planning
import Vocabulary

extension ApplyView {
    /// The result as text: what went wrong and where to look, one line that counts, and the advice how
    /// to go on.
    package func text(_ style: TextStyle) -> String { style.text(blocks) }

    private var blocks: [TextBlock] {
        var blocks: [TextBlock] = []
        var told: Set<Diagnostic> = []
        for outcome in outcomes { blocks += outcome.blocks(told: &told) + [.blank] }
        for endpoint in endpoints { blocks += endpoint.blocks + [.blank] }
        if let stateFailure {
            blocks.append(
                .line("\("The state is not complete: \(stateFailure.summary)", .removed)"))
            blocks += stateFailure.details + [.blank]
        }
        return blocks + [.paragraph("\(summary)")]
            + (nextSteps.map { [.paragraph("\($0)")] } ?? [])
    }
}

extension OutcomeView {
    fileprivate func blocks(told: inout Set<Diagnostic>) -> [TextBlock] {
        let role: TextStyle.Role = isFailure ? .removed : .changed
        var blocks: [TextBlock] = [
            .line("\(change.address, .heading): \(headline, role)\(cause)")
        ]
        blocks += remarks.map { .paragraph("\($0)", indent: 2) }
        for failure in failures {
            blocks += failure.details(told: &told, withSummary: showsSummaries)
        }
        if !differences.isEmpty {
            blocks += [
                .line("From what was planned to what the org says:", indent: 2),
                .rows(differences, indent: 4),
            ]
        }
        return blocks
    }
}

extension VerifiedEndpoint {
    var blocks: [TextBlock] {
        [.paragraph("\(request) Look at these, in this order:")]
            + Self.checks.enumerated().map { place, check in
                .paragraph("\(check)", mark: "\(place + 1).", indent: 2)
            }
    }
}
