import Endpoints
import HTTPTransport
import Kinds
import Manifests
import Ports
import Reconciling
import Rendering
import State
import Vocabulary

/// Has endpoints asked for secrets that were never seen, and records what is proven. It runs under
/// the state's lock.
struct ProveRun {
    let engine: Engine
    let client: HTTPClient
    /// How many endpoints are asked at once.
    let parallelism: Int

    /// - Parameter named: the addresses to look at; empty for all of them.
    /// - Returns: whether nothing that was asked for is left unknown. Where no address is named,
    ///   what cannot be asked at all was not asked for.
    func run(_ named: [Address], _ snapshot: Snapshot, _ store: StateStore) async throws -> Bool {
        let addresses = named.isEmpty ? snapshot.resources.keys.sorted() : named
        let operation = ProveOperation(
            org: engine.connection.client, probe: EndpointProber(client: client),
            knowledge: engine.knowledge, surroundings: ProcessEnvironment.surroundings,
            parallelism: parallelism
        ) { url, policy in
            endpointURLProblem(url, policy: policy, isSecret: true)
        }
        let report: ProveReport
        do throws(OrgError) {
            report = try await operation.run(
                addresses, declarations: engine.workspace.declarations,
                policy: engine.workspace.manifest.policy, snapshot: snapshot)
        } catch {
            throw Failure(error)
        }
        if report.problems.hasErrors {
            throw Failure(report.problems, sources: engine.workspace.sources)
        }
        if report.provesAny {
            do throws(StateBackendError) {
                try await store.commit(report.edits(of: snapshot))
            } catch {
                throw Failure(error)
            }
        }
        engine.console.print(renderProofs(report, style: engine.console.output))
        let open = report.proofs.values.flatMap(\.values).filter { $0.fingerprint == nil }
        return open.allSatisfy { named.isEmpty && $0 == .notAskable }
    }
}
