import Kinds
import Planning
import Ports
import State
import Vocabulary

/// Reads back what was written, for the answer to a write is not to be trusted, and records it.
struct Confirmation: Sendable {
    let operation: ApplyOperation
    let planned: PlanResult

    /// How often the org is asked in all when it does not yet show what was written.
    static let attempts = 3

    func report(on runs: [Address: ChangeRun]) async -> ApplyReport {
        let written = runs.values.filter(\.wasBegun).sorted {
            $0.change.address < $1.change.address
        }
        var report = ApplyReport(results: runs.mapValues { result(of: $0) })
        if !written.isEmpty {
            operation.observe(.confirming)
            do throws(OrgError) {
                try await confirm(written, &report)
            } catch {
                for run in written where report.results[run.change.address] == .confirmed {
                    report.results[run.change.address] = result(of: run, unreadBy: error)
                }
            }
        }
        await recordDrift(&report)
        do {
            try await operation.store.flush()
        } catch {
            report.stateFailure = .state(error)
        }
        return report
    }

    /// What to say of a change that was written and could not be read back.
    private func result(of run: ChangeRun, unreadBy error: OrgError) -> ApplyReport.Result {
        if case .cancelled = error { return .interrupted(.unread) }
        return .failed(run.change.steps.last?.operation ?? .update, .org(error))
    }

    /// As far as the steps alone tell.
    private func result(of run: ChangeRun) -> ApplyReport.Result {
        switch run.end {
        case .done: .confirmed
        case .unverified(let failure): .unverified(failure)
        case .rolledBack(let failure, let old): .rolledBack(failure, old: old)
        case .failed(let step, let failure): .failed(step, failure)
        case .skipped(let dependency): .skipped(dependency: dependency)
        case .interrupted(let how): .interrupted(how)
        }
    }

    private func confirm(
        _ runs: [ChangeRun], _ report: inout ApplyReport
    ) async throws(OrgError) {
        var attempt = 1
        // Those whose verification was tried here and failed; they have their result.
        var given: Set<Address> = []
        while true {
            let objects = try await masked(list(runs))
            let snapshot = await operation.store.snapshot
            var differing: [Address: [Difference]] = [:]
            var unverified: [ChangeRun] = []
            for run in runs where run.isInPlace && !given.contains(run.change.address) {
                let address = run.change.address
                let id = run.change.action == .delete ? run.change.id : run.id
                let object = id.flatMap { objects[$0] }
                let planned = run.change.after.resolvingReferences(in: snapshot)
                if let differences = differences(run, planned, object) {
                    differing[address] = differences
                }
                let mayVerify = run.end == .done && !run.change.confirmation.isEmpty
                if object?.isVerified == false, mayVerify { unverified.append(run) }
            }
            let isLast = attempt == Self.attempts || operation.stop.isSet
            if differing.isEmpty && unverified.isEmpty || isLast {
                for (address, differences) in differing {
                    if case .unverified(let failure, _) = report.results[address],
                        !differences.isEmpty
                    {
                        report.results[address] = .unverified(failure, besides: differences)
                    } else {
                        report.results[address] = .unconfirmed(differences)
                    }
                }
                for run in unverified { report.results[run.change.address] = .unverified(nil) }
                await record(runs, objects, &report)
                return
            }
            // A write may have cost the verification although its answer did not say so.
            for run in unverified {
                if let failure = await reverify(run) {
                    report.results[run.change.address] = .unverified(failure)
                    given.insert(run.change.address)
                }
            }
            attempt += 1
            do {
                if !differing.isEmpty { try await operation.surroundings.sleep(.seconds(1)) }
            } catch {
                throw .cancelled(mayHaveHappened: false)
            }
        }
    }

