import Kinds
import Manifests
import State
import Vocabulary

extension RunState {
    /// What is recorded under an address.
    ///
    /// - Parameter manifest: what may only need to be applied.
    func resource(_ address: Address, of manifest: Manifest? = nil) throws -> RecordedResource {
        guard let resource = snapshot.resources[address] else {
            throw Failure.notInState(address, snapshot, manifest)
        }
        return resource
    }
}

extension Failure {
    /// An address that the state does not hold; names one that is near.
    ///
    /// - Parameter manifest: what may only need to be applied.
    static func notInState(
        _ address: Address, _ snapshot: Snapshot, _ manifest: Manifest? = nil
    ) -> Failure {
        let moves = manifest?.relocations.moves ?? []
        if let move = moves.first(where: { $0.to == address && snapshot.resources[$0.from] != nil })
        {
            return Failure(
                .error, "It is not moved yet",
                [
                    "The state holds it as `\(move.from)`. Apply moves it, as the manifest says "
                        + "at \(move.location):"
                ], commands: ["tenterhook apply --target \(address)"])
        }
        let declared = manifest?.addresses ?? []
        if declared.contains(address) {
            return Failure(
                .error, "It is not applied yet",
                [
                    "The manifest declares `\(address)`, and the state does not hold it. Apply "
                        + "it first, or adopt it if the org has it:"
                ],
                commands: [
                    "tenterhook apply --target \(address)", "tenterhook adopt \(address)",
                ])
        }
        return Failure(
            .error, "Not in the state",
            [
                "The state does not hold `\(address)`."
                    + meant(address, among: snapshot.resources.keys + declared)
            ])
    }

    /// An address of a kind for which a command has no use.
    static func wrongKind(
        _ address: Address, _ words: String, _ options: GlobalOptions,
        among isFitting: (ResourceKind) -> Bool
    ) -> Failure {
        guard address.kind.isEmpty else {
            return Failure(.error, "Of the wrong kind", ["`\(address)` \(words)."])
        }
        let fitting = Workspace.addresses(options).filter {
            KindRegistry.kind(of: $0).map(isFitting) == true
        }
        return Failure(
            .error, "This is no address",
            [
                address.whyNone
                    + meant(address, among: fitting)
            ])
    }

    private static func meant(_ address: Address, among known: [Address]) -> String {
        nearestAddress(to: address, among: Set(known).sorted())
            .map { " Did you mean `\($0)`?" } ?? ""
    }
}
