import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("The state's store")
struct StateStoreTests {
    private func store(_ backend: MemoryBackend, version: String? = nil) -> StateStore {
        StateStore(
            backend: backend, snapshot: Snapshot(lineage: "l", org: World.url), version: version)
    }

    private func record(_ store: StateStore, _ number: Int) async throws(StateBackendError) {
        try await store.commit([Self.edit(number)])
    }

    private static func edit(_ number: Int) -> StateEdit {
        .record(
            Address(kind: "event_hook", key: "h\(number)"),
            RecordedResource(id: "who\(number)", attributes: Attributes()))
    }

    /// Starts so many records, and lets the backend go on once all of them wait.
    private func recordAtOnce(
        _ count: Int, _ store: StateStore, _ backend: MemoryBackend
    ) async -> [Result<Void, StateBackendError>] {
        await backend.hold()
        return await withTaskGroup(of: Result<Void, StateBackendError>.self) { group in
            for number in 0..<count {
                group.addTask {
                    do throws(StateBackendError) {
                        return .success(try await record(store, number))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            while await store.snapshot.resources.count < count { await Task.yield() }
            await backend.release()
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func writesEditsThatArriveTogetherTogether() async throws {
        let backend = MemoryBackend()
        let results = await recordAtOnce(100, store(backend), backend)
        #expect(results.allSatisfy { if case .success = $0 { true } else { false } })
        // The first goes alone, all that waited for it go in one.
        #expect(await backend.puts <= 3)
        let bytes = try #require(await backend.bytes)
        let kept = try Snapshot(parsing: bytes)
        #expect(kept.resources.count == 100)
        #expect(await kept.serial == backend.puts)
    }

    @Test func isOnDiskWhenRecordReturns() async throws {
        let backend = MemoryBackend()
        let store = store(backend)
        for number in 1...5 {
            try await record(store, number)
            let bytes = try #require(await backend.bytes)
            #expect(try Snapshot(parsing: bytes).resources.count == number)
        }
        #expect(await backend.puts == 5)
    }

    @Test func reportsAFailedPutToAllWhoWaitForIt() async throws {
        let backend = MemoryBackend()
        for number in 1...40 { await backend.fail(put: number, with: .failed(detail: "disk full")) }
        let store = store(backend)
        let results = await recordAtOnce(20, store, backend)
        for result in results {
            guard case .failure(.failed(detail: "disk full")) = result else {
                Issue.record("\(result)")
                continue
            }
        }
        #expect(await backend.bytes == nil)
    }

    @Test func aFailedPutDoesNotFailTheNextOne() async throws {
        let backend = MemoryBackend()
        await backend.fail(put: 1, with: .failed(detail: "disk full"))
        let store = store(backend)
        await #expect(throws: StateBackendError.failed(detail: "disk full")) {
            try await record(store, 1)
        }
        try await record(store, 2)
        let bytes = try #require(await backend.bytes)
        #expect(try Snapshot(parsing: bytes).resources.count == 2)
    }

    @Test func aPutThatFailsAfterItHappenedIsFoundByReading() async throws {
        let backend = MemoryBackend()
        await backend.fail(
            put: 1, with: .unavailable(detail: "no response", mayHaveHappened: true),
            afterStoring: true)
        let store = store(backend)
        try await record(store, 1)
        try await record(store, 2)
        #expect(await backend.puts == 2)
        let bytes = try #require(await backend.bytes)
        #expect(try Snapshot(parsing: bytes).resources.count == 2)
    }

    /// An outage that loses the response to a put often loses the read after it, too.
    @Test func aPutThatHappenedUnseenDoesNotFailTheNextOne() async throws {
        let backend = MemoryBackend()
        await backend.fail(
            put: 1, with: .unavailable(detail: "no response", mayHaveHappened: true),
            afterStoring: true)
        await backend.failGets(1)
        let store = store(backend)
        await #expect(throws: StateBackendError.self) { try await record(store, 1) }
        try await record(store, 2)
        let bytes = try #require(await backend.bytes)
        #expect(try Snapshot(parsing: bytes).resources.count == 2)
    }

    @Test func notesAreStoredWithTheNextCheckpoint() async throws {
        let backend = MemoryBackend(checkpointInterval: .seconds(3600))
        let store = store(backend)
        try await record(store, 0)
        for number in 1...100 { try await store.note([Self.edit(number)]) }
        #expect(await store.snapshot.resources.count == 101)
        #expect(await backend.puts == 1)
        try await store.flush()
        #expect(await backend.puts == 2)
        let bytes = try #require(await backend.bytes)
        #expect(try Snapshot(parsing: bytes).resources.count == 101)
        try await store.flush()
        #expect(await backend.puts == 2)
    }

    @Test func aNoteReportsThatTheStateCannotBeStored() async throws {
        let backend = MemoryBackend()
        for number in 1...2 { await backend.fail(put: number, with: .failed(detail: "disk full")) }
        let store = store(backend)
        await #expect(throws: StateBackendError.failed(detail: "disk full")) {
            try await record(store, 1)
        }
        await #expect(throws: StateBackendError.failed(detail: "disk full")) {
            try await store.note([Self.edit(2)])
        }
        try await store.note([Self.edit(3)])
        #expect(await backend.puts == 3)
    }

    @Test func saysThatTheStateMoved() async throws {
        let backend = MemoryBackend()
        let mine = store(backend)
        try await record(mine, 1)
        await backend.overwrite([0x7B, 0x7D])
        await #expect(throws: StateBackendError.moved) { try await record(mine, 2) }
        #expect(await backend.bytes == [0x7B, 0x7D])
    }

    @Test func writesDownWhatACancelledRunDid() async throws {
        let backend = MemoryBackend()
        let store = store(backend)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await record(store, 1)
        }
        try await task.value
        #expect(await backend.puts == 1)
    }
}
