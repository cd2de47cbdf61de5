import Kinds
import Planning
import State
import Vocabulary

/// Settles what an interrupted run left open, by what the org shows now.
///
/// An announcement covers all steps of its change, none of which may have been sent. A create that
/// happened is found by its unique name, and by its content or by its age, and recorded; one that did
/// not is withdrawn. An object that is gone by an announced delete is forgotten. Of an update,
/// everything that can be read is recorded as it is. No one can see whether a secret arrived, and what
/// is recorded makes the next plan write the one that is wanted by then.
struct IntentSettlement {
    /// A settled intent.
    struct Outcome {
        let address: Address
        let operation: Intent.Operation
        let happened: Bool
    }

    /// - Parameters:
    ///   - live: The objects that may be the address's, masked as they appear under it.
    ///   - desired: What the manifest wants there now; nil for nothing.
    static func settle(
        _ snapshot: inout Snapshot, live: (Address) -> [LiveObject],
        desired: (Address) -> Attributes?
    ) -> [Outcome] {
        var outcomes: [Outcome] = []
        var known = Set(snapshot.resources.values.map(\.id))
        for (address, intent) in snapshot.intents.sorted(by: { $0.key < $1.key }) {
            guard let kind = KindRegistry.kind(of: address) else { continue }
            snapshot.intents[address] = nil
            let objects = live(address)
            let held = intent.id.flatMap { id in objects.first { $0.id == id } }
            let made = objects.first { object in
                !known.contains(object.id)
                    && (isMade(object, by: intent, of: kind)
                        || isBorn(object, of: intent, kind: kind))
            }
            let happened: Bool
            switch intent.operation {
            case .create, .replace:
                happened = made != nil
                if let made {
                    snapshot.resources[address] = resource(made, of: intent, kind)
                    known.insert(made.id)
                } else if intent.operation == .replace {
                    keep(held, at: address, kind, &snapshot)
                }
            case .delete:
                happened = held == nil
                keep(held, at: address, kind, &snapshot)
            case .update, .activate, .deactivate, .verify:
                guard let held, let recorded = snapshot.resources[address] else { continue }
                let isMade = isMade(held, by: intent, of: kind)
                happened = isTouched(held, since: intent, isMade: isMade, recorded)
                let source = secrets(
                    of: recorded.attributes, in: held, after: intent, isMade: isMade, kind: kind,
                    desired: desired(address))
                guard happened else {
                    // What differs is drift from before the run. Of two writes within one second,
                    // the second leaves no trace, so the secret may have arrived all the same.
                    snapshot.resources[address]?.attributes = source
                    break
                }
                snapshot.resources[address] = RecordedResource(
                    id: held.id, attributes: readable(held, over: source),
                    isVerified: held.isVerified, lastUpdated: held.lastUpdated,
                    publicKey: held.publicKey?.completed(from: recorded.publicKey))
            }
            outcomes.append(
                Outcome(address: address, operation: intent.operation, happened: happened))
        }
        return outcomes
    }

    /// The record of an object that an announced create made. What was edited since is drift from
    /// what was announced.
    private static func resource(
        _ object: LiveObject, of intent: Intent, _ kind: ResourceKind
    ) -> RecordedResource {
        let isUntouched = isMade(object, by: intent, of: kind)
        return RecordedResource(
            id: object.id,
            attributes: isUntouched
                ? readable(object, over: intent.attributes) : intent.attributes,
            isVerified: object.isVerified, lastUpdated: object.lastUpdated,
            publicKey: object.publicKey)
    }

    /// Keeps the record of an object that was announced to be deleted, if it is still there. The run
    /// may have deactivated it.
    private static func keep(
        _ object: LiveObject?, at address: Address, _ kind: ResourceKind, _ snapshot: inout Snapshot
    ) {
        guard let object else {
            snapshot.resources[address] = nil
            return
        }
        guard let status = kind.statusAttribute else { return }
        snapshot.resources[address]?.attributes[status] = object.attributes[status]
        if !object.isActive { snapshot.resources[address]?.lastUpdated = object.lastUpdated }
    }

    /// Whether an object was written to since an update was announced.
    ///
    /// Of two writes within one second, the second doesn't move the time stamp, but it may change the
    /// verification. That may also be drift from before the run: then the object lacks the announced
    /// content, or the verification.
    private static func isTouched(
        _ object: LiveObject, since intent: Intent, isMade: Bool, _ recorded: RecordedResource
    ) -> Bool {
        if object.lastUpdated != intent.lastUpdated ?? recorded.lastUpdated { return true }
        guard object.isVerified != recorded.isVerified else { return false }
        if intent.lastUpdated == nil { return true }
        return intent.operation == .update ? isMade : object.isVerified == true
    }

    /// What was recorded, with the announced secrets of which it is better taken that they arrived,
    /// although nobody can see it.
    ///
    /// Where none was recorded, that there is one now shows that it is the announced one. Of two that
    /// the object may hold, the one that is not wanted is recorded, so that the other is written.
    private static func secrets(
        of recorded: Attributes, in object: LiveObject, after intent: Intent, isMade: Bool,
        kind: ResourceKind, desired: Attributes?
    ) -> Attributes {
        var result = recorded
        for path in kind.paths(with: .writeOnly).sorted() {
            guard let sent = intent.attributes[path] else { continue }
            let known = recorded[path]
            let isTaken =
                switch known {
                case nil: object.attributes[path] != nil
                case .unknown?: isMade
                case let known?: known == desired?[path]
                }
            if isTaken { result[path] = sent }
        }
        return result
    }

    /// How far Okta's clock and this machine's may be apart, in seconds.
    private static let clockTolerance = 600

    /// Whether an object bears the announced unique name and was made since that was announced. When
    /// the create was planned no object had the name, and it can't be given twice.
    private static func isBorn(
        _ object: LiveObject, of intent: Intent, kind: ResourceKind
    ) -> Bool {
        guard object.kind == kind, let unique = kind.uniqueAttribute,
            let name = intent.attributes[unique], object.attributes[unique] == name,
            let born = object.created.flatMap(epochSeconds),
            let announced = epochSeconds(intent.time)
        else { return false }
        return born >= announced - clockTolerance
    }

    /// Whether an object bears the unique name and the content that a create announced. Its status
    /// does not count: steps after the create may have changed it.
    static func isMade(_ object: LiveObject, by intent: Intent, of kind: ResourceKind) -> Bool {
        guard object.kind == kind, let unique = kind.uniqueAttribute,
            let name = intent.attributes[unique], object.attributes[unique] == name
        else { return false }
        return object.attributes.paired(with: intent.attributes).allSatisfy {
            path, seen, announced in
            path.attribute == kind.statusAttribute
                || kind.attribute(path.attribute)?.has(.writeOnly) == true
                || kind.same(path, seen, announced)
        }
    }

    /// The object's values, with what cannot be read taken from another source.
    static func readable(_ object: LiveObject, over source: Attributes) -> Attributes {
        object.attributes.mapValues { path, value in
            value == .unknown ? source[path] ?? .unknown : value
        }
    }
}
