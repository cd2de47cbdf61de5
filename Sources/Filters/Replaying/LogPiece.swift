/// A stretch of a log that is being read: what is there, and room for what comes.
package struct LogPiece: Sendable {
    /// What is longer is no event.
    package static let longestEvent = 64 << 20

    private var bytes: [UInt8]
    /// How much of it is filled.
    package private(set) var count = 0

    init(room: Int) { bytes = [UInt8](repeating: 0, count: room) }

    package var isFull: Bool { count == bytes.count }

    /// Writes behind what is there; the room is not endless.
    ///
    /// - Parameter body: given the room that is left, says how much of it it has filled.
    package mutating func fill(_ body: (UnsafeMutableRawBufferPointer) -> Int) {
        let start = count
        count += bytes.withUnsafeMutableBytes { bytes in
            body(UnsafeMutableRawBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// Puts more behind what is there, and makes room for it.
    package mutating func append(_ more: [UInt8]) {
        bytes.replaceSubrange(count..<min(bytes.count, count + more.count), with: more)
        count += more.count
    }

    func withBytes<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBufferPointer {
            try body(UnsafeBufferPointer(rebasing: $0[..<count]))
        }
    }

    /// Holds from now on what another has from some place on, and has room for as much again.
    mutating func begin(with other: LogPiece, from start: Int, room: Int) {
        let rest = other.count - start
        if bytes.count < max(room, 2 * rest) || bytes.count > 8 * max(room, rest) {
            bytes = [UInt8](repeating: 0, count: max(room, 2 * rest))
        }
        bytes.replaceSubrange(..<rest, with: other.bytes[start..<other.count])
        count = rest
    }

    mutating func grow() { bytes += [UInt8](repeating: 0, count: bytes.count) }
}
