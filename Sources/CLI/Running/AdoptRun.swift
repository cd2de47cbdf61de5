import Ports
import Reconciling
import Rendering
import State
import Vocabulary

/// Takes objects of the org over into the state, all or none. It runs under the state's lock.
struct AdoptRun {
    let engine: Engine
    /// Whether an object that the org does not have is left out instead of being an error.
    var skippingMissing = false

    func run(
        _ adoptions: [Adoption], _ snapshot: Snapshot, _ store: StateStore
    ) async throws -> AdoptReport {
        let operation = AdoptOperation(org: engine.connection.client, knowledge: engine.knowledge)
        let report: AdoptReport
        do throws(OrgError) {
            report = try await operation.run(
                adoptions, declarations: engine.workspace.declarations, snapshot: snapshot,
                skippingMissing: skippingMissing)
        } catch {
            throw Failure(error)
        }
        if report.problems.hasErrors {
            throw Failure(report.problems, sources: engine.workspace.sources)
        }
        if !report.adopted.isEmpty {
            do throws(StateBackendError) {
                try await store.commit(report.edits)
            } catch {
                throw Failure(error)
            }
        }
        return report
    }
}

extension Engine {
    /// Works on the org's state under its lock.
    func withState<Result>(
        command: String, _ lockOptions: LockOptions, _ body: (RunState) async throws -> Result
    ) async throws -> Result {
        let backend = try RunState.backend(for: workspace)
        return try await RunState.locked(
            backend, command: command, waiting: (lockOptions.lockTimeout, console)
        ) {
            try await body(try await RunState(backend: backend, orgURL: connection.url))
        }
    }
}
