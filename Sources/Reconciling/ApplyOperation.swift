import Kinds
import Planning
package import Ports
import State
import Vocabulary

/// Carries out a plan, step by step as it stands there; it decides nothing.
///
/// 1. Write down what was settled of a run that did not end, and new addresses.
/// 2. Announce the changes of a stage together, and take them in parallel; a change waits for those
///    that it depends on and is skipped when one of them did not succeed.
/// 3. Read the written objects back, one list call a kind, and confirm them against the plan.
/// 4. Record what was confirmed, and drift that needed no change.
package struct ApplyOperation: Sendable {
    let org: any OrgWriter
    let store: StateStore
    let knowledge: SecretKnowledge
    let surroundings: Surroundings
    let parallelism: Int
    let stop: StopSignal
    let observe: @Sendable (ApplyEvent) -> Void

    package init(
        org: any OrgWriter, store: StateStore, knowledge: SecretKnowledge,
        surroundings: Surroundings, parallelism: Int, stop: StopSignal,
        observe: @escaping @Sendable (ApplyEvent) -> Void
    ) {
        self.org = org
        self.store = store
        self.knowledge = knowledge
        self.surroundings = surroundings
        self.parallelism = max(1, parallelism)
        self.stop = stop
        self.observe = observe
    }

    package func run(_ planned: PlanResult) async -> ApplyReport {
        let plan = planned.outcome.plan
        do throws(StateBackendError) {
            let isMoved = plan.changes.contains { $0.previousAddress != nil }
            if !planned.settlements.isEmpty || isMoved {
                try await store.commit(await store.snapshot.edits(to: planned.settled))
            }
        } catch {
            let all = plan.changes.map { ($0.address, ApplyReport.Result.interrupted(.notBegun)) }
            return ApplyReport(
                results: Dictionary(all, uniquingKeysWith: { first, _ in first }),
                stateFailure: .state(error))
        }

        observe(.began(steps: plan.changes.reduce(0) { $0 + $1.steps.count }))
        let runs = await StageRunner(operation: self).run(plan.changes)
        let confirmation = Confirmation(operation: self, planned: planned)
        return await confirmation.report(on: runs)
    }
}
