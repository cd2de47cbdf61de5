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
                output.append(contentsOf: escape.letters.utf8)
                position += escape.replaced
                runStart = position
            }
            output.append(contentsOf: bytes[runStart...])
        }
        output.append(UInt8(ascii: "\""))
    }
}

/// How one character is escaped: the text that replaces it, and how many bytes it replaces.
private struct Escape {
    let letters: String
    let replaced: Int

    /// The escape for the character at a position; nil if it's written as it is.
    init?(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
        let byte = bytes[position]
        // Nearly every byte leaves here: ASCII, and what follows the first byte of a character.
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte >= 0xC2 else {
            return nil
        }
        switch byte {
        case UInt8(ascii: "\""): letters = "\\\""
        case UInt8(ascii: "\\"): letters = "\\\\"
        case 0x08: letters = "\\b"
        case 0x09: letters = "\\t"
        case 0x0A: letters = "\\n"
        case 0x0C: letters = "\\f"
        case 0x0D: letters = "\\r"
        default:
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            let character = bytes[position..<min(position + length, bytes.count)]
            guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first,
                !scalar.isVisible
            else { return nil }
            letters = scalar.utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            }.joined()
            replaced = length
            return
        }
        replaced = 1
    }
}
