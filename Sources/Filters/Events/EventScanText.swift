/// Strings, numbers and words, and what is passed over.
extension EventScan {
    struct Text {
        var start: Int
        var count: Int
        var isEscaped: Bool
    }

    @inline(__always)
    func isName(_ number: Int32, _ text: Text) -> Bool {
        let name = plan.names[Int(number)]
        guard !text.isEscaped else {
            return unescaped(
                UnsafeBufferPointer(rebasing: bytes[text.start..<text.start + text.count])
            ).elementsEqual(plan.letters[name])
        }
        guard text.count == name.count else { return false }
        var offset = 0
        while offset < text.count {
            if bytes[text.start + offset] != plan.letters[name.lowerBound + offset] { return false }
            offset += 1
        }
        return true
    }

    /// Steps over a string and gives what stands between its quotes.
    @inline(__always)
    mutating func text() throws(EventScanFault) -> Text {
        position += 1
        let start = position
        var isEscaped = false
        while true {
            position = firstPlace(
                in: bytes, from: position,
                find: {
                    ($0 .== ByteBlock.Lane(repeating: UInt8(ascii: "\"")))
                        .| ($0 .== ByteBlock.Lane(repeating: UInt8(ascii: "\\")))
                }, isFound: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
            guard position < bytes.count else { break }
            if bytes[position] == UInt8(ascii: "\"") {
                position += 1
                return Text(start: start, count: position - 1 - start, isEscaped: isEscaped)
            }
            isEscaped = true
            position += 2
        }
        position = bytes.count
        throw fault()
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
    @inline(__always)
    mutating func skip() throws(EventScanFault) {
        skipSpace()
        guard position < bytes.count else { throw fault() }
        switch bytes[position] {
        case UInt8(ascii: "\""): _ = try text()
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard let end = containerEnd(bytes, from: position) else {
                position = bytes.count
                throw fault()
            }
            position = end
        default: try scalar()
        }
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
