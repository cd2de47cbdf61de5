import Application
import JSON
import Kinds
import Manifests
import Ports
import StateBackends
import Synchronization
import Vocabulary

@testable import Fakes

/// A folder with a manifest, an org, and a state. Every run in it is an installation of its own, as
/// every command is a process of its own.
final class Scene: Sendable {
    static let url = "https://acme.okta.test"

    let org = FakeOrg()
    let backend: any StateBackend
    let fingerprints = FakeFingerprints()
    /// Backends of orgs that don't use `backend`, by the org's name.
    private let others: [String: any StateBackend]
    private let files: Mutex<[String: String]>
    private let reads = Mutex<[String]>([])
    private let told = Mutex<[RunNotice]>([])
    private let ids = Atomic<Int>(0)

    init(
        _ manifest: String = Scene.manifest(), backend: any StateBackend = MemoryBackend(),
        others: [String: any StateBackend] = [:]
    ) {
        self.others = others
        files = Mutex(["tenterhook.yaml": manifest])
        self.backend = backend
    }

    /// A manifest with an event hook for each name.
    static func manifest(_ hooks: String..., orgs: [String] = ["prod"]) -> String {
        var text = "version: 1\norgs:\n"
        for org in orgs {
            text += "  \(org):\n    url: \(url)\n    auth: { api_token: { env: TOKEN } }\n"
        }
        text += "event_hooks:\n"
        for hook in hooks.isEmpty ? ["leavers"] : hooks {
            text += """
                  \(hook):
                    name: \(hook)
                    endpoint: { url: "https://\(hook).example/hook" }
                    events: [user.lifecycle.create]

                """
        }
        return text
    }

    func write(_ text: String?, to path: String = "tenterhook.yaml") {
        files.withLock { $0[path] = text }
    }

    /// Counts the files that are read from now on.
    func startCounting() { reads.withLock { $0 = [] } }

    /// The paths that were read, in order.
    var filesRead: [String] { reads.withLock { $0 } }

    var notices: [RunNotice] { told.withLock { $0 } }

    func run(
        _ settings: RunSettings = RunSettings(), environment: [String: String] = ["TOKEN": "t"]
    ) -> Installation {
        var host = Host(
            environment: environment,
            surroundings: Surroundings(
                now: { "2026-08-01T00:00:00Z" }, newID: { self.newID() }, sleep: { _ in }),
            files: ManifestFiles(
                read: { self.read($0) },
                glob: { pattern in
                    .success(self.files.withLock { $0.keys.filter { $0 == pattern } }.sorted())
                }),
            fileExists: { path in self.files.withLock { $0[path] != nil } },
            process: RunningProcess(version: "0", who: "me@here", id: 1, ciRun: nil),
            notify: { notice in self.told.withLock { $0.append(notice) } })
        host.openBackend = { self.others[$0.org] ?? self.backend }
        host.openOrg = { _, _ in FakeClient(org: self.org) }
        host.fingerprints = fingerprints
        return Installation(settings, host: host)
    }

    private func read(_ path: String) -> Result<[UInt8], ManifestFileError> {
        reads.withLock { $0.append(path) }
        guard let text = files.withLock({ $0[path] }) else { return .failure(.missing) }
        return .success(Array(text.utf8))
    }

    private func newID() -> String {
        "id-\(ids.add(1, ordering: .acquiringAndReleasing).newValue)"
    }
}

/// The fake org as a whole management API. Its log is empty, and nothing refers to its objects.
struct FakeClient: OrgWriter, HookExecutor, PublicKeyReader, SystemLogReader, UseReader {
    let org: FakeOrg

    func usage() async -> OrgUsage { await org.usage() }

    func list(_ kind: ResourceKind) async throws(OrgError) -> [LiveObject] {
        try await org.list(kind)
    }

    func read(_ kind: ResourceKind, id: String) async throws(OrgError) -> LiveObject? {
        try await org.read(kind, id: id)
    }

    func create(_ kind: ResourceKind, body: JSONValue) async throws(OrgError) -> LiveObject {
        try await org.create(kind, body: body)
    }

    func update(
        _ kind: ResourceKind, id: String, body: JSONValue
    ) async throws(OrgError) -> LiveObject {
        try await org.update(kind, id: id, body: body)
    }

    func call(
        _ call: ResourceKind.LifecycleCall, _ kind: ResourceKind, id: String
    ) async throws(OrgError) -> LiveObject {
        try await org.call(call, kind, id: id)
    }

    func delete(_ kind: ResourceKind, id: String) async throws(OrgError) {
        try await org.delete(kind, id: id)
    }

    func execute(
        _ kind: ResourceKind, id: String, payload: JSONValue
    ) async throws(OrgError) -> EndpointAnswer {
        guard try await org.read(kind, id: id) != nil else {
            throw .notFound(OktaAnswer(status: 404))
        }
        throw .unavailable(OrgError.Failure(detail: "no answer", mayHaveHappened: true))
    }

    func publicKey(_ kind: ResourceKind, id: String) async throws(OrgError) -> PublicKey? {
        await org.objects.values.map(\.publicKey).first { $0.id == id }
    }

    func logPage(of query: SystemLogQuery) async throws(OrgError) -> SystemLogPage {
        throw .notFound(OktaAnswer(status: 404))
    }

    func logPage(at link: SystemLogLink) async throws(OrgError) -> SystemLogPage {
        throw .notFound(OktaAnswer(status: 404))
    }

    func uses(in list: UseList) async throws(OrgError) -> [ObjectUse] { [] }
}

/// A backend whose lock another run holds for a number of attempts.
actor BusyBackend: StateBackend {
    static let holder = LockHolder(
        id: "other", who: "you@there", pid: 2, since: "2026-08-01T00:00:00Z", command: "apply")

    nonisolated let place = "memory"
    nonisolated let checkpointInterval = Duration.zero
    private let inner = MemoryBackend()
    private var refusals: Int
    private(set) var isLocked = false

    init(refusals: Int) { self.refusals = refusals }

    func get() async throws(StateBackendError) -> VersionedState? { try await inner.get() }

    func put(
        _ bytes: [UInt8], ifVersion version: String?
    ) async throws(StateBackendError) -> String {
        try await inner.put(bytes, ifVersion: version)
    }

    func lock(_ holder: LockHolder) throws(StateBackendError) {
        if refusals > 0 {
            refusals -= 1
            throw .locked(Self.holder)
        }
        isLocked = true
    }

    func unlock() { isLocked = false }
    func lockHolder() -> LockHolder? { refusals > 0 ? Self.holder : nil }
    func breakLock(id: String) { refusals = 0 }
}
