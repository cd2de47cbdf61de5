import Glibc

/// A file that is open, and is closed when its owner lets go of it.
struct OpenFile: ~Copyable {
    let path: String
    private let descriptor: Int32

    /// Opens a path; never one that a child process inherits, and never waiting for a pipe's other
    /// end.
    init(
        _ path: String, _ flags: Int32, mode: mode_t = 0o600, to attempt: FileFault.Attempt
    ) throws(FileFault) {
        let opened = uninterrupted { Int(open(path, flags | O_CLOEXEC | O_NONBLOCK, mode)) }
        guard opened >= 0 else { throw FileFault(attempt, path) }
        self.path = path
        descriptor = Int32(opened)
    }

    deinit { close(descriptor) }

    func status() throws(FileFault) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileFault(.read, path) }
        return status
    }

    /// Everything in the file, from its start.
    func contents() throws(FileFault) -> [UInt8] {
        let status = try status()
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileFault(.read, path, code: FileFault.notRegular)
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: max(4096, Int(status.st_size) + 1))
        while true {
            let count = chunk.withUnsafeMutableBytes { room in
                uninterrupted {
                    pread(descriptor, room.baseAddress, room.count, off_t(bytes.count))
                }
            }
            guard count >= 0 else { throw FileFault(.read, path) }
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Takes everything out of the file.
    func clear() throws(FileFault) {
        guard uninterrupted({ Int(ftruncate(descriptor, 0)) }) == 0 else {
            throw FileFault(.write, path)
        }
    }

    /// Writes all of these bytes where the last write ended.
    func append(_ bytes: [UInt8]) throws(FileFault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                let rest = UnsafeRawBufferPointer(rebasing: all[written...])
                return uninterrupted { write(descriptor, rest.baseAddress, rest.count) }
            }
            guard count > 0 else {
                throw FileFault(.write, path, code: count < 0 ? errno : ENOSPC)
            }
            written += count
        }
    }

    /// Returns when what was written is on the disk; for a folder, when its entries are.
    func sync() throws(FileFault) {
        guard uninterrupted({ Int(fsync(descriptor)) }) == 0 else {
            throw FileFault(.write, path)
        }
    }

    /// Takes the file's lock if it is free. It belongs to this opening of the file, so that two of
    /// them exclude each other in one process too, and goes with it, however the process ends.
    func takeLock(_ kind: Int32) throws(FileFault) -> Bool {
        if uninterrupted({ Int(flock(descriptor, kind | LOCK_NB)) }) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw FileFault(.lock, path) }
        return false
    }

    /// Whether the path still leads to this file, and not to another one or nowhere.
    func isStillAtPath() throws(FileFault) -> Bool {
        let mine = try status()
        var there = stat()
        guard stat(path, &there) == 0 else {
            guard errno == ENOENT else { throw FileFault(.read, path) }
            return false
        }
        return there.st_dev == mine.st_dev && there.st_ino == mine.st_ino
    }
}

/// Makes a system call again for as long as only a signal broke it off.
func uninterrupted(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
