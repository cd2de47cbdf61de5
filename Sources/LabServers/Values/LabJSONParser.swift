/// Why some bytes are not JSON, and where.
package struct LabJSONFault: Error, Equatable {
    package let reason: String
    package let offset: Int
}

extension LabJSON {
    /// Reads the bytes as one JSON text, with nothing but white space around it.
    package static func parse(_ bytes: some Sequence<UInt8>) throws(LabJSONFault) -> LabJSON {
        var parser = LabJSONParser(bytes: Array(bytes))
        return try parser.wholeText()
    }
}

/// A plain recursive-descent parser of RFC 8259.
private struct LabJSONParser {
    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    /// Deeper than this is somebody's joke, and would end on the stack.
    private static let deepest = 256

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func wholeText() throws(LabJSONFault) -> LabJSON {
        let value = try value()
        skipSpace()
        guard at == bytes.count else { throw fault("something follows the value") }
        return value
    }

    private mutating func value() throws(LabJSONFault) -> LabJSON {
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object() throws(LabJSONFault) -> LabJSON {
        try enter()
        var members: [LabJSON.Member] = []
        skipSpace()
        while !take("}") {
            if !members.isEmpty { try expect(",") }
            skipSpace()
            let key = try string()
            skipSpace()
            try expect(":")
            members.append(LabJSON.Member(key: key, value: try value()))
            skipSpace()
        }
        depth -= 1
        return .object(members)
    }

    private mutating func array() throws(LabJSONFault) -> LabJSON {
        try enter()
        var items: [LabJSON] = []
        skipSpace()
        while !take("]") {
            if !items.isEmpty { try expect(",") }
            items.append(try value())
            skipSpace()
        }
        depth -= 1
        return .array(items)
    }

    private mutating func string() throws(LabJSONFault) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault("a control character in a string") }
            at += 1
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: String(try escaped()).utf8)
            } else {
                text.append(byte)
            }
        }
        try expect("\"")
        guard let result = String(validating: text, as: UTF8.self) else {
            throw fault("a string that is not UTF-8")
        }
        return result
    }

    private mutating func escaped() throws(LabJSONFault) -> Character {
        guard let byte = peek else { throw fault("the text ends within a string") }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw fault("an unknown escape")
        }
    }

    private mutating func escapedScalar() throws(LabJSONFault) -> Character {
        let first = try hexQuad()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard first < 0xDC00, take("\\"), take("u") else { throw fault("half a surrogate pair") }
        let second = try hexQuad()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw fault("half a surrogate pair") }
        return Character(scalar)
    }

    private mutating func hexQuad() throws(LabJSONFault) -> UInt32 {
        guard at + 4 <= bytes.count,
            let digits = String(validating: bytes[at..<at + 4], as: UTF8.self),
            digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
        else { throw fault("four hexadecimal digits are missing") }
        at += 4
        return value
    }

    private mutating func number() throws(LabJSONFault) -> String {
        let start = at
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() throws(LabJSONFault) {
        let start = at
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
        guard at > start else { throw fault("no value here") }
    }

    private mutating func word(_ word: String, _ value: LabJSON) throws(LabJSONFault) -> LabJSON {
        guard bytes[at...].starts(with: word.utf8) else { throw fault("no value here") }
        at += word.utf8.count
        return value
    }

    private mutating func enter() throws(LabJSONFault) {
        at += 1
        depth += 1
        guard depth <= Self.deepest else { throw fault("too deeply nested") }
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            at += 1
        }
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(LabJSONFault) {
        guard take(character) else { throw fault("\(character) was expected") }
    }

    private func fault(_ reason: String) -> LabJSONFault {
        LabJSONFault(reason: reason, offset: at)
    }
}
