package import Planning
package import Ports
import Vocabulary

/// A plan as text for people: drift first, then the changes, then one line that counts them.
///
/// - Parameters:
///   - usage: what the plan cost in requests; nil leaves the footer out.
///   - whereUsed: what uses the objects, where it was asked for.
///   - wasShown: whether the plan is known, as one that was saved is; then it is counted alone.
package func renderPlan(
    _ plan: Plan, usage: OrgUsage?, whereUsed: WhereUsed? = nil, wasShown: Bool = false,
    style: TextStyle
) -> String {
    var lines = headerLines(plan, style: style)
    if !wasShown { lines += changeLines(plan, whereUsed: whereUsed, style: style) }
    if let whereUsed { lines += whereUsedLines(whereUsed, style: style) }
    let unseen = UnseenText(style: style).lines(plan.unseen, changes: plan.changes)
    if !unseen.isEmpty, !wasShown { lines += [""] + unseen }
    lines += [""] + style.wrapped(summary(of: plan), indent: 0)
    if let usage, usage.requests > 0 { lines += [style.paint(renderUsage(usage), .faint)] }
    return text(lines)
}

private func changeLines(_ plan: Plan, whereUsed: WhereUsed?, style: TextStyle) -> [String] {
    var lines: [String] = []
    if !plan.drift.isEmpty {
        lines += ["", style.paint("Changed in the org since the last apply", .heading)]
        for drift in plan.drift { lines += [""] + DriftText(style: style).lines(drift) }
        if !plan.changes.isEmpty { lines += ["", style.paint("Changes to make", .heading)] }
    }
    let changes = ChangeText(style: style, whereUsed: whereUsed)
    for change in plan.changes { lines += [""] + changes.lines(change) }
    return lines
}

/// What a run cost, on one line: `1 request to the org; 599 of 600 left this minute.`
package func renderUsage(_ usage: OrgUsage) -> String {
    var words = "\(quantity(usage.requests, "request")) to the org"
    if let remaining = usage.remaining {
        words += usage.limit.map { "; \(remaining) of \($0) left" } ?? "; \(remaining) left"
        words += " this minute"
    }
    return words + "."
}

private func headerLines(_ plan: Plan, style: TextStyle) -> [String] {
    let org = "\(style.visible(plan.orgName)) (\(style.visible(plan.orgURL)))"
    var lines: [String]
    switch plan.mode {
    case .apply: lines = [style.paint("Plan for \(org)", .heading)]
    case .destroy:
        lines = [style.paint("Plan to destroy what is managed in \(org)", .heading)]
    }
    if !plan.targets.isEmpty {
        let targets = plan.targets.sorted().map { style.visible($0.description) }
            .joined(separator: ", ")
        lines += style.wrapped("Only \(targets), as --target says", indent: 0)
    }
    return lines
}

/// The plan in one or two sentences, of what there is and not of what there is none.
private func summary(of plan: Plan) -> String {
    var rest: [String] = []
    if !plan.unmanaged.isEmpty { rest.append("\(plan.unmanaged.count) unmanaged (not touched)") }
    if plan.isEmpty {
        let tail = rest.isEmpty ? "" : " \(rest.joined(separator: ", "))."
        switch plan.mode {
        case .destroy: return "Nothing to destroy." + tail
        case .apply:
            let count = plan.unchanged == 0 ? "no resources" : quantity(plan.unchanged, "resource")
            let what = plan.unseen.isEmpty ? "The org is" : "As far as can be seen, the org is"
            return "No changes. \(what) as the manifest says: \(count)." + tail
        }
    }
    if plan.unchanged > 0 { rest.insert("\(plan.unchanged) unchanged", at: 0) }
    var sentence = "Plan: " + counts(of: plan).joined(separator: ", ")
    let verifications = plan.changes.count { $0.steps.contains { $0.operation == .verify } }
    if verifications > 0 {
        sentence += counts(of: plan).isEmpty ? "" : "; "
        sentence += "\(verifications) to verify"
    }
    return sentence + "." + (rest.isEmpty ? "" : " \(rest.joined(separator: ", ")).")
}

private func counts(of plan: Plan) -> [String] {
    // An update that only verifies writes nothing; it is counted among those to verify.
    let updates = plan.changes.count { change in
        change.action == .update && change.steps.contains { $0.operation != .verify }
    }
    let counts = [
        (plan.count(of: .create), "create"), (updates, "update"),
        (plan.count(of: .replace), "replace"), (plan.count(of: .delete), "delete"),
        (plan.count(of: .forget), "forget"), (plan.count(of: .move), "move"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) to \($0.1)" }
}
