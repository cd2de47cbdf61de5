import JSON
import Kinds
import Ports
import Synchronization

@testable import Fakes

/// The life of one run. When it ends, nothing that the run still does reaches the org or the backend,
/// which for those two is what the death of a process is.
final class Lifeline: Sendable {
    /// The moment at which a run dies.
    enum Death: Hashable, Sendable {
        case beforeRequest(Int)
        case afterRequest(Int)
        case beforePut(Int)
        case afterPut(Int)
    }

    fileprivate enum Fate { case lives, diesFirst, diesThen, isDead }

    private struct Record {
        var isDead = false
        var requests = 0
        var puts = 0
    }

    private let death: Death?
    private let record = Mutex(Record())

    init(_ death: Death? = nil) { self.death = death }

    var isDead: Bool { record.withLock(\.isDead) }

    fileprivate func request() -> Fate {
        record.withLock { record in
            record.requests += 1
            return fate(
                &record, before: .beforeRequest(record.requests),
                after: .afterRequest(record.requests))
        }
    }

    fileprivate func put() -> Fate {
        record.withLock { record in
            record.puts += 1
            return fate(&record, before: .beforePut(record.puts), after: .afterPut(record.puts))
        }
    }

    private func fate(_ record: inout Record, before: Death, after: Death) -> Fate {
        if record.isDead { return .isDead }
        guard death == before || death == after else { return .lives }
        record.isDead = true
        return death == before ? .diesFirst : .diesThen
    }
}

/// An org as one run sees it.
struct MortalOrg: OrgWriter {
    let org: FakeOrg
    let life: Lifeline

    func usage() async -> OrgUsage { await org.usage() }

    func list(_ kind: ResourceKind) async throws(OrgError) -> [LiveObject] {
        try await live { () async throws(OrgError) in try await org.list(kind) }
    }

    func read(_ kind: ResourceKind, id: String) async throws(OrgError) -> LiveObject? {
        try await live { () async throws(OrgError) in try await org.read(kind, id: id) }
    }

    func create(_ kind: ResourceKind, body: JSONValue) async throws(OrgError) -> LiveObject {
        try await live { () async throws(OrgError) in try await org.create(kind, body: body) }
    }

    func update(
        _ kind: ResourceKind, id: String, body: JSONValue
    ) async throws(OrgError) -> LiveObject {
        try await live { () async throws(OrgError) in
            try await org.update(kind, id: id, body: body)
        }
    }

    func call(
        _ call: ResourceKind.LifecycleCall, _ kind: ResourceKind, id: String
    ) async throws(OrgError) -> LiveObject {
        try await live { () async throws(OrgError) in try await org.call(call, kind, id: id) }
    }

    func delete(_ kind: ResourceKind, id: String) async throws(OrgError) {
        try await live { () async throws(OrgError) in try await org.delete(kind, id: id) }
    }

    private func live<Value>(
        _ request: () async throws(OrgError) -> Value
    ) async throws(OrgError) -> Value {
        switch life.request() {
        case .isDead, .diesFirst: break
        case .diesThen:
            _ = try await request()
        case .lives:
            let value = try await request()
            if !life.isDead { return value }
        }
        throw .cancelled(mayHaveHappened: true)
    }
}

/// A backend as one run sees it.
struct MortalBackend: StateBackend {
    let backend: MemoryBackend
    let life: Lifeline

    var place: String { backend.place }
    var checkpointInterval: Duration { backend.checkpointInterval }

    func get() async throws(StateBackendError) -> VersionedState? { try await backend.get() }

    func put(
        _ bytes: [UInt8], ifVersion version: String?
    ) async throws(StateBackendError) -> String {
        switch life.put() {
        case .isDead, .diesFirst: break
        case .diesThen:
            _ = try await backend.put(bytes, ifVersion: version)
        case .lives:
            let version = try await backend.put(bytes, ifVersion: version)
            if !life.isDead { return version }
        }
        throw .failed(detail: "the process is gone")
    }

    func lock(_ holder: LockHolder) {}
    func unlock() {}
    func lockHolder() -> LockHolder? { nil }
    func breakLock(id: String) {}
}
