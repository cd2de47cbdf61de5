import Ports
import StateSchema
import Testing

/// Keeps states in memory, every one that there ever was; fails and waits where it is told to.
actor MemoryBackend: StateBackend {
    nonisolated let place = "memory"
    nonisolated let checkpointInterval: Duration

    private(set) var history: [[UInt8]] = []
    /// How many of them hold a secret.
    var leaks: Int { history.count { FakeSecrets.areIn($0) } }
    /// How often a put was asked for.
    private(set) var puts = 0
    /// What goes wrong, by the number of the put, from 1.
    private var failures: [Int: (error: StateBackendError, afterStoring: Bool)] = [:]
    private var broken: (from: Int, error: StateBackendError)?
    /// How many of the next reads fail.
    private var unreadable = 0
    private var isHeld = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameter checkpointInterval: By default a run stores the state whenever it can.
    init(checkpointInterval: Duration = .zero) { self.checkpointInterval = checkpointInterval }

    var bytes: [UInt8]? { history.last }

    /// Every put fails from that one on, until the backend is healed.
    func fail(putsFrom number: Int, with error: StateBackendError) { broken = (number, error) }

    func heal() { broken = nil }

    func fail(put number: Int, with error: StateBackendError, afterStoring: Bool = false) {
        failures[number] = (error, afterStoring)
    }

    /// Puts wait from now on, until they are released.
    func hold() { isHeld = true }

    func release() {
        isHeld = false
        for waiter in waiting { waiter.resume() }
        waiting = []
    }

    func failGets(_ count: Int) { unreadable = count }

    func get() throws(StateBackendError) -> VersionedState? {
        if unreadable > 0 {
            unreadable -= 1
            throw .unavailable(detail: "no response", mayHaveHappened: false)
        }
        return history.last.map { VersionedState(bytes: $0, version: "v\(history.count)") }
    }

    func put(
        _ bytes: [UInt8], ifVersion version: String?
    ) async throws(StateBackendError) -> String {
        puts += 1
        let number = puts
        if isHeld { await withCheckedContinuation { waiting.append($0) } }
        if let broken, number >= broken.from { throw broken.error }
        let failure = failures[number]
        if let failure, !failure.afterStoring { throw failure.error }
        guard version == (history.isEmpty ? nil : "v\(history.count)") else { throw .moved }
        let problems = Result { try PublishedState.problems(of: bytes) }
        if (try? problems.get()) != [] { Issue.record("the published schema: \(problems)") }
        history.append(bytes)
        if let failure { throw failure.error }
        return "v\(history.count)"
    }

    /// Replaces the state by another hand, whatever version it has.
    func overwrite(_ bytes: [UInt8]) { history.append(bytes) }

    func lock(_ holder: LockHolder) {}
    func unlock() {}
    func lockHolder() -> LockHolder? { nil }
    func breakLock(id: String) {}
}
