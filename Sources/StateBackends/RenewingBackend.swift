package import Ports

/// A leased backend that renews its lock while a run holds it.
///
/// As soon as another run could have the lock, nothing is stored any more. Every write to the org is
/// announced in the state before it is sent, so the run stops changing the org as well.
package actor RenewingBackend: StateBackend {
    package nonisolated let place: String
    package nonisolated let backupPlace: String?
    package nonisolated let checkpointInterval: Duration
    private let inner: any LeasedStateBackend
    private let timer: Timer
    private var renewal: Task<Void, Never>?
    /// When the lock expires; nil outside of a run.
    private var expiry: ContinuousClock.Instant?
    /// The holder of a lost lock, or nil in it if there is none.
    private var loss: StateBackendError?

    /// The passing of time, which tests replace.
    package struct Timer: Sendable {
        package var now: @Sendable () -> ContinuousClock.Instant
        /// Waits, or throws if the task is canceled.
        package var sleep: @Sendable (Duration) async throws -> Void

        package init(
            now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
            sleep: @escaping @Sendable (Duration) async throws -> Void = {
                try await Task.sleep(for: $0)
            }
        ) {
            self.now = now
            self.sleep = sleep
        }
    }

    package init(_ inner: any LeasedStateBackend, timer: Timer = Timer()) {
        self.inner = inner
        self.timer = timer
        place = inner.place
        backupPlace = inner.backupPlace
        checkpointInterval = inner.checkpointInterval
    }

    package func get() async throws(StateBackendError) -> VersionedState? {
        try await inner.get()
    }

    package func put(
        _ bytes: [UInt8], ifVersion version: String?
    ) async throws(StateBackendError) -> String {
        if let loss { throw loss }
        if let expiry, timer.now() >= expiry { throw .lockLost(holder: nil) }
        return try await inner.put(bytes, ifVersion: version)
    }

    package func lock(_ holder: LockHolder) async throws(StateBackendError) {
        // The lease begins at the store, and so never before the request.
        let start = timer.now()
        try await inner.lock(holder)
        loss = nil
        expiry = start + inner.lease.duration
        renewal = Task { await self.keepRenewing() }
    }

    package func unlock() async throws(StateBackendError) {
        renewal?.cancel()
        // A renewal that is under way must not follow the unlock.
        await renewal?.value
        renewal = nil
        expiry = nil
        try await inner.unlock()
    }

    package func lockHolder() async throws(StateBackendError) -> LockHolder? {
        try await inner.lockHolder()
    }

    package func breakLock(id: String) async throws(StateBackendError) {
        try await inner.breakLock(id: id)
    }

    private func keepRenewing() async {
        while loss == nil {
            do { try await timer.sleep(inner.lease.renewalInterval) } catch { return }
            await renew()
        }
    }

    /// Renews the lock. A store that can't be reached gets another attempt after the next interval,
    /// until the lock expires.
    private func renew() async {
        let start = timer.now()
        do throws(StateBackendError) {
            try await inner.renewLock()
            expiry = start + inner.lease.duration
        } catch {
            if case .lockLost = error { loss = error }
        }
    }
}
