import Ports
import Reconciling
import Rendering
import StateFile
import Vocabulary

/// Takes objects of the org over into the state, all or none, from the lock to the report.
struct AdoptRun {
    let engine: Engine
    let command: String
    /// Whether an object that the org does not have is left out instead of being an error.
    var skippingMissing = false

    /// - Parameter choose: what is to be adopted, given the state as it is.
    func run(_ choose: (Snapshot) throws -> [Adoption]) async throws {
        let workspace = engine.workspace
        let backend = try RunState.backend(for: workspace)
        let report = try await RunState.locked(backend, command: command) {
            let state = try await RunState(backend: backend, orgURL: engine.connection.url)
            let report = try await adopt(try choose(state.snapshot), state.snapshot)
            if report.adopted.isEmpty { return report }
            do throws(StateBackendError) {
                try await state.store().record { report.record(into: &$0) }
            } catch {
                throw Failure(error)
            }
            return report
        }
        engine.console.print(renderAdoption(report, style: engine.console.output))
    }

    private func adopt(_ adoptions: [Adoption], _ snapshot: Snapshot) async throws -> AdoptReport {
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
        return report
    }
}
