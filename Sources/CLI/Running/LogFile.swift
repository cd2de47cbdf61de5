import Glibc

/// A log on disk or from standard input, read piece by piece: of a large one no more is held than a
/// piece and the longest event.
struct LogFile: ~Copyable {
    /// What is longer is no event.
    static let longestEvent = 64 << 20

    private static let pieceSize = 1 << 20

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

    /// Reads all of it.
    ///
    /// - Parameter body: given a piece and whether it is the last; says how much of it is done with.
    ///   The rest stands at the beginning of the next one.
    func read(_ body: (UnsafeBufferPointer<UInt8>, Bool) throws -> Int) throws {
        var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
        var filled = 0
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                Glibc.read(
                    descriptor, bytes.baseAddress.map { $0 + filled }, bytes.count - filled)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileProblem(errno)
            }
            filled += count
            // A piece that is nearly empty is not worth a look.
            if count > 0, filled < buffer.count { continue }
            let done = try buffer.withUnsafeBufferPointer {
                try body(UnsafeBufferPointer(rebasing: $0[..<filled]), count == 0)
            }
            if count == 0 { return }
            buffer.withUnsafeMutableBytes { bytes in
                guard let start = bytes.baseAddress, done > 0 else { return }
                memmove(start, start + done, filled - done)
            }
            filled -= done
            guard filled == buffer.count else { continue }
            guard buffer.count < Self.longestEvent else { throw FileProblem(EFBIG) }
            buffer += [UInt8](repeating: 0, count: buffer.count)
        }
    }
}
