package import Manifests
package import Ports
package import Reconciling
package import State
import StateBackends

/// The state of one org, as its backend holds it at the beginning of a run.
package struct OrgState: Sendable {
    package let backend: any StateBackend
    package let snapshot: Snapshot
    /// The version that was read; nil when there is no state yet.
    private let version: String?

    fileprivate init(backend: any StateBackend, snapshot: Snapshot, version: String?) {
        self.backend = backend
        self.snapshot = snapshot
        self.version = version
    }

    /// A store that begins with this state.
    package func store() -> StateStore {
        StateStore(backend: backend, snapshot: snapshot, version: version)
    }
}

extension Installation {
    /// The backend that a manifest declares for an org.
    package func backend(
        for workspace: Workspace
    ) async throws(ApplicationError) -> any StateBackend {
        try await backend(workspace.manifest.state, org: workspace.org.name)
    }

    package func backend(
        _ state: StateDeclaration, org: String
    ) async throws(ApplicationError) -> any StateBackend {
        let declaration =
            switch state.backend {
            case .local(let path):
                StateBackendDeclaration(backend: "local", org: org, settings: ["path": path])
            }
        do throws(StateBackendError) {
            return try await host.openBackend(declaration)
        } catch {
            throw .state(error)
        }
    }

    /// Reads a state.
    ///
    /// - Parameter lineage: The lineage that a saved plan was made with. If there was no state then
    ///   and is none now, the state begins with it; no other would fit the plan.
    package func state(
        in backend: any StateBackend, orgURL: String, lineage: String? = nil
    ) async throws(ApplicationError) -> OrgState {
        let found = try await storing { () throws(StateBackendError) in try await backend.get() }
        guard let found else {
            let snapshot = Snapshot(lineage: lineage ?? host.surroundings.newID(), org: orgURL)
            return OrgState(backend: backend, snapshot: snapshot, version: nil)
        }
        do throws(StateFileError) {
            let snapshot = try Snapshot(parsing: found.bytes)
            try snapshot.ensure(org: orgURL)
            return OrgState(backend: backend, snapshot: snapshot, version: found.version)
        } catch {
            let backup = backend.backupPlace.flatMap { host.fileExists($0) ? $0 : nil }
            throw .stateFile(error, place: backend.place, backup: backup)
        }
    }

    /// Reads the state of a workspace's org, without a connection to the org.
    package func state(of workspace: Workspace) async throws(ApplicationError) -> OrgState {
        let url = try url(of: workspace.org)
        return try await state(in: try await backend(for: workspace), orgURL: url)
    }

    /// Takes the salt of new fingerprints from the states of the project's other orgs, so a secret
    /// that orgs share costs one hash.
    ///
    /// A state that can't be read is skipped. Its own command reports it, and a salt of its own costs
    /// this org's runs nothing.
    func shareSalt(besides workspace: Workspace) async {
        for org in workspace.manifest.orgs where org.name != workspace.org.name {
            guard let backend = try? await backend(workspace.manifest.state, org: org.name),
                let found = try? await backend.get(),
                let snapshot = try? Snapshot(parsing: found.bytes)
            else { continue }
            let fingerprints = snapshot.fingerprints
            if fingerprints.isEmpty { continue }
            return await knowledge.shareSalt(of: fingerprints)
        }
    }

    /// Holds the state's lock while a body runs, however that ends.
    package func locked<Result>(
        _ backend: any StateBackend, command: String, _ body: () async throws -> Result
    ) async throws -> Result {
        let holder = LockHolder(
            id: host.surroundings.newID(), who: host.process.who, pid: host.process.id,
            since: host.surroundings.now(), command: command, ciRun: host.process.ciRun)
        try await lock(backend, holder)
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        do throws(StateBackendError) {
            try await backend.unlock()
        } catch {
            if case .success = result { throw ApplicationError.state(error) }
        }
        return try result.get()
    }

    private func lock(
        _ backend: any StateBackend, _ holder: LockHolder
    ) async throws(ApplicationError) {
        let end = ContinuousClock.now + settings.lockTimeout
        var isTold = false
        while true {
            do throws(StateBackendError) {
                return try await backend.lock(holder)
            } catch {
                guard case .locked(let other) = error, ContinuousClock.now < end, !Task.isCancelled
                else { throw .state(error) }
                if !isTold {
                    isTold = true
                    host.notify(.waitingForLock(other, limit: settings.lockTimeout))
                }
            }
            // A cancellation ends the wait at the check above.
            try? await Task.sleep(for: min(.seconds(1), ContinuousClock.now.duration(to: end)))
        }
    }
}
