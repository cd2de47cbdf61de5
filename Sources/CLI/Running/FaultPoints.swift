import Glibc
import Ports

/// Lets the crash tests end the program at an exact write of its state. Debug builds only.
///
/// `TENTERHOOK_CRASH_AT=before:3` kills the process just before the third write of the state,
/// `after:3` just after it.
enum FaultPoints {
    static func wrap(_ backend: any StateBackend) -> any StateBackend {
        #if DEBUG
            guard let text = ProcessEnvironment.variables["TENTERHOOK_CRASH_AT"] else {
                return backend
            }
            let parts = text.split(separator: ":")
            guard parts.count == 2, let number = Int(parts[1]) else { return backend }
            return CrashingBackend(inner: backend, isBefore: parts[0] == "before", number: number)
        #else
            return backend
        #endif
    }
}

#if DEBUG
    /// A backend that ends the process at its n-th write.
    private actor CrashingBackend: StateBackend {
        private let inner: any StateBackend
        private let isBefore: Bool
        private let number: Int
        private var writes = 0

        nonisolated let place: String
        nonisolated let checkpointInterval: Duration
        nonisolated let backupPlace: String?

        init(inner: any StateBackend, isBefore: Bool, number: Int) {
            self.inner = inner
            self.isBefore = isBefore
            self.number = number
            place = inner.place
            // Every step that can is followed by a write.
            checkpointInterval = .zero
            backupPlace = inner.backupPlace
        }

        func put(
            _ bytes: [UInt8], ifVersion version: String?
        ) async throws(StateBackendError) -> String {
            writes += 1
            if isBefore, writes == number { kill(getpid(), SIGKILL) }
            let result = try await inner.put(bytes, ifVersion: version)
            if !isBefore, writes == number { kill(getpid(), SIGKILL) }
            return result
        }

        func get() async throws(StateBackendError) -> VersionedState? { try await inner.get() }
        func lock(_ holder: LockHolder) async throws(StateBackendError) {
            try await inner.lock(holder)
        }
        func unlock() async throws(StateBackendError) { try await inner.unlock() }
        func lockHolder() async throws(StateBackendError) -> LockHolder? {
            try await inner.lockHolder()
        }
        func breakLock(id: String) async throws(StateBackendError) {
            try await inner.breakLock(id: id)
        }
    }
#endif
