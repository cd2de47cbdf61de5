import Kinds
package import Reconciling
package import State
package import Vocabulary

/// The result of verifying endpoints.
package struct VerifyResult: Sendable {
    package let outcomes: [Address: VerifyOperation.Outcome]
    /// The state before it.
    package let snapshot: Snapshot
}

extension OrgSession {
    /// Has Okta verify endpoints now, and records the outcomes.
    ///
    /// - Parameters:
    ///   - addresses: The hooks; empty for all that are active.
    ///   - observe: Receives each outcome when it's known.
    package func verify(
        _ addresses: [Address],
        observe: @escaping @Sendable (Address, VerifyOperation.Outcome, Duration) -> Void
    ) async throws -> VerifyResult {
        try await withState(command: "verify") { state in
            let chosen = try verifiable(addresses, in: state.snapshot)
            let operation = VerifyOperation(
                org: client, store: state.store(),
                parallelism: installation.settings.parallelism)
            return VerifyResult(
                outcomes: await operation.run(chosen, observe: observe), snapshot: state.snapshot)
        }
    }

    /// The named addresses, or every active one of a kind that Okta verifies.
    private func verifiable(
        _ addresses: [Address], in snapshot: Snapshot
    ) throws(ApplicationError) -> [Address] {
        let verifiable = snapshot.resources.keys.filter {
            KindRegistry.kind(of: $0)?.isVerified == true
        }.sorted()
        for address in addresses where !verifiable.contains(address) {
            guard snapshot.resources[address] != nil else {
                throw .notInState(address, snapshot, workspace.manifest)
            }
            throw .wrongKind(
                address, "is nothing that Okta verifies", installation, among: \.isVerified)
        }
        if !addresses.isEmpty { return Set(addresses).sorted() }
        return verifiable.filter { address in
            let status = KindRegistry.kind(of: address)?.statusAttribute
            let recorded = snapshot.resources[address]
            return status.flatMap { recorded?.attributes[$0]?.text } != "INACTIVE"
        }
    }
}
