package import Ports
package import State

/// The state of a run, in memory and in its backend.
///
/// `record` returns when the edit is on disk. Edits that arrive while a write is under way go into
/// the next one together, so that many steps in parallel cost few writes.
package actor StateStore {
    package private(set) var snapshot: Snapshot
    private let backend: any StateBackend
    private var version: String?
    private var edited = 0
    private var written = 0
    private var failure: StateBackendError?
    private var write: Task<Void, Never>?

    package init(backend: any StateBackend, snapshot: Snapshot, version: String?) {
        self.backend = backend
        self.snapshot = snapshot
        self.version = version
    }

    package func record(
        _ edit: @Sendable (inout Snapshot) -> Void
    ) async throws(StateBackendError) {
        if let failure { throw failure }
        edit(&snapshot)
        edited += 1
        let mine = edited
        while written < mine {
            if let failure { throw failure }
            if let write {
                await write.value
            } else {
                // A task of its own: a cancelled run still writes down what it did.
                let task = Task { await self.flush() }
                write = task
                await task.value
            }
        }
    }

    private func flush() async {
        let upTo = edited
        snapshot.serial += 1
        do {
            version = try await backend.put(snapshot.bytes(), ifVersion: version)
            written = upTo
        } catch {
            failure = error
        }
        write = nil
    }
}
