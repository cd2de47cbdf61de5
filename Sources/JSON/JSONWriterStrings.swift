extension JSONWriter {
    /// Appends a string with its quotes: runs of plain bytes as they are, the rest escaped.
    mutating func write(_ text: String) {
        output.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var runStart = 0
            var position = 0
            while position < bytes.count {
                guard let escape = Escape(in: bytes, at: position) else {
                    position += 1
                    continue
                }
                output.append(contentsOf: bytes[runStart..<position])
                output.append(UInt8(ascii: "\\"))
                output.append(contentsOf: escape.letters.utf8)
                position += escape.replaced
                runStart = position
            }
            output.append(contentsOf: bytes[runStart...])
        }
        output.append(UInt8(ascii: "\""))
    }
}

/// How one character is escaped: the letters after the backslash, and the bytes they stand for.
private struct Escape {
    let letters: String
    let replaced: Int

    /// The escape for what stands at a place; nil when it is written as it is.
    init?(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        let byte = bytes[position]
        // Nearly every byte leaves here.
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2 else {
            return nil
        }
        replaced = byte == 0xE2 ? 3 : 1
        switch byte {
        case UInt8(ascii: "\""): letters = "\""
        case UInt8(ascii: "\\"): letters = "\\"
        case 0x08: letters = "b"
        case 0x09: letters = "t"
        case 0x0A: letters = "n"
        case 0x0C: letters = "f"
        case 0x0D: letters = "r"
        case 0xE2:
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            guard position + 2 < bytes.count, bytes[position + 1] == 0x80 else { return nil }
            switch bytes[position + 2] {
            case 0xA8: letters = "u2028"
            case 0xA9: letters = "u2029"
            default: return nil
            }
        default:
            let hex = String(byte, radix: 16)
            letters = "u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
        }
    }
}
