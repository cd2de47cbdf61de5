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
        /// The file is replaced as a whole, by way of a file beside it; through a symbolic link,
        /// the file that it leads to. A pipe or a device is written to and stays what it is.
        case replacing
    }

    static func write(
        _ bytes: [UInt8], to path: String, _ writing: Writing, mode: mode_t
    ) throws(FileProblem) {
        let target: String
        switch writing {
        case .new: target = path
        case .replacing:
            guard let file = try replaceable(path) else {
                return try fill(path, flags: O_WRONLY | O_APPEND, mode: mode, bytes)
            }
            target = file
        }
        let fresh =
            writing == .new ? target : "\(target).\(UInt32.random(in: .min ... .max)).tmp"
        do throws(FileProblem) {
            try fill(fresh, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode, bytes)
            if fresh != target, rename(fresh, target) != 0 { throw FileProblem(errno) }
        } catch {
            if error.code != EEXIST { unlink(fresh) }
            throw error
        }
    }

    /// The regular file that a path leads to, there or not yet; nil for a pipe, a device, or a
    /// descriptor of this process such as `/dev/stdout`.
    private static func replaceable(_ path: String) throws(FileProblem) -> String? {
        var status = stat()
        if stat(path, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFDIR: throw FileProblem(EISDIR)
            default: return nil
            }
        } else if errno != ENOENT {
            throw FileProblem(errno)
        }
        var file = path
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        // `stat` has refused links that go round in circles, and those deeper than 40.
        for _ in 0..<40 {
            if file.hasPrefix("/proc/") { return nil }
            let count = readlink(file, &buffer, buffer.count)
            guard count > 0 else { break }
            let link = String(
                decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
            let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
            file = link.hasPrefix("/") ? link : folder + link
        }
        return file
    }

    /// Opens a file, writes all of the bytes, and has them on the disk.
    private static func fill(
        _ path: String, flags: Int32, mode: mode_t, _ bytes: [UInt8]
    ) throws(FileProblem) {
        let descriptor = open(path, flags | O_CLOEXEC | O_NOCTTY, mode)
        guard descriptor >= 0 else { throw FileProblem(errno) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { throw FileProblem(errno) }
            if count > 0 { rest = rest.dropFirst(count) }
        }
        // Pipes and devices have no disk.
        if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw FileProblem(errno) }
    }

    /// The files that match a shell pattern, sorted; none where a folder of its is not there. A
    /// folder that cannot be read is a failure, for what it holds is not known then.
    static func matching(_ pattern: String) throws(FileProblem) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        let end = Glibc.glob(pattern, GLOB_ERR, nil, &found)
        let problem = FileProblem(errno)
        if end == GLOB_NOMATCH || (end == GLOB_ABORTED && problem.isMissing) { return [] }
        guard end == 0 else { throw end == GLOB_NOSPACE ? FileProblem(ENOMEM) : problem }
        return (0..<Int(found.gl_pathc)).compactMap { index in
            found.gl_pathv[index].map { String(cString: $0) }
        }.sorted()
    }

    /// A path as a shell pattern that matches it alone.
    static func escaped(_ path: String) -> String {
        path.reduce(into: "") { result, character in
            if "\\*?[".contains(character) { result.append("\\") }
            result.append(character)
        }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether a path leads to a file that is no folder, pipe or device.
    static func isRegular(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
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
