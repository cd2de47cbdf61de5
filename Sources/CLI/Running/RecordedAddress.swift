import StateFile
import Vocabulary

extension RunState {
    /// What is recorded under an address.
    func resource(_ address: Address) throws -> RecordedResource {
        guard let resource = snapshot.resources[address] else {
            throw Failure.notInState(address, snapshot)
        }
        return resource
    }
}

extension Failure {
    /// An address that the state does not hold; names one that is near.
    static func notInState(_ address: Address, _ snapshot: Snapshot) -> Failure {
        let near = nearestAddress(to: address, among: snapshot.resources.keys)
        return Failure(
            .error, "Not in the state",
            [
                "The state does not hold `\(address)`."
                    + (near.map { " Did you mean `\($0)`?" } ?? "")
            ])
    }

    /// An address of a kind for which a command has no use.
    static func wrongKind(_ address: Address, _ words: String) -> Failure {
        Failure(.error, "Of the wrong kind", ["`\(address)` \(words)."])
    }
}
