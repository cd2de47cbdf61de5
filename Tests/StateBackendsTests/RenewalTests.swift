import Ports
import StateBackends
import Synchronization
import Testing

/// A timer that a test moves. A sleeper wakes when its time has come.
private actor ManualTimer {
    private nonisolated let elapsed = Mutex(Duration.zero)
    private let start = ContinuousClock.now
    private var sleepers: [(wake: Duration, continuation: CheckedContinuation<Void, Never>)] = []
    private var watchers: [CheckedContinuation<Void, Never>] = []

    nonisolated var timer: RenewingBackend.Timer {
        RenewingBackend.Timer(
            now: { self.start + self.elapsed.withLock { $0 } }, sleep: { try await self.sleep($0) })
    }

    /// Moves the time, wakes those whose time has come, and returns when each sleeps again.
    func advance(by duration: Duration) async {
        await untilAsleep()
        let now = elapsed.withLock { elapsed in
            elapsed += duration
            return elapsed
        }
        let due = sleepers.filter { $0.wake <= now }
        sleepers.removeAll { $0.wake <= now }
        for sleeper in due { sleeper.continuation.resume() }
    }

    /// Returns when a task sleeps.
    func untilAsleep() async {
        if sleepers.isEmpty { await withCheckedContinuation { watchers.append($0) } }
    }

    private func sleep(_ duration: Duration) async throws {
        let wake = elapsed.withLock { $0 } + duration
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                sleepers.append((wake, continuation))
                for watcher in watchers { watcher.resume() }
                watchers = []
            }
        } onCancel: {
            Task { await self.wakeAll() }
        }
        try Task.checkCancellation()
    }

    private func wakeAll() {
        for sleeper in sleepers { sleeper.continuation.resume() }
        sleepers = []
    }
}

@Suite("Renewal of a leased lock")
struct RenewalTests {
    private let store = LeasedStore()
    private let time = ManualTimer()
    private let bytes = Array("{}".utf8)

    private func lockedBackend() async throws -> RenewingBackend {
        let backend = RenewingBackend(LeasedBackend(store: store), timer: time.timer)
        try await backend.lock(.test("one"))
        return backend
    }

    @Test("a lock is renewed at each interval, and a run can write long after the first lease")
    func renews() async throws {
        let backend = try await lockedBackend()
        for _ in 0..<10 { await time.advance(by: LeasedStore.lease.renewalInterval) }
        await time.untilAsleep()
        #expect(await store.renewals == 10)
        _ = try await backend.put(bytes, ifVersion: nil)
    }

    @Test("a renewal that fails is repeated at the next interval")
    func repeats() async throws {
        let backend = try await lockedBackend()
        await store.fail(next: [.lostRequest, .lostResponse])
        for _ in 0..<3 { await time.advance(by: LeasedStore.lease.renewalInterval) }
        await time.untilAsleep()
        #expect(await store.renewals == 2)
        _ = try await backend.put(bytes, ifVersion: nil)
    }

    @Test("nothing is stored after the lock expired")
    func expires() async throws {
        let backend = try await lockedBackend()
        await store.fail(next: [.lostRequest, .lostRequest, .lostRequest])
        for _ in 0..<3 { await time.advance(by: LeasedStore.lease.renewalInterval) }
        await time.untilAsleep()
        let outcome = await failure { _ = try await backend.put(bytes, ifVersion: nil) }
        #expect(outcome == .lockLost(holder: nil))
        #expect(await store.get() == nil)

        // The next renewal succeeds if no other run has taken the lock.
        await time.advance(by: LeasedStore.lease.renewalInterval)
        await time.untilAsleep()
        _ = try await backend.put(bytes, ifVersion: nil)
    }

    @Test(
        "a run whose lock another run took over stores nothing, and leaves that lock alone",
        .timeLimit(.minutes(1)))
    func takenOver() async throws {
        let backend = try await lockedBackend()
        try await store.breakLock(id: "one")
        try await store.lock(.test("two"))
        await time.advance(by: LeasedStore.lease.renewalInterval)
        var outcome: StateBackendError?
        // Until the renewal fails, the store itself refuses.
        repeat {
            await Task.yield()
            outcome = await failure { _ = try await backend.put(bytes, ifVersion: nil) }
        } while outcome == .locked(.test("two"))
        #expect(outcome == .lockLost(holder: .test("two")))
        try await backend.unlock()
        #expect(await store.get() == nil)
        #expect(await store.holder == .test("two"))
    }

    @Test("no renewal follows an unlock")
    func stops() async throws {
        let backend = try await lockedBackend()
        await time.untilAsleep()
        try await backend.unlock()
        #expect(await store.holder == nil)
        #expect(await store.renewals == 0)
    }
}
