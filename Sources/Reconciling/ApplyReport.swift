package import Planning
import Ports
package import Vocabulary

/// What came of an apply.
package struct ApplyReport: Sendable {
    /// What came of one change.
    package enum Result: Hashable, Sendable {
        /// Done, read back, and as planned.
        case confirmed
        /// Done, but what the org says differs from what was planned: before is the plan's value,
        /// after the org's. Empty when the object is there that should be gone, or the reverse.
        case unconfirmed([Difference])
        /// Written, but Okta could not verify the endpoint, so that the hook receives nothing; and
        /// what else the org says differs from what was planned.
        case unverified(StepFailure?, besides: [Difference] = [])
        case failed(Step.Operation, StepFailure)
        /// Okta could not verify the endpoint, and the change was taken back; `old` says why the
        /// endpoint that it has again could not be verified either.
        case rolledBack(StepFailure, old: StepFailure? = nil)
        /// Not begun, because that change did not succeed.
        case skipped(dependency: Address)
        /// Not begun, or not finished, because the run was stopped.
        case interrupted(Interruption)
    }

    /// How far a change came when the run was stopped.
    package enum Interruption: Hashable, Sendable {
        case notBegun
        /// Some steps were taken, and what is left of the others was not.
        case between(taken: [Step.Operation], left: [Step.Operation])
        /// It is not known whether this step was done; the next run looks.
        case inDoubt(Step.Operation)
        /// Every step was taken, and the object was not read back.
        case unread
    }

    package var results: [Address: Result]
    /// Set when the state could not be written to the end; what is in it is right but not complete.
    package var stateFailure: StepFailure?

    package init(results: [Address: Result], stateFailure: StepFailure? = nil) {
        self.results = results
        self.stateFailure = stateFailure
    }

    package enum Verdict: Hashable, Sendable {
        case complete
        /// Everything was written, and an endpoint could not be verified.
        case unverified
        case partial
        /// Okta refused us; nothing more could be done.
        case unauthorized
    }

    package var verdict: Verdict {
        var verdict = Verdict.complete
        for result in results.values {
            switch result {
            case .confirmed: continue
            case .unverified(_, let differences) where !differences.isEmpty: verdict = .partial
            case .unverified, .rolledBack:
                if verdict == .complete { verdict = .unverified }
            case .failed(_, .org(.unauthorized(_))): return .unauthorized
            case .failed, .unconfirmed, .skipped, .interrupted: verdict = .partial
            }
        }
        return stateFailure == nil ? verdict : .partial
    }
}
