/// Cuts a log into its events: one a line, or the elements of a JSON array as the API gives it.
///
/// It is given the log piece by piece and keeps nothing of it: what it has not consumed stands at
/// the beginning of the next piece.
package struct LogSplitter {
    private enum Form { case unknown, lines, array }

    private var form = Form.unknown
    private var isWithin = false
    private var line = 1

    package init() {}

    /// Takes the events of a piece that are whole; gives how many bytes are done with.
    ///
    /// - Parameters:
    ///   - isLast: whether nothing comes after, so that what is begun is all that there is of it.
    ///   - body: called for each event, with its place and the line that it begins on.
    package mutating func take(
        _ piece: UnsafeBufferPointer<UInt8>, isLast: Bool,
        _ body: (Range<Int>, Int) -> Void
    ) throws(BrokenLog) -> Int {
        var position = 0
        if form == .unknown {
            // A byte order mark is no part of the log.
            if piece.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
            position = skipSpace(piece, from: position)
            guard position < piece.count else { return position }
            form = piece[position] == UInt8(ascii: "[") ? .array : .lines
        }
        return form == .array
            ? try elements(piece, position, isLast, body)
            : lines(piece, position, isLast, body)
    }

    private mutating func lines(
        _ piece: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool,
        _ body: (Range<Int>, Int) -> Void
    ) -> Int {
        var position = start
        while position < piece.count {
            let found = lineEnd(piece, from: position)
            guard found < piece.count || isLast else { return position }
            if piece[position..<found].contains(where: { !isSpace($0) }) {
                body(position..<found, line)
            }
            line += 1
            position = min(found + 1, piece.count)
        }
        return position
    }

    private mutating func elements(
        _ piece: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool,
        _ body: (Range<Int>, Int) -> Void
    ) throws(BrokenLog) -> Int {
        var position = start
        while true {
            position = skipSpace(piece, from: position)
            guard position < piece.count else {
                // What is missing may be most of the log.
                if isLast, isWithin { throw BrokenLog(line: line) }
                return position
            }
            switch piece[position] {
            // Several arrays, one behind the other, are pages of one log.
            case UInt8(ascii: "[") where !isWithin: isWithin = true
            case UInt8(ascii: "]") where isWithin: isWithin = false
            case UInt8(ascii: ",") where isWithin: break
            case UInt8(ascii: "{") where isWithin:
                guard let end = containerEnd(piece, from: position) else {
                    guard isLast else { return position }
                    // Told as an event that is broken.
                    body(position..<piece.count, line)
                    return piece.count
                }
                body(position..<end, line)
                for byte in piece[position..<end] where byte == UInt8(ascii: "\n") { line += 1 }
                position = end
                continue
            default: throw BrokenLog(line: line)
            }
            position += 1
        }
    }

    private mutating func skipSpace(_ piece: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while position < piece.count, isSpace(piece[position]) {
            if piece[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
        return position
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// The next line feed, or the end.
    private func lineEnd(_ piece: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        if let base = UnsafeRawPointer(piece.baseAddress) {
            while position + ByteBlock.size <= piece.count,
                !ByteBlock(base + position).hasLineFeed
            {
                position += ByteBlock.size
            }
        }
        return firstPlace(
            in: piece, from: position,
            find: { $0 .== ByteBlock.Lane(repeating: UInt8(ascii: "\n")) },
            isFound: { $0 == UInt8(ascii: "\n") })
    }
}

/// A log that is an array, and at some line is not: what comes after cannot be cut into events.
package struct BrokenLog: Error, Hashable {
    package let line: Int
}

/// Where an event stands in a piece of a log, and on which line of the log.
struct LogEvent: Hashable, Sendable {
    let range: Range<Int>
    let line: Int
}

extension LogSplitter {
    /// Notes the events of a piece that are whole; gives how many bytes are done with, and why the
    /// log cannot be cut on, if so.
    mutating func cut(
        _ piece: LogPiece, isLast: Bool, into events: inout [LogEvent]
    ) -> (done: Int, problem: BrokenLog?) {
        piece.withBytes { bytes in
            do throws(BrokenLog) {
                let done = try take(bytes, isLast: isLast) {
                    events.append(LogEvent(range: $0, line: $1))
                }
                return (done, nil)
            } catch {
                return (bytes.count, error)
            }
        }
    }
}
