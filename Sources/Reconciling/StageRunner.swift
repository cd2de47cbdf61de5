import Kinds
import Planning
import Ports
import State
import Vocabulary

/// Takes the changes of a plan, one stage after the other and in parallel within a stage.
///
/// All changes of a stage are announced in the state before the first of them is sent, in one write,
/// so that the number of writes doesn't depend on the number of changes.
struct StageRunner: Sendable {
    let operation: ApplyOperation

    /// How far each change came. A change that wasn't begun has a result all the same.
    func run(_ changes: [Change]) async -> [Address: ChangeRun] {
        var runs: [Address: ChangeRun] = [:]
        let stages = Dictionary(grouping: changes, by: \.stage)
        for stage in stages.keys.sorted() {
            var queue = Queue(stages[stage] ?? [], after: runs)
            await run(&queue, &runs)
            // No planner makes such a plan: changes that wait for each other.
            for change in queue.waiting {
                runs[change.address] = ChangeRun(change: change, end: .interrupted(.notBegun))
            }
        }
        return runs
    }

    private func run(_ queue: inout Queue, _ runs: inout [Address: ChangeRun]) async {
        skip(queue.takeBlocked(), &queue, &runs)
        var announced = await announce(queue.all)
        let runner = ChangeRunner(operation: operation)
        await withTaskGroup(of: ChangeRun.self) { group in
            var running = 0
            while true {
                while running < operation.parallelism, let change = queue.next() {
                    if operation.stop.isSet {
                        let run = ChangeRun(change: change, end: .interrupted(.notBegun))
                        runs[change.address] = run
                        skip(queue.finish(run), &queue, &runs)
                    } else {
                        running += 1
                        let isAnnounced = announced.remove(change.address) != nil
                        group.addTask { await runner.run(change, isAnnounced: isAnnounced) }
                    }
                }
                guard running > 0, let run = await group.next() else { break }
                running -= 1
                runs[run.change.address] = run
                skip(queue.finish(run), &queue, &runs)
            }
        }
        // Those that are left weren't begun.
        await endStage(withdrawing: announced)
    }

    /// Announces changes in one write. A change whose references aren't known yet announces itself
    /// when its turn comes.
    private func announce(_ changes: [Change]) async -> Set<Address> {
        guard !operation.stop.isSet else { return [] }
        var edits: [StateEdit] = []
        var announced: Set<Address> = []
        for change in changes where !change.steps.isEmpty {
            guard let kind = KindRegistry.kind(of: change.address) else { continue }
            let steps = StepRunner(operation: operation, change: change, kind: kind)
            do throws(StepFailure) {
                let intent = try await steps.intent(
                    from: 0, StepProgress(change: change, kind: kind))
                edits.append(.announce(change.address, intent))
                announced.insert(change.address)
            } catch {
                continue
            }
        }
        do throws(StateBackendError) {
            try await operation.store.commit(edits)
            return announced
        } catch {
            // Each change finds out by itself, with its own announcement.
            return []
        }
    }

    private func endStage(withdrawing addresses: Set<Address>) async {
        do throws(StateBackendError) {
            try await operation.store.commit(addresses.sorted().map { .withdraw($0) })
        } catch {
            // The edits stay in the store; the end of the run tries again, and reports a failure.
        }
    }

    /// Skips changes of which a dependency did not succeed, and those that depend on them in turn.
    private func skip(
        _ blocked: [Queue.Blocked], _ queue: inout Queue, _ runs: inout [Address: ChangeRun]
    ) {
        var blocked = blocked
        while let next = blocked.popLast() {
            operation.observe(.skipped(next.change.address, dependency: next.dependency))
            let run = ChangeRun(
                change: next.change, end: .skipped(dependency: next.dependency))
            runs[next.change.address] = run
            blocked += queue.finish(run)
        }
    }
}

extension StageRunner {
    /// The changes of a stage: ready ones apart from those that wait for others.
    struct Queue {
        struct Blocked {
            let change: Change
            let dependency: Address
        }

        private var ready: [Change] = []
        private var first = 0
        private var pending: [Address: (change: Change, left: Int)] = [:]
        private var dependents: [Address: [Address]] = [:]
        private var blocked: [Blocked] = []

        /// - Parameter runs: The changes of earlier stages.
        init(_ changes: [Change], after runs: [Address: ChangeRun]) {
            for change in changes {
                let failed = change.dependsOn.first { runs[$0].map { !$0.isInPlace } ?? false }
                if let failed {
                    blocked.append(Blocked(change: change, dependency: failed))
                    continue
                }
                let open = Set(change.dependsOn.filter { runs[$0] == nil })
                if open.isEmpty {
                    ready.append(change)
                } else {
                    pending[change.address] = (change, open.count)
                    for dependency in open {
                        dependents[dependency, default: []].append(change.address)
                    }
                }
            }
        }

        /// Every change that isn't begun, in the order of their addresses.
        var all: [Change] {
            (ready[first...] + waiting).sorted { $0.address < $1.address }
        }

        var waiting: [Change] {
            pending.values.map(\.change).sorted { $0.address < $1.address }
        }

        mutating func takeBlocked() -> [Blocked] {
            defer { blocked = [] }
            return blocked.reversed()
        }

        mutating func next() -> Change? {
            guard first < ready.count else { return nil }
            first += 1
            return ready[first - 1]
        }

        /// Notes how a change ended, and returns the changes that can't begin because of it.
        mutating func finish(_ run: ChangeRun) -> [Blocked] {
            var blocked: [Blocked] = []
            for address in (dependents.removeValue(forKey: run.change.address) ?? []).sorted() {
                guard var entry = pending[address] else { continue }
                if !run.isInPlace {
                    pending[address] = nil
                    blocked.append(Blocked(change: entry.change, dependency: run.change.address))
                    continue
                }
                entry.left -= 1
                pending[address] = entry.left > 0 ? entry : nil
                if entry.left == 0 { ready.append(entry.change) }
            }
            return blocked.reversed()
        }
    }
}
