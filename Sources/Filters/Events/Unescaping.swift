/// A JSON string's contents with its escapes translated. Half a surrogate pair and an escape that
/// is none become U+FFFD: a text from a log is looked at, not judged.
func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
        guard bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count else {
            result.append(bytes[position])
            position += 1
            continue
        }
        let mark = bytes[position + 1]
        position += 2
        switch mark {
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "u"):
            let scalar = codePoint(bytes, &position)
            result.append(contentsOf: Array(String(scalar).utf8))
        default: result.append(mark)
        }
    }
    return result
}

/// Reads the digits behind `\u`, and a second escape where the first is half of a pair.
private func codePoint(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int
) -> Unicode.Scalar {
    let unit = codeUnit(bytes, &position)
    guard UTF16.isLeadSurrogate(unit), position + 1 < bytes.count,
        bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    position += 2
    let trail = codeUnit(bytes, &position)
    guard UTF16.isTrailSurrogate(trail) else { return "\u{FFFD}" }
    return Unicode.Scalar(
        0x10000 + ((UInt32(unit) - 0xD800) << 10) + (UInt32(trail) - 0xDC00)) ?? "\u{FFFD}"
}

private func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 where position < bytes.count {
        guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else { break }
        unit = unit << 4 | UInt16(digit)
        position += 1
    }
    return unit
}
