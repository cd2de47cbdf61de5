package import Planning
package import Reconciling
package import Vocabulary

/// A finished step on one line, without a line end: `event_hook.leavers: created (0.4s)`.
package func renderStepLine(
    _ address: Address, _ step: Step, _ outcome: StepOutcome, elapsed: Duration, style: TextStyle
) -> String {
    let time = elapsedTime(elapsed)
    let head = style.visible(address.description) + ": "
    switch outcome {
    case .done:
        return head + style.paint(step.operation.past, .added) + " (\(time))"
    case .settled:
        return head + style.paint(step.operation.past, .added)
            + " (\(time); the answer was lost, a look at the org showed it)"
    case .notNeeded: return head + style.paint("\(step.operation.rawValue) not needed", .faint)
    case .failed(let failure):
        return head + style.paint("\(step.operation.rawValue) failed", .removed)
            + " (\(time)): " + style.visible(inBrief(failure))
    }
}

/// The same for a terminal, which would break a long line anywhere: on several lines where it does
/// not fit, the later ones indented.
func renderStepLines(
    _ address: Address, _ step: Step, _ outcome: StepOutcome, elapsed: Duration, style: TextStyle
) -> [String] {
    var plain = style
    plain.color = false
    let line = renderStepLine(address, step, outcome, elapsed: elapsed, style: plain)
    guard displayWidth(line) > style.width else {
        return [renderStepLine(address, step, outcome, elapsed: elapsed, style: style)]
    }
    var lines = plain.wrapped(line, mark: "", indent: 0)
    lines[0] = String(lines[0].drop { $0 == " " })
    return lines
}

/// A change that was not begun, on one line.
package func renderSkipped(_ address: Address, dependency: Address, style: TextStyle) -> String {
    style.visible(address.description) + ": " + style.paint("not begun", .changed)
        + ", because \(style.visible(dependency.description)) did not succeed"
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
