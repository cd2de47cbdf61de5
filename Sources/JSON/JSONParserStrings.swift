extension JSONParser {
    /// Reads a string from its opening quote to past its closing one.
    ///
    /// Without an escape, which is the rule, the text is made from the input in one go.
    mutating func string() throws(JSONFault) -> String {
        let start = position + 1
        var end = start
        var seen: UInt8 = 0
        while end < input.count {
            let byte = input[end]
            switch byte {
            case UInt8(ascii: "\""):
                position = end + 1
                let bytes = UnsafeBufferPointer(rebasing: input[start..<end])
                // ASCII, which nearly every string is, needs no second look.
                if seen < 0x80 { return String(decoding: bytes, as: UTF8.self) }
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    throw invalidUTF8(in: start..<end)
                }
                return text
            case UInt8(ascii: "\\"):
                return try escapedString(from: start, firstEscape: end)
            case 0..<0x20:
                throw JSONFault(offset: end, message: "control character in a string")
            default:
                seen |= byte
                end += 1
            }
        }
        throw JSONFault(offset: end, message: JSONFault.endOfInput)
    }

    /// Reads a string with escapes: runs of plain bytes are copied, escapes translated.
    private mutating func escapedString(
        from start: Int, firstEscape: Int
    ) throws(JSONFault) -> String {
        scratch.removeAll(keepingCapacity: true)
        var runStart = start
        position = firstEscape
        while position < input.count {
            switch input[position] {
            case UInt8(ascii: "\""):
                scratch.append(contentsOf: input[runStart..<position])
                // An escape is always a whole scalar, so it cannot complete a broken sequence
                // beside it: what is invalid in the input is invalid here, and the reverse.
                guard let text = String(validating: scratch, as: UTF8.self) else {
                    throw invalidUTF8(in: start..<position)
                }
                position += 1
                return text
            case UInt8(ascii: "\\"):
                scratch.append(contentsOf: input[runStart..<position])
                try escape()
                runStart = position
            case 0..<0x20:
                throw JSONFault(offset: position, message: "control character in a string")
            default:
                position += 1
            }
        }
        throw JSONFault(offset: position, message: JSONFault.endOfInput)
    }

    /// Translates one escape, from its backslash on.
    private mutating func escape() throws(JSONFault) {
        guard position + 1 < input.count else {
            throw JSONFault(offset: input.count, message: JSONFault.endOfInput)
        }
        let plain: UInt8
        switch input[position + 1] {
        case UInt8(ascii: "\""): plain = UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): plain = UInt8(ascii: "\\")
        case UInt8(ascii: "/"): plain = UInt8(ascii: "/")
        case UInt8(ascii: "b"): plain = 0x08
        case UInt8(ascii: "f"): plain = 0x0C
        case UInt8(ascii: "n"): plain = UInt8(ascii: "\n")
        case UInt8(ascii: "r"): plain = UInt8(ascii: "\r")
        case UInt8(ascii: "t"): plain = UInt8(ascii: "\t")
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw JSONFault(offset: position, message: "unknown escape")
        }
        scratch.append(plain)
        position += 2
    }

    /// Translates `\uXXXX`, or two of them that make a surrogate pair.
    private mutating func unicodeEscape() throws(JSONFault) {
        let start = position
        let unit = try codeUnit()
        var code = UInt32(unit)
        if UTF16.isLeadSurrogate(unit), input[position...].starts(with: Self.unicodeMark) {
            let trail = try codeUnit()
            guard UTF16.isTrailSurrogate(trail) else {
                throw JSONFault(offset: start, message: "half a surrogate pair")
            }
            code = 0x10000 + ((code - 0xD800) << 10) + (UInt32(trail) - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw JSONFault(offset: start, message: "half a surrogate pair")
        }
        scratch.append(contentsOf: scalar.utf8)
    }

    private static let unicodeMark = [UInt8(ascii: "\\"), UInt8(ascii: "u")]

    /// Reads the four digits of a `\uXXXX`, stepping over all six characters.
    private mutating func codeUnit() throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for offset in (position + 2)..<(position + 6) {
            guard offset < input.count else {
                throw JSONFault(offset: input.count, message: JSONFault.endOfInput)
            }
            guard let digit = Character(Unicode.Scalar(input[offset])).hexDigitValue else {
                throw JSONFault(offset: offset, message: "expected a hexadecimal digit")
            }
            unit = unit << 4 | UInt16(digit)
        }
        position += 6
        return unit
    }

    /// The fault for bytes that are known not to be UTF-8, placed at the first broken sequence.
    private func invalidUTF8(in range: Range<Int>) -> JSONFault {
        let bytes = UnsafeBufferPointer(rebasing: input[range])
        var offset = range.lowerBound
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            offset += error.byteOffsets.lowerBound
        }
        return JSONFault(offset: offset, message: "invalid UTF-8")
    }
}
