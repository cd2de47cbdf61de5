import Planning
import Reconciling
import Vocabulary

/// A finished step on one line: `event_hook.leavers: created (0.4s)`.
func renderStepLine(
    _ address: Address, _ step: Step, _ outcome: StepOutcome, elapsed: Duration, style: TextStyle
) -> String {
    style.line(stepWords(address, step, outcome, elapsed: elapsed))
}

/// The same for a terminal, which would break a long line anywhere: several lines if it doesn't fit,
/// the later ones indented.
func renderStepLines(
    _ address: Address, _ step: Step, _ outcome: StepOutcome, elapsed: Duration, style: TextStyle
) -> [String] {
    let words = stepWords(address, step, outcome, elapsed: elapsed)
    if style.columns(of: words) <= style.width { return [style.line(words)] }
    var lines = style.paragraph(words, indent: 1)
    lines[0] = String(lines[0].drop { $0 == " " })
    return lines
}

/// A change that was not begun.
func skippedWords(_ address: Address, dependency: Address) -> StyledText {
    "\(address): \("not begun", .changed), because \(dependency) did not succeed"
}

private func stepWords(
    _ address: Address, _ step: Step, _ outcome: StepOutcome, elapsed: Duration
) -> StyledText {
    let time = elapsedTime(elapsed)
    let result: StyledText =
        switch outcome {
        case .done: "\(step.operation.past, .added) (\(time))"
        case .settled:
            "\(step.operation.past, .added) (\(time); the answer was lost, a look at the org showed it)"
        case .notNeeded: "\("\(step.operation.rawValue) not needed", .faint)"
        case .failed(let failure):
            "\("\(step.operation.rawValue) failed", .removed) (\(time)): \(inBrief(failure))"
        }
    return "\(address): \(result)"
}

extension Step.Operation {
    /// `created`
    var past: String {
        switch self {
        case .create: "created"
        case .update: "updated"
        case .verify: "verified"
        case .activate: "activated"
        case .deactivate: "deactivated"
        case .delete: "deleted"
        }
    }

    /// `creating`
    var present: String {
        switch self {
        case .create: "creating"
        case .update: "updating"
        case .verify: "verifying"
        case .activate: "activating"
        case .deactivate: "deactivating"
        case .delete: "deleting"
        }
    }
}