    /// What the org shows that was not planned; nil when all is as planned.
    private func differences(
        _ run: ChangeRun, _ planned: Attributes, _ object: LiveObject?
    ) -> [Difference]? {
        let isGone = run.change.action == .delete
        guard let object else { return isGone ? nil : [] }
        if isGone { return [] }
        let pairs = planned.paired(with: object.attributes)
        let differences = pairs.compactMap { path, planned, seen -> Difference? in
            if seen == .unknown || object.kind.same(path, planned, seen) { return nil }
            return Difference(path: path, before: planned, after: seen)
        }
        return differences.isEmpty ? nil : differences
    }

    /// Takes the planned steps of a change whose object was read back as unverified.
    private func reverify(_ run: ChangeRun) async -> StepFailure? {
        guard let id = run.id, let kind = KindRegistry.kind(of: run.change.address) else {
            return nil
        }
        var change = run.change
        change.id = id
        change.steps = run.change.confirmation
        change.wasVerified = false
        var progress = StepProgress(change: change, kind: kind)
        progress.status = kind.statusAttribute.flatMap { change.after[$0] }
        let steps = StepRunner(operation: operation, change: change, kind: kind)
        for (place, step) in change.steps.enumerated() {
            operation.observe(.stepBegan(change.address, step))
            let began = ContinuousClock.now
            let outcome: StepOutcome
            do throws(StepFailure) {
                // The next plan sees a verification that a crash left unrecorded.
                outcome = try await steps.take(place, isAnnounced: true, &progress)
            } catch {
                outcome = .failed(error)
            }
            operation.observe(
                .stepEnded(change.address, step, outcome, elapsed: ContinuousClock.now - began))
            if case .failed(let failure) = outcome { return failure }
        }
        return nil
    }

    /// One list call a kind.
    private func list(_ runs: [ChangeRun]) async throws(OrgError) -> [LiveObject] {
        let kinds = Set(runs.map(\.change.address.kind))
        var objects: [LiveObject] = []
        for kind in KindRegistry.all where kinds.contains(kind.name) {
            objects += try await operation.org.list(kind)
        }
        return objects
    }

    private func masked(_ objects: [LiveObject]) async -> [String: LiveObject] {
        let snapshot = await operation.store.snapshot
        // A write that the org does not show yet leaves what was there before it, secrets and all.
        let masking = Masking(
            knowledge: operation.knowledge, planned: planned.outcome.plan.changes)
        let view = MaskedView(masking: masking, desired: planned.desired, snapshot: snapshot)
        let live = await view.masked(objects, recorded: snapshot).live
        return Dictionary(live.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func record(
        _ runs: [ChangeRun], _ objects: [String: LiveObject], _ report: inout ApplyReport
    ) async {
        let recorded = await operation.store.snapshot.resources
        let edits = runs.compactMap { run -> StateEdit? in
            guard let id = run.id, let object = objects[id],
                let known = recorded[run.change.address]
            else { return nil }
            let resource = RecordedResource(
                id: object.id,
                attributes: IntentSettlement.readable(object, over: known.attributes),
                isVerified: object.isVerified, lastUpdated: object.lastUpdated,
                publicKey: object.publicKey?.completed(from: known.publicKey))
            return .record(run.change.address, resource)
        }
        do {
            try await operation.store.note(edits)
        } catch {
            report.stateFailure = .state(error)
        }
    }

    /// Drift that asked for no change, since the manifest agrees with it or does not speak of it, is
    /// how things are from now on.
    private func recordDrift(_ report: inout ApplyReport) async {
        let plan = planned.outcome.plan
        let changed = Set(plan.changes.map(\.address))
        let settled = plan.drift.filter { !changed.contains($0.address) && $0.kind != .deleted }
        if settled.isEmpty || report.verdict == .unauthorized { return }
        let recorded = await operation.store.snapshot.resources
        let edits = settled.compactMap { drift -> StateEdit? in
            guard var resource = recorded[drift.address] else { return nil }
            resource.attributes = drift.live
            resource.isVerified = drift.liveVerified
            resource.lastUpdated = drift.lastUpdated
            return .record(drift.address, resource)
        }
        do {
            try await operation.store.note(edits)
        } catch {
            report.stateFailure = .state(error)
        }
    }
}
