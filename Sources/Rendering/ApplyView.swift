import Kinds
package import Planning
import Ports
package import Reconciling
import Vocabulary

/// The result of an apply for a reader, as plain words and values.
package struct ApplyView: Sendable {
    let report: ApplyReport
    let plan: Plan

    package init(_ report: ApplyReport, of plan: Plan) {
        self.report = report
        self.plan = plan
    }

    /// The changes that need the reader's attention, in the plan's order.
    var outcomes: [OutcomeView] {
        plan.changes.compactMap { change in
            switch report.results[change.address] {
            case nil, .confirmed?: nil
            case let result?: OutcomeView(change: change, result: result)
            }
        }
    }

    /// Each endpoint that Okta could not verify, once, in the plan's order.
    var endpoints: [VerifiedEndpoint] {
        var endpoints: [VerifiedEndpoint] = []
        for outcome in outcomes {
            for endpoint in outcome.askedEndpoints where !endpoints.contains(endpoint) {
                endpoints.append(endpoint)
            }
        }
        return endpoints
    }

    /// The reason why the state isn't complete; nil if it is.
    var stateFailure: Diagnostic? { report.stateFailure.map(describe) }

    var summary: String {
        let tail = counts.isEmpty ? "nothing to do" : counts.joined(separator: ", ")
        return switch report.verdict {
        case .complete: "Applied and confirmed: \(tail)."
        case .unverified: "Applied, but not everything is verified: \(tail)."
        case .partial: "Partly applied: \(tail)."
        case .unauthorized: "Stopped, because Okta refused access: \(tail)."
        }
    }

    /// The advice how to go on; nil after a complete apply.
    var nextSteps: String? {
        let again = plan.mode == .destroy ? "destroy" : "apply"
        return switch report.verdict {
        case .complete: nil
        case .unverified: "When the endpoint answers, \(again) again to have it verified."
        case .partial: "What is done is recorded; the next plan shows what is left."
        case .unauthorized: "When access is granted, \(again) again to go on."
        }
    }

    private var counts: [String] {
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
        case .skipped?, .interrupted(.notBegun)?, nil: "not begun"
        case .interrupted?: "not finished"
        }
    }
}

/// The outcome of one change that needs the reader's attention.
struct OutcomeView {
    let change: Change
    let result: ApplyReport.Result

    /// True if something failed for good, rather than being left undone.
    var isFailure: Bool {
        switch result {
        case .failed, .rolledBack(_, old: .some): true
        case .confirmed, .unconfirmed, .unverified, .rolledBack, .skipped, .interrupted: false
        }
    }

    var headline: String {
        switch result {
        case .confirmed: "done"
        case .unconfirmed: "done, but the org is not as planned"
        case .unverified: "written but not verified, so it receives no events"
        case .rolledBack(_, old: nil): "not verified, so the change was taken back"
        case .rolledBack: "taken back, and not verified either way"
        case .failed(let operation, _): "\(operation.rawValue) failed"
        case .skipped: "not begun"
        case .interrupted(let interruption):
            words(for: interruption) + ", because the run was stopped"
        }
    }

    /// The rest of the headline's sentence.
    var cause: String {
        guard case .skipped(let dependency) = result else { return "" }
        return ", because \(dependency) did not succeed"
    }

    /// Sentences of our own below the headline.
    var remarks: [String] {
        switch result {
        case .rolledBack(_, old: .some):
            [
                "It has its old endpoint again, which Okta could not verify any more: it receives "
                    + "no events now."
            ]
        case .interrupted(.inDoubt): ["It may have been done all the same. The next run looks."]
        case .interrupted(.between(_, let left)) where left.contains(.verify):
            ["It receives no events until it is verified."]
        case .unconfirmed(let differences) where differences.isEmpty:
            [
                change.action == .delete || change.action == .forget
                    ? "The org still has it." : "The org does not have it."
            ]
        case .confirmed, .unconfirmed, .unverified, .rolledBack, .failed, .skipped, .interrupted: []
        }
    }

    /// The reasons of the outcome.
    var failures: [Diagnostic] {
        switch result {
        case .unverified(let failure, _): [failure].compactMap { $0 }.map(describe)
        case .rolledBack(let failure, let old): [failure, old].compactMap { $0 }.map(describe)
        case .failed(_, let failure): [describe(failure)]
        case .confirmed, .unconfirmed, .skipped, .interrupted: []
        }
    }

    /// True if the reasons' summaries say more than the headline.
    var showsSummaries: Bool { if case .failed = result { true } else { false } }

    /// The attributes that the org has otherwise than planned.
    var differences: [AttributeRow] {
        let differences: [Difference]
        switch result {
        case .unconfirmed(let found), .unverified(_, let found): differences = found
        case .confirmed, .rolledBack, .failed, .skipped, .interrupted: return []
        }
        var planned = Attributes()
        var found = Attributes()
        for difference in differences {
            planned[difference.path] = difference.before
            found[difference.path] = difference.after
        }
        return AttributeRow.rows(
            before: planned, after: found, kind: KindRegistry.kind(of: change.address))
    }

    /// The endpoints that Okta asked in vain. With other failures it did not get as far as that.
    var askedEndpoints: [VerifiedEndpoint] {
        let failure: StepFailure?
        var attributes = [change.after]
        switch result {
        case .unverified(let reason, _): failure = reason
        case .rolledBack(let reason, let old):
            failure = reason
            if old != nil { attributes.append(change.before) }
        case .confirmed, .unconfirmed, .failed, .skipped, .interrupted: return []
        }
        switch failure {
        case nil, .org(.refused)?: return attributes.map { VerifiedEndpoint(change.address, $0) }
        default: return []
        }
    }

    private func words(for interruption: ApplyReport.Interruption) -> String {
        switch interruption {
        case .notBegun: "not begun"
        case .unread: "written, but not read back"
        case .inDoubt(let step): "\(step.rawValue) not finished"
        case .between(let taken, let left): "\(joined(taken)), but not \(joined(left))"
        }
    }

    /// `deactivated and deleted`
    private func joined(_ steps: [Step.Operation]) -> String {
        steps.map(\.past).joined(separator: " and ")
    }
}
