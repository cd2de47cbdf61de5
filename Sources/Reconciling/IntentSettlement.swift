import Kinds
import Planning
import StateFile
import Vocabulary

/// Settles what a run that did not end left open, by what the org now shows.
///
/// A create that happened is found by its unique name and its content, and recorded; one that did not
/// is dropped. An object that is gone by an announced delete is forgotten. Of an update everything
/// that can be read is recorded as it is; a secret that was on its way stays recorded as it was, so
/// that the next plan writes it again.
struct IntentSettlement {
    /// An intent that was settled, in words.
    struct Outcome {
        let address: Address
        let operation: Intent.Operation
        let happened: Bool
    }

    /// - Parameter live: masked as it stands under the address that is asked about.
    static func settle(
        _ snapshot: inout Snapshot, live: (Address) -> [LiveObject]
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
                    objects.first {
                        !known.contains($0.id) && isMade($0, by: intent, of: kind)
                    }
                }
            switch intent.operation {
            case .create:
                if let object {
                    snapshot.resources[address] = RecordedResource(
                        id: object.id, attributes: readable(object, over: intent.attributes),
                        isVerified: object.isVerified, lastUpdated: object.lastUpdated)
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
                snapshot.resources[address] = RecordedResource(
                    id: object.id, attributes: readable(object, over: recorded.attributes),
                    isVerified: object.isVerified, lastUpdated: object.lastUpdated)
                outcomes.append(
                    Outcome(address: address, operation: intent.operation, happened: happened))
            }
        }
        return outcomes
    }

    /// Whether an object bears the unique name and the content that a create announced. Its status
    /// does not count: steps after the create may have changed it.
    static func isMade(_ object: LiveObject, by intent: Intent, of kind: ResourceKind) -> Bool {
        guard object.kind == kind, let unique = kind.uniqueAttribute,
            object.attributes[unique] == intent.attributes[unique]
        else { return false }
        let paths = Set(object.attributes.paths).union(intent.attributes.paths)
        return paths.allSatisfy { path in
            path.attribute == kind.statusAttribute
                || kind.attribute(path.attribute)?.has(.writeOnly) == true
                || kind.same(path, object.attributes[path], intent.attributes[path])
        }
    }

    /// The object's values, with what cannot be read taken from another source.
    static func readable(_ object: LiveObject, over source: Attributes) -> Attributes {
        object.attributes.mapValues { path, value in
            value == .unknown ? source[path] ?? .unknown : value
        }
    }
}
