package import Planning
package import Ports
package import Vocabulary

/// What happens during an apply, as it happens, for whoever shows it.
package enum ApplyEvent: Sendable {
    /// - Parameter steps: how many steps may be taken in all.
    case began(steps: Int)
    case stepBegan(Address, Step)
    case stepEnded(Address, Step, StepOutcome, elapsed: Duration)
    /// A change was not begun, because one that it depends on did not succeed.
    case skipped(Address, dependency: Address)
    /// The written objects are read back, in one call a kind.
    case confirming
    /// A stop was asked for: what is under way is finished, nothing more is begun.
    case stopping
}

/// How one step ended.
package enum StepOutcome: Hashable, Sendable {
    case done
    /// A conditional step whose condition did not hold.
    case notNeeded
    /// The answer was lost, and a look at the org showed that it had been done.
    case settled
    case failed(StepFailure)
}

/// Why a step failed.
package enum StepFailure: Error, Hashable, Sendable {
    /// Okta's answer or the lack of one.
    case org(OrgError)
    /// A secret that the body needs is not at hand.
    case missingSecret(AttributePath)
    /// The object whose id the body needs is not recorded.
    case missingReference(AttributePath, Address)
    /// The state could not be written, so the step was not sent, or its result is not recorded.
    case state(StateBackendError)
}
