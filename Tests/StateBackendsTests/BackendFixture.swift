import Ports
import StateBackends
import Testing

/// How a kind of backend is set up for a test, so that the contract can be held against it.
enum BackendFixture {
    /// What a manifest would declare for a store that only this test has; nil for a kind that no
    /// fixture was written for yet.
    static func declaration(
        of kind: StateBackendKind, in folder: TemporaryFolder
    ) -> StateBackendDeclaration? {
        switch kind.name {
        case "local":
            StateBackendDeclaration(
                backend: "local", org: "prod", folder: folder.path, settings: ["path": "state"])
        case LeasedStore.kindName: StateBackendDeclaration(backend: kind.name, org: "prod")
        default: nil
        }
    }
}

/// One store, and as many backends over it as a test asks for: each stands for a run.
struct ContractStore {
    private let folder: TemporaryFolder
    private let server = LeasedStore()
    private let kind: StateBackendKind
    private let declaration: StateBackendDeclaration

    init(_ kindName: String) throws {
        folder = try TemporaryFolder()
        kind = try #require(
            kindName == LeasedStore.kindName
                ? server.kind : StateBackendRegistry.kind(named: kindName))
        declaration = try #require(
            BackendFixture.declaration(of: kind, in: folder),
            "the kind has no fixture in BackendFixture")
    }

    func backend() async throws -> any StateBackend { try await kind.backend(for: declaration) }

    /// Loses the next requests or responses of a store that is a server.
    func fail(next faults: [LeasedStore.Fault]) async { await server.fail(next: faults) }
}

extension LockHolder {
    static func test(_ id: String, ciRun: String? = nil) -> LockHolder {
        LockHolder(
            id: id, who: "ann@build-7", pid: 4711, since: "2026-01-02T03:04:05Z", command: "apply",
            ciRun: ciRun)
    }
}

/// What a call to a backend failed with; nil when it did not fail.
func failure(of work: () async throws -> Void) async -> StateBackendError? {
    do {
        try await work()
    } catch let error as StateBackendError {
        return error
    } catch {
        Issue.record(error)
    }
    return nil
}
