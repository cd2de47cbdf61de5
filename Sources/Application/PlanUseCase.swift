import Kinds
import Manifests
package import Planning
import Ports
package import Reconciling
import State
package import Vocabulary

/// The kind of plan that a command asks for.
package struct PlanOrder: Sendable {
    package var mode: Plan.Mode
    /// The addresses to plan; empty for all.
    package var targets: [Address]
    /// Whether to find what refers to the objects.
    package var whereUsed: Bool
    /// Whether to delete objects even if they are in use.
    package var force: Bool
    /// The saved plan that the new one must match.
    package var saved: Plan?

    /// - Parameter saved: Its mode and targets replace the given ones.
    package init(
        mode: Plan.Mode = .apply, targets: [Address] = [], whereUsed: Bool = false,
        force: Bool = false, saved: Plan? = nil
    ) {
        self.mode = saved?.mode ?? mode
        self.targets = saved?.targets ?? targets
        self.whereUsed = whereUsed
        self.force = force
        self.saved = saved
    }
}

extension OrgSession {
    /// Plans the changes of the org, without the state's lock. Writes nothing.
    package func plan(_ order: PlanOrder) async throws(ApplicationError) -> PlanResult {
        let state = try await state()
        let holder = try await storing { () throws(StateBackendError) in
            try await backend.lockHolder()
        }
        // Its open steps would look like those of a crashed run.
        if let holder { installation.host.notify(.otherRun(holder)) }
        return try await plan(order, against: state)
    }

    /// The same against a state that was read already.
    func plan(
        _ order: PlanOrder, against state: OrgState
    ) async throws(ApplicationError) -> PlanResult {
        if order.saved == nil { try ensureKnown(order.targets, state) }
        let operation = PlanOperation(
            org: client, knowledge: knowledge, checkURL: Self.secretURLProblem)
        let manifest = workspace.manifest
        let request = PlanRequest(
            mode: order.mode, orgName: workspace.org.name, orgURL: url,
            manifestDigest: workspace.digest, declarations: workspace.declarations,
            policy: manifest.policy, targets: order.targets, protected: manifest.protected,
            relocations: manifest.relocations, saved: order.saved)
        let result = try await asking { () async throws(OrgError) in
            var result = try await operation.run(request, snapshot: state.snapshot)
            if order.whereUsed { try await findUses(order, for: &result) }
            return result
        }
        for line in result.settlements { installation.host.notify(.settled(line)) }
        return result
    }

    /// Rejects an unknown target before the org is asked.
    private func ensureKnown(
        _ targets: [Address], _ state: OrgState
    ) throws(ApplicationError) {
        let declared = workspace.declarations.map(\.address)
        let known = Set(declared).union(state.snapshot.resources.keys)
        let moved = workspace.manifest.relocations.moves.map(\.from)
        let unknown = targets.filter { !known.contains($0) && !moved.contains($0) }
        guard unknown.isEmpty else {
            throw .findings(
                unknown.map { .unknownTarget($0, among: known.sorted()) },
                sources: workspace.sources)
        }
    }

    /// Finds what refers to the objects of a plan, and refuses deletes because of it.
    private func findUses(
        _ order: PlanOrder, for result: inout PlanResult
    ) async throws(OrgError) {
        let live = Set(result.live.map(\.id))
        let objects = result.settled.resources.filter { address, resource in
            live.contains(resource.id)
                && (order.targets.isEmpty || order.targets.contains(address))
        }
        let whereUsed = try await WhereUsedOperation(org: client).run(objects)
        result.whereUsed = whereUsed
        result.usage = await client.usage()
        if !order.force {
            result.outcome.diagnostics += whereUsed.breaches(in: result.outcome.plan)
        }
    }
}
