package import Ports
package import State
import Synchronization
package import Vocabulary

/// The state of a run, in memory and in its backend.
///
/// A write to the org must be announced in the backend before it is sent: `commit` returns when its
/// edits are stored. What follows an announced write doesn't need that, because the next run can
/// look at the org: `note` returns at once, and the backend gets a checkpoint from time to time. So
/// the number of times that the state is stored depends on how long a run takes, and not on how much
/// it changes.
package actor StateStore {
    package private(set) var snapshot: Snapshot
    private let backend: any StateBackend
    private var version: String?
    /// The number of edits so far, and how many of them the backend has.
    private var edited = 0
    private var stored = 0
    /// Why the last attempt to store the state failed.
    private var failure: StateBackendError?
    private var writing: Task<Void, Never>?
    private var nextCheckpoint = ContinuousClock.now
    /// The bytes of a failed put that may have happened, until the backend shows whether it did.
    private var unconfirmed: [UInt8]?

    package init(backend: any StateBackend, snapshot: Snapshot, version: String?) {
        self.backend = backend
        self.snapshot = snapshot
        self.version = version
    }

    /// What is recorded at an address.
    package func resource(at address: Address) -> RecordedResource? { snapshot.resources[address] }

    /// Makes edits, and stores the state with them.
    ///
    /// Edits that arrive while the state is being stored go into the next write together.
    package func commit(_ edits: [StateEdit]) async throws(StateBackendError) {
        apply(edits)
        try await flush()
    }

    /// Makes edits, which the backend gets with the next checkpoint.
    ///
    /// - Throws: The reason why the state can't be stored, if the last attempt failed and so does
    ///   another one.
    package func note(_ edits: [StateEdit]) async throws(StateBackendError) {
        apply(edits)
        if failure != nil { return try await flush() }
        if writing == nil, stored < edited, ContinuousClock.now >= nextCheckpoint { startWriting() }
    }

    /// Returns when all edits so far are stored.
    package func flush() async throws(StateBackendError) {
        let wanted = edited
        var attempts = 0
        while stored < wanted {
            if let writing {
                await writing.value
            } else if attempts > 0, let failure {
                throw failure
            } else {
                startWriting()
                attempts += 1
            }
        }
    }

    private func apply(_ edits: [StateEdit]) {
        guard !edits.isEmpty else { return }
        snapshot.apply(edits)
        edited += edits.count
    }

    private func startWriting() {
        // A task of its own: a canceled run still records what it did.
        writing = Task { await self.write() }
    }

    private func write() async {
        let upTo = edited
        snapshot.serial += 1
        let bytes = snapshot.bytes()
        do throws(StateBackendError) {
            try await put(bytes)
            stored = upTo
            failure = nil
        } catch {
            failure = error
        }
        nextCheckpoint = ContinuousClock.now + backend.checkpointInterval
        writing = nil
    }

    /// Stores bytes. If the backend says that it failed, its contents decide: they are read at once,
    /// and again before the next put, because an outage can hide them.
    private func put(_ bytes: [UInt8]) async throws(StateBackendError) {
        if unconfirmed != nil { _ = try await confirmPut() }
        do throws(StateBackendError) {
            version = try await backend.put(bytes, ifVersion: version)
            unconfirmed = nil
        } catch {
            guard error.mayHaveHappened else { throw error }
            unconfirmed = bytes
            guard (try? await confirmPut()) == true else { throw error }
        }
    }

    /// Returns whether the unconfirmed put happened, as far as the backend shows now.
    private func confirmPut() async throws(StateBackendError) -> Bool {
        guard let held = try await backend.get(), held.bytes == unconfirmed else { return false }
        version = held.version
        unconfirmed = nil
        return true
    }
}
