/// Strings, numbers and words, and what is passed over.
extension EventScan {
    struct Text {
        var start: Int
        var count: Int
        var isEscaped: Bool
    }

    func equal(_ text: Text, _ name: [UInt8]) -> Bool {
        guard !text.isEscaped else {
            return unescaped(
                UnsafeBufferPointer(rebasing: bytes[text.start..<text.start + text.count]))
                == name
        }
        guard text.count == name.count else { return false }
        for index in name.indices where bytes[text.start + index] != name[index] { return false }
        return true
    }

    /// Steps over a string and gives what stands between its quotes.
    mutating func text() throws(EventScanFault) -> Text {
        position += 1
        let start = position
        var isEscaped = false
        while position < bytes.count {
            skipPlain()
            guard position < bytes.count else { break }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return Text(start: start, count: position - 1 - start, isEscaped: isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                position += 2
            default: position += 1
            }
        }
        position = bytes.count
        throw fault()
    }

    /// Steps over what is neither a quote nor a backslash, eight bytes at a time, as far as that goes.
    @inline(__always)
    private mutating func skipPlain() {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
        let last = bytes.count - 8
        while position <= last {
            let eight = UInt64(
                littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            // A byte that is zero here is the one that is looked for; the lowest is found exactly.
            let quote = eight ^ 0x2222_2222_2222_2222
            let slash = eight ^ 0x5C5C_5C5C_5C5C_5C5C
            let ones: UInt64 = 0x0101_0101_0101_0101
            let found =
                ((quote &- ones) & ~quote | (slash &- ones) & ~slash) & 0x8080_8080_8080_8080
            if found != 0 {
                position += found.trailingZeroBitCount / 8
                return
            }
            position += 8
        }
    }

    mutating func word(_ word: StaticString) throws(EventScanFault) {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw fault() }
        for index in 0..<count where bytes[position + index] != word.utf8Start[index] {
            throw fault()
        }
        position += count
    }

    mutating func number(_ entry: inout EventTape.Entry) throws(EventScanFault) {
        let start = position
        scanning: while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
                position += 1
            default: break scanning
            }
        }
        let written = String(
            decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        if let whole = Int64(written) {
            entry.kind = Int32(exactly: whole) == nil ? .long : .int
            entry.bits = UInt64(bitPattern: whole)
        } else if let real = Double(written) {
            entry.kind = .real
            entry.bits = real.bitPattern
        } else {
            position = start
            throw fault()
        }
    }

    /// Steps over a value of any kind without looking into it.
    mutating func skip() throws(EventScanFault) {
        var open = 0
        repeat {
            skipSpace()
            guard position < bytes.count else { throw fault() }
            switch bytes[position] {
            case UInt8(ascii: "\""): _ = try text()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                open -= 1
                position += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                position += 1
            default: try scalar()
            }
        } while open > 0
        guard open == 0 else { throw fault() }
    }

    /// Steps over a number or a word.
    private mutating func scalar() throws(EventScanFault) {
        let start = position
        scanning: while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), 0x20,
                0x09, 0x0A, 0x0D:
                break scanning
            default: position += 1
            }
        }
        if position == start { throw fault() }
    }
}
