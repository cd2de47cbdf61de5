package import Vocabulary

/// One change to a state. A state after a run is the state before it with the run's edits applied,
/// in order.
package enum StateEdit: Hashable, Sendable {
    /// A write is about to be sent.
    case announce(Address, Intent)
    /// No write is in doubt any more.
    case withdraw(Address)
    /// An object is as described. An open announcement stays.
    case record(Address, RecordedResource)
    /// The object is gone. An open announcement stays.
    case drop(Address)
    /// The address is no longer managed: its object and its announcement are forgotten.
    case forget(Address)
    /// The object and its announcement get another address.
    case move(from: Address, to: Address)
}

extension Snapshot {
    /// Applies edits in order. Lineage, serial, and org stay as they are.
    package mutating func apply(_ edits: some Sequence<StateEdit>) {
        for edit in edits {
            switch edit {
            case .announce(let address, let intent): intents[address] = intent
            case .withdraw(let address): intents[address] = nil
            case .record(let address, let resource): resources[address] = resource
            case .drop(let address): resources[address] = nil
            case .forget(let address):
                resources[address] = nil
                intents[address] = nil
            case .move(let from, let to):
                resources[to] = resources.removeValue(forKey: from)
                intents[to] = intents.removeValue(forKey: from)
            }
        }
    }

    /// The snapshot with edits applied.
    package func applying(_ edits: some Sequence<StateEdit>) -> Snapshot {
        var snapshot = self
        snapshot.apply(edits)
        return snapshot
    }

    /// The edits that make another snapshot's resources and intents of this one's, by address.
    package func edits(to other: Snapshot) -> [StateEdit] {
        let addresses = Set(resources.keys).union(intents.keys)
            .union(other.resources.keys).union(other.intents.keys)
        return addresses.sorted().flatMap { address -> [StateEdit] in
            var edits: [StateEdit] = []
            if resources[address] != other.resources[address] {
                edits.append(
                    other.resources[address].map { .record(address, $0) } ?? .drop(address))
            }
            if intents[address] != other.intents[address] {
                edits.append(
                    other.intents[address].map { .announce(address, $0) } ?? .withdraw(address))
            }
            return edits
        }
    }
}
