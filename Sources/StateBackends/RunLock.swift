import Glibc
import Ports

/// The lock of one state: `flock` on a file beside it, in which its holder stands for people.
///
/// The lock is the kernel's and ends with its process, whatever the process died of. The text is
/// only a note: without a lock on the file it says nothing. The state itself cannot be the file
/// that is locked, since each write replaces it and would leave the lock on the old one.
struct RunLock {
    let path: String

    /// Takes the lock and writes its holder down; nil, for one write outside a run, leaves the file
    /// empty.
    ///
    /// Somebody who asks whether the lock is free has it for a moment, and so has a write outside a
    /// run; neither is worth an error, so it is tried again for a moment.
    func take(for holder: LockHolder?) throws(StateBackendError) -> HeldLock {
        var waits = 0
        while true {
            switch try attempt(for: holder) {
            case .taken(let held):
                return held
            case .broken:
                waits += 1
                guard waits < Self.mostWaits else {
                    throw FileFault(.lock, path, code: ENOLCK).backendError
                }
            case .heldElsewhere(let text):
                waits += 1
                guard waits < (text.isEmpty ? Self.mostWaits : Self.fewWaits) else {
                    throw .locked(LockHolder(readingLockFile: text))
                }
                usleep(Self.pause)
            }
        }
    }

    /// Who has the lock; nil when it is free.
    func holder() throws(StateBackendError) -> LockHolder? {
        do throws(FileFault) {
            let file = try OpenFile(path, O_RDONLY | O_NOFOLLOW, to: .lock)
            if try file.takeLock(LOCK_SH) { return nil }
            return LockHolder(readingLockFile: try file.contents())
        } catch {
            guard error.code == ENOENT else { throw error.backendError }
            return nil
        }
    }

    /// Takes the lock away from a holder: the file loses its name, so that the next run locks a new
    /// one, while the old holder keeps a lock that excludes nobody.
    func `break`(id: String) throws(StateBackendError) {
        let holder = try holder()
        guard let holder, holder.id == id else { throw .noSuchLock(holder: holder) }
        guard unlink(path) == 0 else {
            guard errno == ENOENT else { throw FileFault(.remove, path).backendError }
            throw .noSuchLock(holder: nil)
        }
    }

    private enum Attempt {
        case taken(HeldLock)
        case heldElsewhere(text: [UInt8])
        /// What was locked had lost its name by then.
        case broken
    }

    private func attempt(for holder: LockHolder?) throws(StateBackendError) -> Attempt {
        do throws(FileFault) {
            let file = try OpenFile(path, O_RDWR | O_CREAT | O_NOFOLLOW, to: .lock)
            guard try file.takeLock(LOCK_EX) else {
                return .heldElsewhere(text: try file.contents())
            }
            guard try file.isStillAtPath() else { return .broken }
            try file.clear()
            if let holder { try file.append(holder.text) }
            return .taken(HeldLock(file, holder: holder))
        } catch {
            throw error.backendError
        }
    }

    /// How often to wait while a text names a holder, who may be one that is dead.
    private static let fewWaits = 5
    /// How often to wait while no holder is named: a write outside a run, or one about to say so.
    private static let mostWaits = 1000
    /// Microseconds.
    private static let pause: UInt32 = 2000
}

/// A lock that was taken; it ends with this object at the latest.
final class HeldLock {
    let holder: LockHolder?
    /// Whether the state before this lock has been put aside.
    var hasBackup = false
    private let file: OpenFile

    init(_ file: consuming OpenFile, holder: LockHolder?) {
        self.file = file
        self.holder = holder
    }

    /// Whether the lock still excludes others, and nobody has broken it.
    func isWhole() throws(FileFault) -> Bool { try file.isStillAtPath() }

    /// Takes the holder's name out of the file, before the lock ends.
    func clear() throws(FileFault) { try file.clear() }
}
