/// Keeps the bytes of one state. Serial, lineage and format live above it.
package protocol StateBackend: Sendable {
    /// The state's bytes and their version; nil when there is none yet.
    func get() async throws(StateBackendError) -> VersionedState?
    /// Replaces the state if its version is still the one named (nil: if there is none); gives the
    /// new version. All or nothing, and on disk when it returns.
    func put(_ bytes: [UInt8], ifVersion version: String?) async throws(StateBackendError) -> String
    /// How much time should pass between two checkpoints of a run.
    var checkpointInterval: Duration { get }
    /// Takes the lock for a run; `.locked` names who has it.
    func lock(_ holder: LockHolder) async throws(StateBackendError)
    /// Gives back the lock that this backend took.
    func unlock() async throws(StateBackendError)
    /// Who has the lock; nil when it is free.
    func lockHolder() async throws(StateBackendError) -> LockHolder?
    /// Takes away a lock by its id, whoever has it.
    func breakLock(id: String) async throws(StateBackendError)
    /// Where the state is, for people: a path or a URL.
    var place: String { get }
    /// Where the state of before the last run is kept, if one is; nil where none ever is.
    var backupPlace: String? { get }
}

/// A backend whose lock expires unless the run that holds it renews it, as a lock does that outlives
/// its holder's process and connection.
package protocol LeasedStateBackend: StateBackend {
    var lease: LockLease { get }
    /// Extends the lock that this backend took to the full lease from now.
    ///
    /// - Throws: `.lockLost` if this backend's lock is gone or another run has it.
    func renewLock() async throws(StateBackendError)
}

/// How long a lock is valid without renewal, and how often it is renewed.
package struct LockLease: Hashable, Sendable {
    package var duration: Duration
    /// At most half of the duration, so one failed renewal doesn't lose the lock.
    package var renewalInterval: Duration

    package init(duration: Duration, renewalInterval: Duration) {
        self.duration = duration
        self.renewalInterval = renewalInterval
    }
}

extension StateBackend {
    package var backupPlace: String? { nil }
}

package struct VersionedState: Hashable, Sendable {
    package var bytes: [UInt8]
    package var version: String

    package init(bytes: [UInt8], version: String) {
        self.bytes = bytes
        self.version = version
    }
}

/// Who holds a lock, for the one who waits for it.
package struct LockHolder: Hashable, Sendable {
    package var id: String
    /// `user@host`.
    package var who: String
    package var pid: Int
    /// RFC 3339 UTC.
    package var since: String
    /// What was being run: `apply`.
    package var command: String
    /// The CI run's address, where there is one.
    package var ciRun: String?

    package init(
        id: String, who: String, pid: Int, since: String, command: String, ciRun: String? = nil
    ) {
        self.id = id
        self.who = who
        self.pid = pid
        self.since = since
        self.command = command
        self.ciRun = ciRun
    }
}

package enum StateBackendError: Error, Hashable, Sendable {
    /// Another run has the lock.
    case locked(LockHolder)
    /// The state is not the one that was read: somebody wrote it in between.
    case moved
    /// This run's lock expired or was taken away. The holder is the run that has it now.
    case lockLost(holder: LockHolder?)
    /// There is no lock of that id.
    case noSuchLock(holder: LockHolder?)
    /// The store could not be read or written; the detail says what failed and where.
    case failed(detail: String)
    /// The store didn't respond, or not as expected. A put may have happened all the same.
    case unavailable(detail: String, mayHaveHappened: Bool)
}

extension StateBackendError {
    /// Whether a put that failed like this may have stored the state.
    package var mayHaveHappened: Bool {
        switch self {
        case .locked, .moved, .lockLost, .noSuchLock: false
        case .failed: true
        case .unavailable(_, let mayHaveHappened): mayHaveHappened
        }
    }
}
