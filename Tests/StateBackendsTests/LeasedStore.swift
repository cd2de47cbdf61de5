import Ports
import StateBackends

/// A store in memory whose locks are leases, and which loses requests and responses on demand. It
/// stands for a server.
actor LeasedStore {
    static let kindName = "leased"
    static let lease = LockLease(
        duration: .seconds(900), renewalInterval: .seconds(300))

    enum Fault {
        /// The request doesn't arrive.
        case lostRequest
        /// The request is carried out, and the response doesn't arrive.
        case lostResponse
    }

    private var bytes: [UInt8]?
    private var writes = 0
    private(set) var holder: LockHolder?
    private(set) var renewals = 0
    private var faults: [Fault] = []

    /// The kind of the backends over this store.
    nonisolated var kind: StateBackendKind {
        StateBackendKind(name: Self.kindName, settings: []) { _ in LeasedBackend(store: self) }
    }

    /// Lets the next puts and renewals fail.
    func fail(next faults: [Fault]) { self.faults = faults }

    func get() -> VersionedState? { bytes.map { VersionedState(bytes: $0, version: "\(writes)") } }

    func put(
        _ new: [UInt8], ifVersion version: String?, by holder: LockHolder?
    ) throws(StateBackendError) -> String {
        try exchange { () throws(StateBackendError) in
            if let other = self.holder, other != holder { throw .locked(other) }
            guard version == get()?.version else { throw .moved }
            bytes = new
            writes += 1
            return "\(writes)"
        }
    }

    func lock(_ new: LockHolder) throws(StateBackendError) {
        if let holder { throw .locked(holder) }
        holder = new
    }

    func renewLock(of holder: LockHolder?) throws(StateBackendError) {
        try exchange { () throws(StateBackendError) in
            guard let holder, self.holder == holder else { throw .lockLost(holder: self.holder) }
            renewals += 1
        }
    }

    /// Ends the lock of a holder; another's stays.
    func unlock(_ old: LockHolder) { if holder == old { holder = nil } }

    func breakLock(id: String) throws(StateBackendError) {
        guard let holder, holder.id == id else { throw .noSuchLock(holder: holder) }
        self.holder = nil
    }

    private func exchange<Result>(
        _ work: () throws(StateBackendError) -> Result
    ) throws(StateBackendError) -> Result {
        let fault = faults.isEmpty ? nil : faults.removeFirst()
        if fault == .lostRequest {
            throw .unavailable(detail: "no connection", mayHaveHappened: false)
        }
        let result = try work()
        if fault == .lostResponse {
            throw .unavailable(detail: "no response", mayHaveHappened: true)
        }
        return result
    }
}

/// A run's view of a leased store.
actor LeasedBackend: LeasedStateBackend {
    nonisolated let place = "memory"
    nonisolated let checkpointInterval = Duration.zero
    nonisolated let lease = LeasedStore.lease
    private let store: LeasedStore
    private var held: LockHolder?

    init(store: LeasedStore) { self.store = store }

    func get() async throws(StateBackendError) -> VersionedState? { await store.get() }

    func put(
        _ bytes: [UInt8], ifVersion version: String?
    ) async throws(StateBackendError) -> String {
        try await store.put(bytes, ifVersion: version, by: held)
    }

    func lock(_ holder: LockHolder) async throws(StateBackendError) {
        try await store.lock(holder)
        held = holder
    }

    func renewLock() async throws(StateBackendError) { try await store.renewLock(of: held) }

    func unlock() async throws(StateBackendError) {
        guard let held else { throw .noSuchLock(holder: await store.holder) }
        self.held = nil
        await store.unlock(held)
    }

    func lockHolder() async throws(StateBackendError) -> LockHolder? { await store.holder }

    func breakLock(id: String) async throws(StateBackendError) {
        try await store.breakLock(id: id)
    }
}
