import JSON
import Kinds
import Planning
import Ports
import State
import Vocabulary

/// Takes the steps of one change: announces each in the state, sends it, and records its result.
///
/// When the answer is lost, the org is looked at before the step is sent again. When even that is not
/// possible, the announcement stays in the state and the next run looks.
struct StepRunner: Sendable {
    let operation: ApplyOperation
    let change: Change
    let kind: ResourceKind

    /// How often a write that is known not to have happened is tried in all.
    static let attempts = 4

    /// Takes the step at an index of the change's steps.
    ///
    /// - Parameter isAnnounced: Whether the state as it is stored announces the change, so that the
    ///   step may be sent before the state is stored again.
    func take(
        _ index: Int, isAnnounced: Bool, _ progress: inout StepProgress
    ) async throws(StepFailure) -> StepOutcome {
        let step = change.steps[index]
        if step.condition == .ifUnverified, progress.isVerified == true { return .notNeeded }
        let write: Write
        do throws(StepFailure) {
            write = try await self.write(for: step, progress)
        } catch {
            // The announcement of the stage or of the step before covers a step that isn't sent.
            if isAnnounced { try await withdraw() }
            throw error
        }
        let announcement = StateEdit.announce(
            change.address, try await intent(from: index, progress))
        try await state { store throws(StateBackendError) in
            isAnnounced
                ? try await store.note([announcement]) : try await store.commit([announcement])
        }

        var outcome = StepOutcome.done
        let object: LiveObject?
        do throws(Unsettled) {
            (object, outcome) = try await settle(write)
        } catch {
            if !error.leavesAQuestion { try await withdraw() }
            throw .org(error.error)
        }

        if let object {
            progress.id = object.id
            progress.isVerified = object.isVerified
            progress.lastUpdated = object.lastUpdated
            progress.status = kind.statusAttribute.flatMap { object.attributes[$0] }
        }
        if step.operation == .delete { progress = StepProgress(gone: kind) }
        var edits = await result(of: write, object, status: progress.status)
        let isLast = index + 1 == change.steps.count
        edits.append(
            isLast
                ? .withdraw(change.address)
                : .announce(change.address, try await intent(from: index + 1, progress)))
        try await state { [edits] store throws(StateBackendError) in try await store.note(edits) }
        return outcome
    }

    /// Notes that no write of the change is in doubt.
    func withdraw() async throws(StepFailure) {
        try await state { [change] store throws(StateBackendError) in
            try await store.note([.withdraw(change.address)])
        }
    }

    /// What the state announces while the steps from an index on are ahead: the operation among
    /// them after which the next run must look for the most. A run that ends anywhere in these steps
    /// is settled by it.
    func intent(
        from index: Int, _ progress: StepProgress
    ) async throws(StepFailure) -> Intent {
        let ahead = change.steps[index...].map(\.operation)
        let strongest: Intent.Operation =
            if ahead.contains(.create) {
                ahead.contains(.delete) ? .replace : .create
            } else if ahead.contains(.delete) {
                .delete
            } else if ahead.contains(.update) {
                .update
            } else {
                ahead.first.flatMap { Intent.Operation(rawValue: $0.rawValue) } ?? .update
            }
        var attributes = Attributes()
        if [.create, .update, .replace].contains(strongest) {
            attributes = try await resolved(change.after)
            if strongest != .update, let status = kind.statusAttribute {
                attributes[status] = .text("ACTIVE")
            }
        }
        let isNew = strongest == .create
        return Intent(
            operation: strongest, id: isNew ? nil : progress.id, attributes: attributes,
            time: operation.surroundings.now(), lastUpdated: isNew ? nil : progress.lastUpdated)
    }

    /// Why a write did not succeed, and whether the org may hold what the state does not say.
    private struct Unsettled: Error {
        var error: OrgError
        var leavesAQuestion: Bool
    }

    /// Sends a write until it is known to have happened or to be refused.
    private func settle(
        _ write: Write
    ) async throws(Unsettled) -> (object: LiveObject?, outcome: StepOutcome) {
        var attempt = 1
        // Whether an earlier attempt may have done what no look can show.
        var isOpen = false
        while true {
            var failure: OrgError.Failure
            do throws(OrgError) {
                return (try await write.send(operation.org, kind), .done)
            } catch {
                switch error {
                case .unavailable(let what): failure = what
                case .notFound where isOnItsWayOut(write): return (nil, .settled)
                case .cancelled(let mayHaveHappened):
                    throw Unsettled(error: error, leavesAQuestion: isOpen || mayHaveHappened)
                case .refused where isOpen && write.operation == .create:
                    return try await lateArrival(of: write, refused: error)
                default: throw Unsettled(error: error, leavesAQuestion: isOpen)
                }
            }
            if failure.mayHaveHappened {
                let found: Lookup
                do throws(OrgError) {
                    found = try await look(for: write)
                } catch {
                    throw Unsettled(error: unanswered(failure, error), leavesAQuestion: true)
                }
                switch found {
                case .happened(let object): return (object, .settled)
                // What is on its way may still arrive, and a second object is worse than a second
                // look: a create stays open until it is found or the next run has looked.
                case .didNotHappen: isOpen = isOpen || write.operation == .create
                case .cannotBeSeen: isOpen = true
                }
            }
            attempt += 1
            if attempt > Self.attempts || operation.stop.isSet {
                failure.mayHaveHappened = isOpen
                throw Unsettled(error: .unavailable(failure), leavesAQuestion: isOpen)
            }
            do {
                try await operation.surroundings.sleep(.milliseconds(250 << attempt))
            } catch {
                throw Unsettled(
                    error: .cancelled(mayHaveHappened: isOpen), leavesAQuestion: isOpen)
            }
        }
    }

