import JSON
import Kinds
import Planning
import Ports
import State
import Vocabulary

/// What the steps of one change have come to know of its object.
struct StepProgress: Sendable {
    var id: String?
    var isVerified: Bool?
    /// The object's status at this moment, which a PUT must send along unchanged.
    var status: AttributeValue?

    init(change: Change, kind: ResourceKind) {
        id = change.id
        isVerified = change.wasVerified
        status = kind.statusAttribute.flatMap { change.before[$0] }
    }
}

/// Takes one step: announces it in the state, sends it, and records its result.
///
/// When the answer is lost, the org is looked at before the step is sent again. When even that is not
/// possible, the announcement stays in the state and the next run looks.
struct StepRunner: Sendable {
    let operation: ApplyOperation
    let change: Change
    let kind: ResourceKind

    /// How often a write that is known not to have happened is tried in all.
    static let attempts = 4

    func take(
        _ step: Step, _ progress: inout StepProgress
    ) async throws(StepFailure) -> StepOutcome {
        if step.condition == .ifUnverified, progress.isVerified == true { return .notNeeded }
        let write = try await write(for: step, progress)
        try await record { [operation, change] snapshot in
            snapshot.intents[change.address] = Intent(
                operation: write.operation, id: write.id, attributes: write.attributes,
                time: operation.surroundings.now())
        }

        var outcome = StepOutcome.done
        let object: LiveObject?
        do throws(Unsettled) {
            (object, outcome) = try await settle(write)
        } catch {
            if !error.leavesAQuestion {
                try await record { [change] in $0.intents[change.address] = nil }
            }
            throw .org(error.error)
        }

        if let object {
            progress.id = object.id
            progress.isVerified = object.isVerified
            progress.status = kind.statusAttribute.flatMap { object.attributes[$0] }
        }
        if step.operation == .delete { progress = StepProgress(gone: kind) }
        try await recordResult(of: write, object, status: progress.status)
        return outcome
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
                let sight: Sight
                do throws(OrgError) {
                    sight = try await look(for: write)
                } catch {
                    throw Unsettled(error: unanswered(failure, error), leavesAQuestion: true)
                }
                switch sight {
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

    private enum Sight {
        case happened(LiveObject?)
        case didNotHappen, cannotBeSeen
    }

    /// Looks at the org for what a write may have done.
    private func look(for write: Write) async throws(OrgError) -> Sight {
        guard let id = write.id else {
            let known = await Set(operation.store.snapshot.resources.values.map(\.id))
            let intent = Intent(
                operation: .create, id: nil, attributes: write.attributes, time: "")
            for object in try await operation.org.list(kind) where !known.contains(object.id) {
                let seen = await masked(object)
                if IntentSettlement.isMade(seen, by: intent, of: kind) { return .happened(object) }
            }
            return .didNotHappen
        }
        guard let object = try await operation.org.read(kind, id: id) else {
            if write.operation == .delete { return .happened(nil) }
            return .didNotHappen
        }
        switch write.operation {
        case .activate: return object.isActive ? .happened(object) : .didNotHappen
        case .deactivate: return object.isActive ? .didNotHappen : .happened(object)
        case .verify: return object.isVerified == true ? .happened(object) : .didNotHappen
        case .create, .delete: return .didNotHappen
        case .update:
            // A secret cannot be seen to have arrived; a PUT can be sent again without harm.
            let hidden = kind.paths(with: .writeOnly)
            if hidden.contains(where: { change.before[$0] != change.after[$0] }) {
                return .cannotBeSeen
            }
            let intent = Intent(
                operation: .update, id: id, attributes: write.attributes, time: "")
            let seen = await masked(object)
            let isThere = IntentSettlement.isMade(seen, by: intent, of: kind)
            return isThere ? .happened(object) : .didNotHappen
        }
    }

    private func masked(_ object: LiveObject) async -> LiveObject {
        let wanted = DesiredResource(
            kind: kind, address: change.address, attributes: change.after, declared: [],
            verify: false, lifecycle: .init())
        var result = object
        result.attributes = await Masking(knowledge: operation.knowledge).live(
            object.attributes, address: change.address, desired: wanted, recorded: [change.before])
        return result
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
    private func resolved(_ attributes: Attributes) async throws(StepFailure) -> Attributes {
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

    private func recordResult(
        of write: Write, _ object: LiveObject?, status: AttributeValue?
    ) async throws(StepFailure) {
        try await record { [change, kind] snapshot in
            snapshot.intents[change.address] = nil
            switch write.operation {
            case .delete: snapshot.resources[change.address] = nil
            case .create, .update:
                guard let object else { return }
                var attributes = write.attributes
                if let path = kind.statusAttribute { attributes[path] = status }
                let known = snapshot.resources[change.address]?.publicKey
                snapshot.resources[change.address] = RecordedResource(
                    id: object.id, attributes: attributes, isVerified: object.isVerified,
                    lastUpdated: object.lastUpdated,
                    publicKey: object.publicKey?.completed(from: known))
            case .activate, .deactivate, .verify:
                guard let object else { return }
                if let path = kind.statusAttribute {
                    snapshot.resources[change.address]?.attributes[path] = status
                }
                snapshot.resources[change.address]?.isVerified = object.isVerified
                snapshot.resources[change.address]?.lastUpdated = object.lastUpdated
            }
        }
    }

    private func record(
        _ edit: @escaping @Sendable (inout Snapshot) -> Void
    ) async throws(StepFailure) {
        do throws(StateBackendError) {
            try await operation.store.record(edit)
        } catch {
            throw .state(error)
        }
    }
}

extension StepProgress {
    /// After a delete: nothing is there, and what is created next is born active.
    fileprivate init(gone kind: ResourceKind) {
        id = nil
        isVerified = nil
        status = nil
    }
}
