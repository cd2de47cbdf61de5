import Glibc
import Manifests

/// Files on disk, for reading manifests and for writing what `init` and `plan --out` make.
enum DiskFiles {
    /// Larger files are no manifests and no plans.
    static let limit = 64 << 20

    static func read(_ path: String) -> Result<[UInt8], FileProblem> {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { return .failure(FileProblem(errno)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                return .failure(FileProblem(errno))
            }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return .success(bytes)
    }

    enum Writing {
        /// The file must not be there yet.
        case new
        /// The file is replaced as a whole, by way of a file beside it.
        case replacing
    }

    static func write(
        _ bytes: [UInt8], to path: String, _ writing: Writing, mode: mode_t
    ) throws(FileProblem) {
        let target: String
        switch writing {
        case .new: target = path
        case .replacing: target = "\(path).\(UInt32.random(in: .min ... .max)).tmp"
        }
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileProblem(errno) }
        var rest = bytes[...]
        var failure: Int32?
        while !rest.isEmpty, failure == nil {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { failure = errno }
            if count > 0 { rest = rest.dropFirst(count) }
        }
        if failure == nil, fsync(descriptor) != 0 { failure = errno }
        close(descriptor)
        if failure == nil, writing == .replacing, rename(target, path) != 0 { failure = errno }
        if let failure {
            unlink(target)
            throw FileProblem(failure)
        }
    }

    /// The files that match a shell pattern, sorted.
    static func matching(_ pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard Glibc.glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { index in
            found.gl_pathv[index].map { String(cString: $0) }
        }.sorted()
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

/// Why a file could not be read or written.
struct FileProblem: Error {
    /// An `errno`.
    let code: Int32

    init(_ code: Int32) { self.code = code }

    var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// In the system's words.
    var words: String { String(cString: strerror(code)) }
}
