package import Kinds
package import Manifests
package import State
package import Vocabulary

extension OrgState {
    /// What is recorded under an address.
    ///
    /// - Parameter manifest: what may only need to be applied.
    package func resource(
        _ address: Address, of manifest: Manifest? = nil
    ) throws(ApplicationError) -> RecordedResource {
        guard let resource = snapshot.resources[address] else {
            throw .notInState(address, snapshot, manifest)
        }
        return resource
    }
}

extension ApplicationError {
    /// An address that the state does not hold; names one that is near.
    ///
    /// - Parameter manifest: what may only need to be applied.
    package static func notInState(
        _ address: Address, _ snapshot: Snapshot, _ manifest: Manifest? = nil
    ) -> ApplicationError {
        let moves = manifest?.relocations.moves ?? []
        if let move = moves.first(where: { $0.to == address && snapshot.resources[$0.from] != nil })
        {
            return .request(
                .moveNotApplied,
                [
                    "The state holds it as `\(move.from)`. Apply moves it, as the manifest says "
                        + "at \(move.location):"
                ], commands: ["tenterhook apply --target \(address)"])
        }
        let declared = manifest?.addresses ?? []
        if declared.contains(address) {
            return .request(
                .notApplied,
                [
                    "The manifest declares `\(address)`, and the state does not hold it. Apply "
                        + "it first, or adopt it if the org has it:"
                ],
                commands: [
                    "tenterhook apply --target \(address)", "tenterhook adopt \(address)",
                ])
        }
        return .request(
            .notInState,
            [
                "The state does not hold `\(address)`."
                    + meant(address, among: snapshot.resources.keys + declared)
            ])
    }

    /// An address of a kind for which a command has no use.
    package static func wrongKind(
        _ address: Address, _ words: String, _ installation: Installation,
        among isFitting: (ResourceKind) -> Bool
    ) -> ApplicationError {
        guard address.kind.isEmpty else {
            return .request(.kindNotSupported, ["`\(address)` \(words)."])
        }
        let fitting = installation.declaredAddresses.filter {
            KindRegistry.kind(of: $0).map(isFitting) == true
        }
        return .request(
            .invalidAddress,
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
