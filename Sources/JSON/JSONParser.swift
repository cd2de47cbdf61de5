extension JSONValue {
    /// Reads JSON text, strictly as RFC 8259 defines it.
    ///
    /// Refused besides what the grammar refuses: a byte order mark, invalid UTF-8, half a surrogate
    /// pair, a key given twice in one object, and anything past the limits. The whole input must be
    /// one value with nothing but white space around it.
    package init(
        parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(JSONParseError) {
        do throws(JSONFault) {
            guard bytes.count <= limits.maxBytes else {
                throw JSONFault(offset: limits.maxBytes, message: "input is too large")
            }
            self = try bytes.withUnsafeBufferPointer { input throws(JSONFault) in
                var parser = JSONParser(input, maxDepth: limits.maxDepth)
                return try parser.document()
            }
        } catch {
            throw JSONParseError(error, in: bytes)
        }
    }

    /// Reads JSON text, as `init(parsing:limits:)` does from bytes.
    package init(
        parsing text: String, limits: JSONLimits = JSONLimits()
    ) throws(JSONParseError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }
}

/// A recursive-descent parser over bytes that are borrowed for its lifetime.
///
/// The buffer's subscript is not checked in release builds: every read stands behind a comparison
/// of `position` with `input.count`.
struct JSONParser {
    let input: UnsafeBufferPointer<UInt8>
    let maxDepth: Int
    var position = 0
    private var depth = 0
    /// Where strings with escapes are put together.
    var scratch: [UInt8] = []

    init(_ input: UnsafeBufferPointer<UInt8>, maxDepth: Int) {
        self.input = input
        self.maxDepth = maxDepth
    }

    /// Reads the whole input as one value.
    mutating func document() throws(JSONFault) -> JSONValue {
        if input.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw JSONFault(offset: 0, message: "byte order mark")
        }
        let value = try value()
        skipSpace()
        guard position == input.count else { throw fault("unexpected text after the value") }
        return value
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        skipSpace()
        guard position < input.count else { throw fault(JSONFault.endOfInput) }
        switch input[position] {
        case UInt8(ascii: "\""):
            return .string(try string())
        case UInt8(ascii: "{"):
            return .object(try object())
        case UInt8(ascii: "["):
            return .array(try array())
        case UInt8(ascii: "t"):
            try word("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try number())
        default:
            throw fault("expected a value")
        }
    }

    private mutating func object() throws(JSONFault) -> JSONObject {
        try enter()
        var object = JSONObject()
        if takes(UInt8(ascii: "}")) {
            depth -= 1
            return object
        }
        repeat {
            skipSpace()
            guard position < input.count else { throw fault(JSONFault.endOfInput) }
            guard input[position] == UInt8(ascii: "\"") else {
                throw fault("expected a key in double quotes")
            }
            let keyOffset = position
            let key = try string()
            guard object.place(of: key) == nil else {
                throw JSONFault(offset: keyOffset, message: duplicate(key))
            }
            guard takes(UInt8(ascii: ":")) else { throw expected("expected \":\"") }
            object.append(key: key, value: try value())
        } while takes(UInt8(ascii: ","))
        guard takes(UInt8(ascii: "}")) else { throw expected("expected \",\" or \"}\"") }
        depth -= 1
        return object
    }

    private mutating func array() throws(JSONFault) -> [JSONValue] {
        try enter()
        var elements: [JSONValue] = []
        if takes(UInt8(ascii: "]")) {
            depth -= 1
            return elements
        }
        repeat {
            elements.append(try value())
        } while takes(UInt8(ascii: ","))
        guard takes(UInt8(ascii: "]")) else { throw expected("expected \",\" or \"]\"") }
        depth -= 1
        return elements
    }

    private mutating func number() throws(JSONFault) -> JSONNumber {
        switch NumberScan(input, from: position) {
        case .number(let end):
            let text = String(
                decoding: UnsafeBufferPointer(rebasing: input[position..<end]), as: UTF8.self)
            position = end
            return JSONNumber(scanned: text)
        case .broken(let offset, let message):
            throw JSONFault(offset: offset, message: message)
        }
    }

    /// Reads `true`, `false` or `null`; a mistake is placed where the word begins.
    private mutating func word(_ word: StaticString) throws(JSONFault) {
        let count = word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
        let found = input[position...].prefix(count)
        guard found.elementsEqual(expected) else {
            if found.count < count, expected.starts(with: found) {
                throw JSONFault(offset: input.count, message: JSONFault.endOfInput)
            }
            throw fault("expected \"\(word)\"")
        }
        position += count
    }

    /// Steps over an opening bracket.
    private mutating func enter() throws(JSONFault) {
        guard depth < maxDepth else { throw fault("nested too deep") }
        depth += 1
        position += 1
    }

    /// Steps over white space and then over `byte`, if that is what comes next.
    private mutating func takes(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < input.count, input[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < input.count {
            switch input[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
                position += 1
            default:
                return
            }
        }
    }

    /// Names a key that came twice: escaped, for a terminal, and cut, for it may be of any length.
    private func duplicate(_ key: String) -> String {
        let shown = String(key.unicodeScalars.prefix(80))
        let ending = shown.utf8.count < key.utf8.count ? "..." : ""
        return "duplicate key \(JSONValue.string(shown).text())\(ending)"
    }

    private func fault(_ message: String) -> JSONFault {
        JSONFault(offset: position, message: message)
    }

    /// What to say when something else was expected here: at the end, that the text ends.
    private func expected(_ message: String) -> JSONFault {
        fault(position < input.count ? message : JSONFault.endOfInput)
    }
}
