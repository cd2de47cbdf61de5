import Kinds
import Planning
import Ports
import State
import Vocabulary

extension StepRunner {
    /// Whether a write whose answer was lost has happened.
    enum Lookup {
        case happened(LiveObject?)
        case didNotHappen, cannotBeSeen
    }

    /// Looks at the org for what a write may have done.
    func look(for write: Write) async throws(OrgError) -> Lookup {
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
}
