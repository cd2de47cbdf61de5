import Ports
import StateBackends
import Testing

/// The contract of every backend, for each kind in the registry, and for one with a leased lock.
@Suite struct BackendContractTests {
    static let kinds: [String] = StateBackendRegistry.all.map(\.name) + [LeasedStore.kindName]

    private let first = Array("{\"serial\": 1}\n".utf8)
    private let second = Array("{\"serial\": 2}\n".utf8)

    @Test(arguments: kinds) func aNewStoreHasNoState(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let backend = try await store.backend()
        #expect(try await backend.get() == nil)
        #expect(try await backend.lockHolder() == nil)
        #expect(!backend.place.isEmpty)
    }

    @Test(arguments: kinds) func whatIsPutIsGot(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let version = try await store.backend().put(first, ifVersion: nil)
        #expect(try await store.backend().get() == VersionedState(bytes: first, version: version))
        let next = try await store.backend().put(second, ifVersion: version)
        #expect(next != version)
        #expect(try await store.backend().get() == VersionedState(bytes: second, version: next))
    }

    @Test(arguments: kinds) func bytesAreKeptExactly(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let backend = try await store.backend()
        var version: String?
        let contents: [[UInt8]] = [
            Array(0...255), [], [0], Array("\r\n\n".utf8), [UInt8](repeating: 0xFF, count: 4096),
        ]
        for bytes in contents {
            version = try await backend.put(bytes, ifVersion: version)
            #expect(try await backend.get()?.bytes == bytes)
            #expect(try await backend.get()?.version == version)
        }
    }

    @Test(arguments: kinds) func aLargeStateIsKept(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let pattern = Array("{\"id\": \"who0123456789\"},\n".utf8)
        let large = (0..<5_000_000).map { pattern[$0 % pattern.count] }
        let version = try await store.backend().put(large, ifVersion: nil)
        let got = try #require(try await store.backend().get())
        #expect(got.version == version)
        // Compared apart from the expectation, which would print five megabytes.
        let isSame = got.bytes == large
        #expect(isSame)
    }

    @Test(arguments: kinds) func aStalePutIsRefused(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let backend = try await store.backend()
        let old = try await backend.put(first, ifVersion: nil)
        let new = try await store.backend().put(second, ifVersion: old)
        #expect(await failure { _ = try await backend.put(first, ifVersion: old) } == .moved)
        #expect(await failure { _ = try await backend.put(first, ifVersion: nil) } == .moved)
        #expect(await failure { _ = try await backend.put(first, ifVersion: "x") } == .moved)
        #expect(try await backend.get() == VersionedState(bytes: second, version: new))
    }

    @Test(arguments: kinds) func aPutThatExpectsAStateNeedsOne(_ kind: String) async throws {
        let backend = try await ContractStore(kind).backend()
        #expect(await failure { _ = try await backend.put(first, ifVersion: "x") } == .moved)
        #expect(try await backend.get() == nil)
    }

    @Test(arguments: kinds) func ofTwoFirstPutsOneWins(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let writers = 8
        let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
            for writer in 0..<writers {
                let backend = try await store.backend()
                group.addTask {
                    let outcome = await failure {
                        _ = try await backend.put([UInt8(writer)], ifVersion: nil)
                    }
                    if let outcome, outcome != .moved { throw outcome }
                    return outcome == nil
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(wins == 1)
        #expect(try await store.backend().get()?.bytes.count == 1)
    }

    @Test(arguments: kinds) func theLockExcludesAndNamesItsHolder(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let (ours, theirs) = (try await store.backend(), try await store.backend())
        let holder = LockHolder.test("one", ciRun: "https://ci.example.com/run/7")
        try await ours.lock(holder)
        #expect(await failure { try await theirs.lock(.test("two")) } == .locked(holder))
        #expect(await failure { try await ours.lock(.test("again")) } == .locked(holder))
        #expect(try await theirs.lockHolder() == holder)
        #expect(try await ours.lockHolder() == holder)

        try await ours.unlock()
        #expect(try await theirs.lockHolder() == nil)
        try await theirs.lock(.test("two"))
        #expect(try await ours.lockHolder() == .test("two"))
        try await theirs.unlock()
    }

    @Test(arguments: kinds) func aRunWritesManyTimesUnderItsLock(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let backend = try await store.backend()
        try await backend.lock(.test("one"))
        var version: String?
        for serial in 0..<5 {
            version = try await backend.put([UInt8(serial)], ifVersion: version)
        }
        #expect(try await backend.lockHolder() == .test("one"))
        try await backend.unlock()
        #expect(try await store.backend().get()?.bytes == [4])
    }

    @Test(arguments: kinds) func aStateIsNotWrittenUnderAnothersLock(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let (ours, theirs) = (try await store.backend(), try await store.backend())
        let version = try await ours.put(first, ifVersion: nil)
        try await ours.lock(.test("one"))
        let outcome = await failure { _ = try await theirs.put(second, ifVersion: version) }
        #expect(outcome == .locked(.test("one")))
        #expect(try await theirs.get()?.bytes == first)
        try await ours.unlock()
        _ = try await theirs.put(second, ifVersion: version)
    }

    @Test(arguments: kinds) func onlyALockThatWasTakenIsGivenBack(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let (ours, theirs) = (try await store.backend(), try await store.backend())
        #expect(await failure { try await ours.unlock() } == .noSuchLock(holder: nil))
        try await ours.lock(.test("one"))
        #expect(
            await failure { try await theirs.unlock() } == .noSuchLock(holder: .test("one")))
        #expect(try await theirs.lockHolder() == .test("one"))
        try await ours.unlock()
        #expect(await failure { try await ours.unlock() } == .noSuchLock(holder: nil))
    }

    @Test(arguments: kinds) func aLockIsBrokenByItsIDAlone(_ kind: String) async throws {
        let store = try ContractStore(kind)
        let (ours, theirs) = (try await store.backend(), try await store.backend())
        let outcome = await failure { try await theirs.breakLock(id: "one") }
        #expect(outcome == .noSuchLock(holder: nil))
        try await ours.lock(.test("one"))
        let wrong = await failure { try await theirs.breakLock(id: "two") }
        #expect(wrong == .noSuchLock(holder: .test("one")))

        try await theirs.breakLock(id: "one")
        #expect(try await theirs.lockHolder() == nil)
        try await theirs.lock(.test("two"))
        #expect(try await ours.lockHolder() == .test("two"))
        // The run whose lock was broken neither writes over the other nor ends the other's lock.
        let late = await failure { _ = try await ours.put(first, ifVersion: nil) }
        #expect(late == .locked(.test("two")))
        try await ours.unlock()
        #expect(try await ours.lockHolder() == .test("two"))
        try await theirs.unlock()
        #expect(try await ours.lockHolder() == nil)
    }
}
