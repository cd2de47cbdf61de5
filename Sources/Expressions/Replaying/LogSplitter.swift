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
    ///   - body: called for each event, with the line that it begins on.
    package mutating func take(
        _ piece: UnsafeBufferPointer<UInt8>, isLast: Bool,
        _ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
    ) throws -> Int {
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
            : try lines(piece, position, isLast, body)
    }

    private mutating func lines(
        _ piece: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool,
        _ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
    ) throws -> Int {
        var position = start
        while position < piece.count {
            let found = lineEnd(piece, from: position)
            guard found < piece.count || isLast else { return position }
            let text = UnsafeBufferPointer(rebasing: piece[position..<found])
            if text.contains(where: { !isSpace($0) }) { try body(text, line) }
            line += 1
            position = min(found + 1, piece.count)
        }
        return position
    }

    private mutating func elements(
        _ piece: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool,
        _ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
    ) throws -> Int {
        var position = start
        while true {
            position = skipSpace(piece, from: position)
            guard position < piece.count else { return position }
            switch piece[position] {
            // Several arrays, one behind the other, are pages of one log.
            case UInt8(ascii: "[") where !isWithin: isWithin = true
            case UInt8(ascii: "]") where isWithin: isWithin = false
            case UInt8(ascii: ",") where isWithin: break
            case UInt8(ascii: "{") where isWithin:
                guard let end = objectEnd(piece, from: position, isLast) else { return position }
                let text = UnsafeBufferPointer(rebasing: piece[position..<end])
                try body(text, line)
                for byte in text where byte == UInt8(ascii: "\n") { line += 1 }
                position = end
                continue
            default: throw BrokenLog(line: line)
            }
            position += 1
        }
    }

    /// The place behind the object that begins here; nil where the piece ends before.
    private func objectEnd(
        _ piece: UnsafeBufferPointer<UInt8>, from start: Int, _ isLast: Bool
    ) -> Int? {
        var position = start
        var depth = 0
        var isText = false
        while position < piece.count {
            switch piece[position] {
            case UInt8(ascii: "\\") where isText: position += 1
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "{") where !isText, UInt8(ascii: "[") where !isText: depth += 1
            case UInt8(ascii: "}") where !isText, UInt8(ascii: "]") where !isText:
                depth -= 1
                if depth == 0 { return position + 1 }
            default: break
            }
            position += 1
        }
        return isLast ? piece.count : nil
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

    /// The next line feed, or the end; eight bytes at a time.
    private func lineEnd(_ piece: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        let raw = UnsafeRawBufferPointer(piece)
        while position + 8 <= piece.count {
            let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            // A byte of zero, where there was a line feed, borrows from its highest bit.
            let zeros = word ^ 0x0A0A_0A0A_0A0A_0A0A
            if (zeros &- 0x0101_0101_0101_0101) & ~zeros & 0x8080_8080_8080_8080 != 0 { break }
            position += 8
        }
        while position < piece.count, piece[position] != 0x0A { position += 1 }
        return position
    }
}

/// A log that is an array, and at some line is not: what comes after cannot be cut into events.
package struct BrokenLog: Error, Hashable {
    package let line: Int
}
