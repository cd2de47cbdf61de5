import Endpoints
import Kinds
import Manifests
import Planning
import Ports
package import Reconciling
import State
package import Vocabulary

extension OrgSession {
    /// Adopts objects of the org by the names that the manifest declares.
    ///
    /// - Parameters:
    ///   - addresses: The addresses; empty for all that the org has an object for.
    ///   - provingSecrets: Whether to ask endpoints afterwards if secrets that Okta never showed are
    ///     the manifest's. Addresses that are managed already may then be named too.
    ///   - observe: Receives the adoptions before any endpoint is asked.
    /// - Returns: What the endpoints proved; nil if they weren't asked.
    package func adopt(
        _ addresses: [Address], provingSecrets: Bool, observe: (AdoptReport) -> Void
    ) async throws -> ProveReport? {
        let named = Set(addresses).sorted()
        return try await withState(command: "adopt") { state in
            let store = state.store()
            let adoptions = try adoptions(
                named, in: state.snapshot, skippingManaged: provingSecrets)
            let report = try await adopt(
                adoptions, in: state.snapshot, store, skippingMissing: named.isEmpty)
            observe(report)
            guard provingSecrets else { return nil }
            return try await prove(named, in: await store.snapshot, store)
        }
    }

    /// Adopts one object of the org by its id, at an address that the manifest declares.
    package func adopt(_ address: Address, id: String) async throws -> AdoptReport {
        let declaration = try workspace.declaration(of: address)
        return try await withState(command: "import") { state in
            try await adopt(
                [Adoption(address, .id(id), at: declaration.location)], in: state.snapshot,
                state.store(), skippingMissing: false)
        }
    }

    /// The adoptions of the named addresses, or of each declared one that isn't managed yet.
    private func adoptions(
        _ named: [Address], in snapshot: Snapshot, skippingManaged: Bool
    ) throws(ApplicationError) -> [Adoption] {
        if named.isEmpty {
            // An address that the manifest moves is managed, if still under its old address.
            let moved = MovedSnapshot(snapshot, workspace.manifest.relocations).snapshot.resources
            return workspace.declarations.filter { moved[$0.address] == nil }.map { Adoption($0) }
        }
        var adoptions: [Adoption] = []
        for address in named where snapshot.resources[address] == nil || !skippingManaged {
            adoptions.append(Adoption(try workspace.declaration(of: address)))
        }
        return adoptions
    }

    /// Adopts all of the objects or none.
    private func adopt(
        _ adoptions: [Adoption], in snapshot: Snapshot, _ store: StateStore, skippingMissing: Bool
    ) async throws(ApplicationError) -> AdoptReport {
        let operation = AdoptOperation(org: client, knowledge: knowledge)
        let report = try await asking { () async throws(OrgError) in
            try await operation.run(
                adoptions, declarations: workspace.declarations, snapshot: snapshot,
                skippingMissing: skippingMissing)
        }
        if report.problems.hasErrors {
            throw .findings(report.problems, sources: workspace.sources)
        }
        if !report.adopted.isEmpty {
            try await storing { () async throws(StateBackendError) in
                try await store.commit(report.edits)
            }
        }
        return report
    }

    /// Asks endpoints for secrets that Okta never showed, and records what is proven.
    ///
    /// - Parameter named: The addresses; empty for all.
    private func prove(
        _ named: [Address], in snapshot: Snapshot, _ store: StateStore
    ) async throws(ApplicationError) -> ProveReport {
        let operation = ProveOperation(
            org: client, probe: EndpointProber(client: try installation.http()),
            knowledge: knowledge, surroundings: installation.host.surroundings,
            parallelism: installation.settings.parallelism, checkURL: Self.secretURLProblem)
        let report = try await asking { () async throws(OrgError) in
            try await operation.run(
                named.isEmpty ? snapshot.resources.keys.sorted() : named,
                declarations: workspace.declarations, policy: workspace.manifest.policy,
                snapshot: snapshot)
        }
        if report.problems.hasErrors {
            throw .findings(report.problems, sources: workspace.sources)
        }
        if report.provesAny {
            try await storing { () async throws(StateBackendError) in
                try await store.commit(report.edits(of: snapshot))
            }
        }
        return report
    }
}
