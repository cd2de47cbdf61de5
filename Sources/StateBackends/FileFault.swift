import Glibc
import Ports

/// A system call on a file that failed: what was tried, where, and the error's number.
struct FileFault: Error, Hashable {
    enum Attempt: String {
        case read, write, lock
        case makeFolder = "make the folder"
        case remove
    }

    let attempt: Attempt
    let path: String
    let code: Int32

    /// The system calls it no error, but what is there is a folder, a pipe or a device.
    static let notRegular: Int32 = -1

    init(_ attempt: Attempt, _ path: String, code: Int32 = errno) {
        self.attempt = attempt
        self.path = path
        self.code = code
    }

    /// The fault in full sentences: what failed, why, and what to do.
    var detail: String {
        "Cannot \(attempt.rawValue) \(path): \(reason). \(advice)"
    }

    var backendError: StateBackendError { .failed(detail: detail) }

    private var reason: String {
        code == Self.notRegular ? "it is not a regular file" : String(cString: strerror(code))
    }

    private var advice: String {
        switch code {
        case EACCES, EPERM:
            "Let this user read and write the file and its folder, or run as the user who owns them."
        case ENOSPC, EDQUOT:
            "Free some space and run again; a state that was there before is still whole."
        case EROFS:
            "The file system is read-only; keep the state on one that can be written."
        case Self.notRegular, ENOTDIR, EISDIR, ELOOP, EEXIST, ENOTEMPTY:
            "Something else stands where the state, its lock or its folder belongs: look at the"
                + " path, and move that away or name another path in the manifest."
        case ENOENT:
            "The folder or the link's target is gone: see that the disk is mounted, or correct the"
                + " link."
        case ENOLCK, EOPNOTSUPP, ENOSYS:
            "The file system cannot lock files; keep the state on one that can."
        case ENAMETOOLONG:
            "Use a shorter path."
        case EMFILE, ENFILE:
            "Too many files are open; raise the limit and run again."
        default:
            "See that the disk is healthy, and run again."
        }
    }
}
