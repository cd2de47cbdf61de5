import Kinds
import Planning
import State
import Vocabulary

/// Settles what a run that did not end left open, by what the org now shows.
///
/// A create that happened is found by its unique name, and by its content or by having been made when
/// it was announced, and recorded; one that did not is dropped. An object that is gone by an announced delete is forgotten. Of an update everything
/// that can be read is recorded as it is; of a secret that was on its way nobody can tell, and what
/// is recorded makes the next plan write the one that is wanted by then.
struct IntentSettlement {
    /// An intent that was settled, in words.
    struct Outcome {
        let address: Address
        let operation: Intent.Operation
        let happened: Bool
    }

    /// - Parameters:
    ///   - live: masked as it stands under the address that is asked about.
    ///   - desired: what the manifest wants there now; nil for nothing.
    static func settle(
        _ snapshot: inout Snapshot, live: (Address) -> [LiveObject],
        desired: (Address) -> Attributes?
    ) -> [Outcome] {
        var outcomes: [Outcome] = []
        for (address, intent) in snapshot.intents.sorted(by: { $0.key < $1.key }) {
            guard let kind = KindRegistry.kind(of: address) else { continue }
            snapshot.intents[address] = nil
            let objects = live(address)
            let known = Set(snapshot.resources.values.map(\.id))
            let object: LiveObject? =
                if let id = intent.id {
                    objects.first { $0.id == id }
                } else {
                    objects.first { object in
                        !known.contains(object.id)
                            && (isMade(object, by: intent, of: kind)
                                || isBorn(object, of: intent, kind: kind))
                    }
                }
            switch intent.operation {
            case .create:
                if let object {
                    // What was edited since is drift from what was announced.
                    let isUntouched = isMade(object, by: intent, of: kind)
                    snapshot.resources[address] = RecordedResource(
                        id: object.id,
                        attributes: isUntouched
                            ? readable(object, over: intent.attributes) : intent.attributes,
                        isVerified: object.isVerified, lastUpdated: object.lastUpdated,
                        publicKey: object.publicKey)
                }
                outcomes.append(
                    Outcome(address: address, operation: .create, happened: object != nil))
            case .delete:
                if object == nil { snapshot.resources[address] = nil }
                outcomes.append(
                    Outcome(address: address, operation: .delete, happened: object == nil))
            case .update, .activate, .deactivate, .verify:
                guard let object, let recorded = snapshot.resources[address] else { break }
                let happened =
                    object.lastUpdated != recorded.lastUpdated
                    || object.isVerified != recorded.isVerified
                let source = secrets(
                    of: recorded.attributes, after: intent,
                    isMade: isMade(object, by: intent, of: kind), kind: kind,
                    desired: desired(address))
                snapshot.resources[address] = RecordedResource(
                    id: object.id, attributes: readable(object, over: source),
                    isVerified: object.isVerified, lastUpdated: object.lastUpdated,
                    publicKey: object.publicKey?.completed(from: recorded.publicKey))
                outcomes.append(
                    Outcome(address: address, operation: intent.operation, happened: happened))
            }
        }
        return outcomes
    }

    /// What was recorded, with the announced secrets of which it is better taken that they arrived,
    /// although nobody can see it.
    ///
    /// Where none was recorded, that there is one now shows that it is the announced one. Of two that
    /// the object may hold, the one that is not wanted is recorded, so that the other is written.
    private static func secrets(
        of recorded: Attributes, after intent: Intent, isMade: Bool, kind: ResourceKind,
        desired: Attributes?
    ) -> Attributes {
        var result = recorded
        for path in kind.paths(with: .writeOnly).sorted() {
            guard let sent = intent.attributes[path] else { continue }
            let known = recorded[path]
            let isTaken = known == .unknown ? isMade : known == nil || known == desired?[path]
            if isTaken { result[path] = sent }
        }
        return result
    }

    /// Two clocks may be so many seconds apart, and a request so many on its way.
    private static let birthWindow = 600

    /// Whether an object bears the announced unique name and was made when that was announced. When
    /// the create was planned nobody had the name, and it cannot be given twice.
    private static func isBorn(
        _ object: LiveObject, of intent: Intent, kind: ResourceKind
    ) -> Bool {
        guard let unique = kind.uniqueAttribute,
            object.attributes[unique] == intent.attributes[unique],
            let born = object.created.flatMap(epochSeconds),
            let announced = epochSeconds(intent.time)
        else { return false }
        return abs(born - announced) <= birthWindow
    }

    /// Whether an object bears the unique name and the content that a create announced. Its status
    /// does not count: steps after the create may have changed it.
    static func isMade(_ object: LiveObject, by intent: Intent, of kind: ResourceKind) -> Bool {
        guard object.kind == kind, let unique = kind.uniqueAttribute,
            object.attributes[unique] == intent.attributes[unique]
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
