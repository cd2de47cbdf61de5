import Kinds
import Planning
package import Ports
import State
import Vocabulary

/// Carries out a plan, step by step as it stands there; it decides nothing.
///
/// 1. Write down what was settled of a run that did not end, and new addresses.
/// 2. Take the changes stage by stage, in parallel within a stage; a change waits for those that it
///    depends on and is skipped when one of them did not succeed.
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
        do {
            let isMoved = plan.changes.contains { $0.previousAddress != nil }
            if !planned.settlements.isEmpty || isMoved {
                let settled = planned.settled
                try await store.record { snapshot in
                    snapshot.resources = settled.resources
                    snapshot.intents = settled.intents
                }
            }
        } catch {
            let all = plan.changes.map { ($0.address, ApplyReport.Result.interrupted(.notBegun)) }
            return ApplyReport(
                results: Dictionary(all, uniquingKeysWith: { first, _ in first }),
                stateFailure: .state(error))
        }

        observe(.began(steps: plan.changes.reduce(0) { $0 + $1.steps.count }))
        let runs = await carryOut(plan.changes)
        let confirmation = Confirmation(operation: self, planned: planned)
        return await confirmation.report(on: runs)
    }

    /// How far each change came; those that were not begun have no entry but a result.
    private func carryOut(_ changes: [Change]) async -> [Address: ChangeRun] {
        var runs: [Address: ChangeRun] = [:]
        var pending = changes
        let runner = ChangeRunner(operation: self)
        await withTaskGroup(of: ChangeRun.self) { group in
            var running: [Address: Int] = [:]
            while true {
                var waiting: [Change] = []
                let lowest = min(
                    running.values.min() ?? .max, pending.lazy.map(\.stage).min() ?? .max)
                for change in pending {
                    switch readiness(of: change, lowest: lowest, runs: runs) {
                    case .skip(let dependency):
                        observe(.skipped(change.address, dependency: dependency))
                        runs[change.address] = ChangeRun(
                            change: change, end: .skipped(dependency: dependency))
                    case .go where stop.isSet:
                        runs[change.address] = ChangeRun(
                            change: change, end: .interrupted(.notBegun))
                    case .go where running.count < parallelism:
                        running[change.address] = change.stage
                        group.addTask { await runner.run(change) }
                    case .go, .wait:
                        waiting.append(change)
                    }
                }
                let isStuck = running.isEmpty && waiting.count == pending.count
                pending = waiting
                if pending.isEmpty && running.isEmpty { break }
                if isStuck {
                    // No planner makes such a plan: changes that wait for each other.
                    for change in pending {
                        runs[change.address] = ChangeRun(
                            change: change, end: .interrupted(.notBegun))
                    }
                    break
                }
                if running.isEmpty { continue }
                if let run = await group.next() {
                    running[run.change.address] = nil
                    runs[run.change.address] = run
                }
            }
        }
        return runs
    }

    private enum Readiness {
        case go, wait
        case skip(Address)
    }

    private func readiness(
        of change: Change, lowest: Int, runs: [Address: ChangeRun]
    ) -> Readiness {
        for dependency in change.dependsOn {
            guard let run = runs[dependency] else { return .wait }
            if !run.isInPlace { return .skip(dependency) }
        }
        return change.stage == lowest ? .go : .wait
    }
}
