import Kinds
package import Planning
import Ports
package import Reconciling
import Vocabulary

/// What came of an apply, as text for people: what went wrong and what to look at, then one line
/// that counts, then how to go on.
package func renderReport(_ report: ApplyReport, plan: Plan, style: TextStyle) -> String {
    ApplyReportText(report: report, plan: plan, style: style).text()
}

private struct ApplyReportText {
    let report: ApplyReport
    let plan: Plan
    let style: TextStyle

    func text() -> String {
        var lines: [String] = []
        var told: Set<Explanation> = []
        for change in plan.changes {
            let block = block(change, told: &told)
            if !block.isEmpty { lines += block + [""] }
        }
        for endpoint in unverifiedEndpoints() { lines += endpoint.lines(style: style) + [""] }
        if let failure = report.stateFailure {
            let explanation = describe(failure)
            lines += [style.paint("The state is not complete. \(explanation.summary)", .removed)]
            lines += detailLines(explanation, style: style) + [""]
        }
        lines += style.wrapped(closing(), indent: 0)
        lines += wayOn()
        return Rendering.text(lines)
    }

    /// What is to be said of one change; nothing when it went well.
    private func block(_ change: Change, told: inout Set<Explanation>) -> [String] {
        guard let result = report.results[change.address] else { return [] }
        switch result {
        case .confirmed: return []
        case .unconfirmed(let differences):
            return [head(change, "done, but the org is not as planned", .changed)]
                + unconfirmed(differences, of: change)
        case .unverified(let failure):
            return [head(change, "written but not verified, so it receives no events", .changed)]
                + details(failure, &told)
        case .rolledBack(let failure):
            return [head(change, "not verified, so the change was taken back", .changed)]
                + details(failure, &told)
        case .failed(let operation, let failure):
            return [head(change, "\(operation.rawValue) failed", .removed)]
                + details(failure, &told, withSummary: true)
        case .skipped(let dependency):
            return [renderSkipped(change.address, dependency: dependency, style: style)]
        case .interrupted:
            return [head(change, "not finished, because the run was stopped", .changed)]
        }
    }

    private func head(_ change: Change, _ words: String, _ role: TextStyle.Role) -> String {
        style.paint(style.visible(change.address.description), .heading) + ": "
            + style.paint(words, role)
    }

    /// The failure in full the first time; many changes often fail for one reason.
    private func details(
        _ failure: StepFailure?, _ told: inout Set<Explanation>, withSummary: Bool = false
    ) -> [String] {
        guard let failure else { return [] }
        var explanation = describe(failure)
        guard told.insert(explanation).inserted else { return ["  For the same reason as above."] }
        if withSummary { explanation.lines.insert(explanation.summary, at: 0) }
        return detailLines(explanation, style: style)
    }

    private func unconfirmed(_ differences: [Difference], of change: Change) -> [String] {
        if differences.isEmpty {
            let isGone = change.action == .delete || change.action == .forget
            return [isGone ? "  The org still has it." : "  The org does not have it."]
        }
        var planned = Attributes()
        var found = Attributes()
        for difference in differences {
            planned[difference.path] = difference.before
            found[difference.path] = difference.after
        }
        let rows = AttributeRow.rows(
            before: planned, after: found, kind: KindRegistry.kind(of: change.address))
        return ["  From what was planned to what the org says:"]
            + AttributeRowText(style: style, indent: 4).lines(rows)
    }

    /// Each endpoint that could not be verified once, in the plan's order.
    private func unverifiedEndpoints() -> [VerifiedEndpoint] {
        var endpoints: [VerifiedEndpoint] = []
        for change in plan.changes where wasAsked(report.results[change.address]) {
            let endpoint = VerifiedEndpoint(change)
            if !endpoints.contains(endpoint) { endpoints.append(endpoint) }
        }
        return endpoints
    }

    /// Whether Okta asked the endpoint in vain. With other failures it did not get as far as that.
    private func wasAsked(_ result: ApplyReport.Result?) -> Bool {
        let failure: StepFailure?
        switch result {
        case .unverified(let reason): failure = reason
        case .rolledBack(let reason): failure = reason
        default: return false
        }
        switch failure {
        case nil, .org(.refused)?: return true
        default: return false
        }
    }

    private func closing() -> String {
        let counts = counts()
        let tail = counts.isEmpty ? "nothing to do" : counts.joined(separator: ", ")
        return switch report.verdict {
        case .complete: "Applied and confirmed: \(tail)."
        case .unverified: "Applied, but not everything is verified: \(tail)."
        case .partial: "Partly applied: \(tail)."
        case .unauthorized: "Stopped, because Okta refused access: \(tail)."
        }
    }

    private func counts() -> [String] {
        let order = [
            "created", "updated", "verified", "replaced", "deleted", "forgotten", "moved",
            "not confirmed", "not verified", "taken back", "failed", "not finished", "not begun",
        ]
        var counts: [String: Int] = [:]
        for change in plan.changes { counts[word(for: change), default: 0] += 1 }
        return order.compactMap { word in counts[word].map { "\($0) \(word)" } }
    }

    private func word(for change: Change) -> String {
        switch report.results[change.address] {
        case .confirmed?:
            switch change.action {
            case .create: "created"
            case .update:
                change.steps.allSatisfy { $0.operation == .verify } ? "verified" : "updated"
            case .replace: "replaced"
            case .delete: "deleted"
            case .forget: "forgotten"
            case .move: "moved"
            }
        case .unconfirmed?: "not confirmed"
        case .unverified?: "not verified"
        case .rolledBack?: "taken back"
        case .failed?: "failed"
        case .interrupted?: "not finished"
        case .skipped?, nil: "not begun"
        }
    }

    private func wayOn() -> [String] {
        let again = plan.mode == .destroy ? "destroy" : "apply"
        let words: String
        switch report.verdict {
        case .complete: return []
        case .unverified: words = "When the endpoint answers, \(again) again to have it verified."
        case .partial: words = "What is done is recorded; the next plan shows what is left."
        case .unauthorized: words = "When access is granted, \(again) again to go on."
        }
        return style.wrapped(words, indent: 0)
    }
}
