import Kinds
import Planning
import Ports
import State
import Vocabulary

/// How far one change came.
struct ChangeRun: Sendable {
    enum End: Hashable, Sendable {
        /// Every step was taken.
        case done
        /// Every step but a verification, which Okta could not do.
        case unverified(StepFailure)
        case rolledBack(StepFailure, old: StepFailure?)
        case failed(Step.Operation, StepFailure)
        case skipped(dependency: Address)
        case interrupted(ApplyReport.Interruption)
    }

    let change: Change
    var end: End
    /// The object's id, once it has one.
    var id: String?
    /// Whether any step was sent.
    var wasBegun = false

    init(change: Change, end: End, id: String? = nil) {
        self.change = change
        self.end = end
        self.id = id ?? change.id
    }

    /// Whether everything was written, so that the name or the slot that it frees is free. Of a
    /// change that was to be taken back and was not, it is not known.
    var isInPlace: Bool {
        switch end {
        case .done: true
        case .unverified: change.rollback.isEmpty
        case .rolledBack, .failed, .skipped, .interrupted: false
        }
    }
}

/// Takes one change's steps in their order, up to the first that fails.
struct ChangeRunner: Sendable {
    let operation: ApplyOperation

    /// - Parameter isAnnounced: Whether the stored state announces the change.
    func run(_ change: Change, isAnnounced: Bool) async -> ChangeRun {
        var isAnnounced = isAnnounced
        var run = ChangeRun(change: change, end: .done)
        guard let kind = KindRegistry.kind(of: change.address) else { return run }
        if change.action == .forget {
            return await forget(change)
        }
        // A new address was written down before any change began.
        if change.action == .move { return run }
        let steps = StepRunner(operation: operation, change: change, kind: kind)
        var progress = StepProgress(change: change, kind: kind)
        var taken: [Step.Operation] = []
        for (place, step) in change.steps.enumerated() {
            if operation.stop.isSet {
                run.end = .interrupted(interruption(of: change, taken, at: place, progress))
                await withdraw(steps, &run)
                break
            }
            operation.observe(.stepBegan(change.address, step))
            let began = ContinuousClock.now
            let outcome: StepOutcome
            do throws(StepFailure) {
                outcome = try await steps.take(place, isAnnounced: isAnnounced, &progress)
                if outcome != .notNeeded { isAnnounced = true }
            } catch {
                outcome = .failed(error)
            }
            run.wasBegun = run.wasBegun || outcome != .notNeeded
            run.id = progress.id
            operation.observe(
                .stepEnded(change.address, step, outcome, elapsed: ContinuousClock.now - began))
            guard case .failed(let failure) = outcome else {
                if outcome != .notNeeded { taken.append(step.operation) }
                // A last step that isn't needed leaves the announcement of the one before it.
                if outcome == .notNeeded, place + 1 == change.steps.count {
                    await withdraw(steps, &run)
                }
                continue
            }
            if case .org(.cancelled(let mayHaveHappened)) = failure {
                run.end = .interrupted(
                    mayHaveHappened
                        ? .inDoubt(step.operation)
                        : interruption(of: change, taken, at: place, progress))
            } else {
                run.end = await end(of: change, step, failure, progress)
            }
            break
        }
        return run
    }

    private func withdraw(_ steps: StepRunner, _ run: inout ChangeRun) async {
        do throws(StepFailure) {
            try await steps.withdraw()
        } catch {
            run.end = .failed(run.change.steps.last?.operation ?? .update, error)
        }
    }

    /// How far a change came whose step at a place was not begun.
    private func interruption(
        of change: Change, _ taken: [Step.Operation], at place: Int, _ progress: StepProgress
    ) -> ApplyReport.Interruption {
        if taken.isEmpty { return .notBegun }
        let left = change.steps[place...].filter {
            $0.condition != .ifUnverified || progress.isVerified != true
        }
        return left.isEmpty ? .unread : .between(taken: taken, left: left.map(\.operation))
    }

    /// A refused verification leaves a written object; any other failure ends the change.
    private func end(
        of change: Change, _ step: Step, _ failure: StepFailure, _ progress: StepProgress
    ) async -> ChangeRun.End {
        if case .org(.unauthorized) = failure { operation.stop.set() }
        guard step.operation == .verify, case .org(.refused) = failure else {
            return .failed(step.operation, failure)
        }
        guard !change.rollback.isEmpty, let inverse = inverse(of: change, progress) else {
            return .unverified(failure)
        }
        switch await run(inverse, isAnnounced: false).end {
        case .done: return .rolledBack(failure, old: nil)
        // The object is as it was all the same, but for the verification.
        case .unverified(let old): return .rolledBack(failure, old: old)
        case .rolledBack, .failed, .skipped, .interrupted: return .unverified(failure)
        }
    }

    /// The change that takes another one back, by the steps that the plan has for it.
    private func inverse(of change: Change, _ progress: StepProgress) -> Change? {
        guard let id = progress.id else { return nil }
        return Change(
            address: change.address, action: change.action == .create ? .delete : .update,
            reason: .rollback, id: id, before: change.after, after: change.before,
            wasVerified: progress.isVerified, steps: change.rollback,
            lastUpdated: progress.lastUpdated)
    }

    private func forget(_ change: Change) async -> ChangeRun {
        var run = ChangeRun(change: change, end: .done)
        do {
            try await operation.store.note([.forget(change.address)])
        } catch {
            run.end = .failed(.delete, .state(error))
        }
        return run
    }
}
