import Ports

/// Keeps states in memory, every one that there ever was; fails and waits where it is told to.
actor MemoryBackend: StateBackend {
    nonisolated let place = "memory"

    private(set) var history: [[UInt8]] = []
    /// How many of them hold a secret.
    var leaks: Int { history.count { FakeSecrets.areIn($0) } }
    /// How often a put was asked for.
    private(set) var puts = 0
    /// What goes wrong, by the number of the put, from 1.
    private var failures: [Int: StateBackendError] = [:]
    private var isHeld = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    var bytes: [UInt8]? { history.last }

    func fail(put number: Int, with error: StateBackendError) { failures[number] = error }

    /// Puts wait from now on, until they are released.
    func hold() { isHeld = true }

    func release() {
        isHeld = false
        for waiter in waiting { waiter.resume() }
        waiting = []
    }

    func get() -> VersionedState? {
        history.last.map { VersionedState(bytes: $0, version: "v\(history.count)") }
    }

    func put(
        _ bytes: [UInt8], ifVersion version: String?
    ) async throws(StateBackendError) -> String {
        puts += 1
        let number = puts
        if isHeld { await withCheckedContinuation { waiting.append($0) } }
        if let failure = failures[number] { throw failure }
        guard version == (history.isEmpty ? nil : "v\(history.count)") else { throw .moved }
        history.append(bytes)
        return "v\(history.count)"
    }

    func lock(_ holder: LockHolder) {}
    func unlock() {}
    func lockHolder() -> LockHolder? { nil }
    func breakLock(id: String) {}
}
