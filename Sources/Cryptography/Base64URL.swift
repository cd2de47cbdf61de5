/// Base64 for URLs and tokens, without padding (RFC 4648, section 5).
package func base64URL(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for byte in base64(bytes).utf8 {
        switch byte {
        case UInt8(ascii: "+"): text.append(UInt8(ascii: "-"))
        case UInt8(ascii: "/"): text.append(UInt8(ascii: "_"))
        case UInt8(ascii: "="): break
        default: text.append(byte)
        }
    }
    return String(decoding: text, as: UTF8.self)
}

/// The bytes of a text in Base64 for URLs; nil for anything else, padding and white space included.
package func bytes(base64URL text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for character in text.utf8 {
        let value: UInt8
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): value = 62
        case UInt8(ascii: "_"): value = 63
        default: return nil
        }
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
    }
    // What is left over is padding of zeros, and less than a whole character.
    return count < 6 && bits & (1 << UInt32(count) - 1) == 0 ? bytes : nil
}
