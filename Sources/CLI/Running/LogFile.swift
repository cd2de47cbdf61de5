import Filters
import Glibc

/// A log on disk or from standard input, read piece by piece.
struct LogFile: ~Copyable {
    private let descriptor: Int32
    private let isOurs: Bool
    /// How long it is; nil for what has no length, such as a pipe.
    let size: Int?

    /// - Parameter path: `-` for standard input.
    init(_ path: String) throws(FileProblem) {
        isOurs = path != "-"
        descriptor = isOurs ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO
        guard descriptor >= 0 else { throw FileProblem(errno) }
        var status = stat()
        let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        size = isRegular ? Int(status.st_size) : nil
    }

    deinit { if isOurs { close(descriptor) } }

    /// Fills a piece as far as there is room in it, since one that is nearly empty is not worth a
    /// look; says whether more may come.
    func fill(_ piece: inout LogPiece) throws(FileProblem) -> Bool {
        while !piece.isFull {
            var (count, code) = (0, Int32(0))
            piece.fill { room in
                count = read(descriptor, room.baseAddress, room.count)
                code = errno
                return max(0, count)
            }
            if count == 0 { return false }
            if count < 0, code != EINTR { throw FileProblem(code) }
        }
        return true
    }
}