    /// A create whose repetition is refused may have arrived after the look: its name is taken by
    /// itself.
    private func lateArrival(
        of write: Write, refused: OrgError
    ) async throws(Unsettled) -> (object: LiveObject?, outcome: StepOutcome) {
        do throws(OrgError) {
            if case .happened(let object) = try await look(for: write) {
                return (object, .settled)
            }
        } catch {
            throw Unsettled(error: error, leavesAQuestion: true)
        }
        throw Unsettled(error: refused, leavesAQuestion: true)
    }

    /// Whether an object that is not there any more is what a write was to bring about.
    private func isOnItsWayOut(_ write: Write) -> Bool {
        write.operation == .delete
            || write.operation == .deactivate && write.id == change.id
                && change.steps.contains(Step(.delete))
    }

    /// What to say of a write whose answer was lost, when the look for it failed too. What concerns
    /// the whole run is said; else it is the write that counts.
    private func unanswered(_ failure: OrgError.Failure, _ look: OrgError) -> OrgError {
        switch look {
        case .unauthorized: look
        case .cancelled: .cancelled(mayHaveHappened: true)
        case .notFound, .refused, .rateLimited, .unavailable: .unavailable(failure)
        }
    }

    private func write(
        for step: Step, _ progress: StepProgress
    ) async throws(StepFailure) -> Write {
        var attributes = Attributes()
        if step.operation == .create || step.operation == .update {
            attributes = try await resolved(change.after)
        }
        switch step.operation {
        case .create:
            if let status = kind.statusAttribute { attributes[status] = .text("ACTIVE") }
            return Write(
                operation: .create, id: nil, attributes: attributes,
                body: try await body(attributes))
        case .update:
            if let status = kind.statusAttribute { attributes[status] = progress.status }
            return Write(
                operation: .update, id: progress.id, attributes: attributes,
                body: try await body(attributes))
        case .verify: return Write(operation: .verify, id: progress.id)
        case .activate: return Write(operation: .activate, id: progress.id)
        case .deactivate: return Write(operation: .deactivate, id: progress.id)
        case .delete: return Write(operation: .delete, id: progress.id)
        }
    }

    /// The attributes with every reference replaced by the id that its object has got by now.
    func resolved(_ attributes: Attributes) async throws(StepFailure) -> Attributes {
        guard attributes.pairs.contains(where: { $0.value.reference != nil }) else {
            return attributes
        }
        let result = attributes.resolvingReferences(in: await operation.store.snapshot)
        for (path, value) in result.pairs {
            if let address = value.reference { throw .missingReference(path, address) }
        }
        return result
    }

    private func body(_ attributes: Attributes) async throws(StepFailure) -> JSONValue {
        let secrets = await operation.knowledge.revealed()
        do throws(MissingSecretError) {
            return try kind.body(for: attributes) { secrets[$0] }
        } catch {
            throw .missingSecret(error.path)
        }
    }

    /// What the state holds of the object after a write.
    private func result(
        of write: Write, _ object: LiveObject?, status: AttributeValue?
    ) async -> [StateEdit] {
        if write.operation == .delete { return [.drop(change.address)] }
        guard let object else { return [] }
        let recorded = await operation.store.resource(at: change.address)
        switch write.operation {
        case .create, .update:
            var attributes = write.attributes
            if let path = kind.statusAttribute { attributes[path] = status }
            let resource = RecordedResource(
                id: object.id, attributes: attributes, isVerified: object.isVerified,
                lastUpdated: object.lastUpdated,
                publicKey: object.publicKey?.completed(from: recorded?.publicKey))
            return [.record(change.address, resource)]
        case .activate, .deactivate, .verify, .delete:
            guard var resource = recorded else { return [] }
            if let path = kind.statusAttribute { resource.attributes[path] = status }
            resource.isVerified = object.isVerified
            resource.lastUpdated = object.lastUpdated
            return [.record(change.address, resource)]
        }
    }

    private func state(
        _ work: (StateStore) async throws(StateBackendError) -> Void
    ) async throws(StepFailure) {
        do throws(StateBackendError) {
            try await work(operation.store)
        } catch {
            throw .state(error)
        }
    }
}
