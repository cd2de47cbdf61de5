/// Texts, and what is taken for one.
extension Evaluation {
    mutating func text(_ bytes: [UInt8]) -> Value { .text(make(bytes)) }

    /// Keeps bytes without a look at how many there are: those that the event has.
    mutating func make(_ bytes: [UInt8]) -> Value.Text {
        let start = made.count
        made += bytes
        return Value.Text(space: .made, start: Int32(start), count: Int32(bytes.count))
    }

    /// How many bytes an expression may make of texts for one event. A short one could make more than
    /// there is memory for.
    static let mostMade = 16 << 20

    /// Keeps bytes as a text that the expression made, unless it has made too many.
    mutating func newText(_ bytes: [UInt8], at part: Int32) throws(EvaluationFailure) -> Value {
        guard made.count + bytes.count <= Self.mostMade else {
            throw failure(.textTooLong, at: part)
        }
        return text(bytes)
    }

    func bytes(of text: Value.Text) -> [UInt8] { withBytes(of: text) { Array($0) } }

    @inline(__always)
    func withBytes<Result>(
        of text: Value.Text, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let range = Int(text.start)..<Int(text.start + text.count)
        return switch text.space {
        case .event: body(UnsafeBufferPointer(rebasing: source[range]))
        case .literals:
            filter.literals.withUnsafeBufferPointer {
                body(UnsafeBufferPointer(rebasing: $0[range]))
            }
        case .made:
            made.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
        }
    }

    func string(_ text: Value.Text) -> String {
        withBytes(of: text) { String(decoding: $0, as: UTF8.self) }
    }

    func isEqual(_ a: Value.Text, _ b: Value.Text) -> Bool {
        guard a.count == b.count else { return false }
        return withBytes(of: a) { left in
            withBytes(of: b) { right in
                for index in left.indices where left[index] != right[index] { return false }
                return true
            }
        }
    }

    /// The order of UTF-16 code units, in which the language this one follows compares.
    func order(_ a: Value.Text, _ b: Value.Text) -> Int {
        withBytes(of: a) { left in
            withBytes(of: b) { right in
                for index in 0..<min(left.count, right.count) where left[index] != right[index] {
                    let (x, y) = (left[index], right[index])
                    // A scalar past U+FFFF is two code units, which come before U+E000.
                    if x >= 0xF0, y == 0xEE || y == 0xEF { return -1 }
                    if y >= 0xF0, x == 0xEE || x == 0xEF { return 1 }
                    return x < y ? -1 : 1
                }
                return left.count - right.count
            }
        }
    }

    /// How many UTF-16 code units a text has.
    func length(of text: Value.Text) -> Int {
        withBytes(of: text) { bytes in
            bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
        }
    }

    /// A stretch of a text, counted in UTF-16 code units.
    mutating func substring(
        of text: Value.Text, from start: Int, to end: Int, at part: Int32
    ) throws(EvaluationFailure) -> Value {
        let units = Array(string(text).utf16)
        guard start >= 0, start <= end, end <= units.count else {
            throw failure(.outOfBounds, at: part)
        }
        return try newText(
            Array(String(decoding: units[start..<end], as: UTF16.self).utf8), at: part)
    }

    /// What stands for true, and for false; nil for what can be neither.
    mutating func truth(_ value: Value) -> Bool? {
        switch value {
        case .bool(let value): return value
        case .text(let text):
            switch Self.trimmed(string(text)).lowercased() {
            case "true", "on", "yes", "1": return true
            case "false", "off", "no", "0": return false
            default: return nil
            }
        case .entry, .list:
            // A list is taken for its first element.
            guard var elements = elements(of: value), let first = next(&elements) else {
                return nil
            }
            return truth(first)
        default: return nil
        }
    }

    /// Without the white space and control characters around it.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { $0.value > 0x20 }),
            let last = scalars.lastIndex(where: { $0.value > 0x20 })
        else { return "" }
        return String(scalars[first...last])
    }

    /// A whole number for an index: any number cut off, or a text that is one.
    mutating func integer(_ value: Value, at part: Int32) throws(EvaluationFailure) -> Int {
        switch value {
        case .null: throw failure(.nullArgument, at: part)
        case .int(let value): return Int(value)
        case .long(let value):
            if let value = Int32(exactly: value) { return Int(value) }
        case .real(let value):
            if let value = Int32(exactly: value.rounded(.towardZero)) { return Int(value) }
        case .text(let text):
            let written = String(string(text).filter { !$0.isWhitespace })
            if written.isEmpty { throw failure(.nullArgument, at: part) }
            if let value = Int32(written) { return Int(value) }
        case .entry, .list:
            if var elements = elements(of: value) {
                guard let first = next(&elements) else { throw failure(.nullArgument, at: part) }
                return try integer(first, at: part)
            }
        case .bool: break
        }
        throw failure(.notConvertible, at: part)
    }

    /// A value as text, where one is wanted. An object is none.
    mutating func written(_ value: Value, at part: Int32) throws(EvaluationFailure) -> [UInt8] {
        switch value {
        case .null: return Array("null".utf8)
        case .bool(let value): return Array((value ? "true" : "false").utf8)
        case .int(let value): return Array(String(value).utf8)
        case .long(let value): return Array(String(value).utf8)
        case .real(let value): return Array(decimal(value).utf8)
        case .text(let text): return bytes(of: text)
        case .entry, .list:
            guard var elements = elements(of: value) else {
                throw failure(.notConvertible, at: part)
            }
            var result: [UInt8] = []
            var isFirst = true
            while let element = next(&elements) {
                if !isFirst { result.append(UInt8(ascii: ",")) }
                isFirst = false
                result += try written(element, at: part)
                guard result.count <= Self.mostMade else { throw failure(.textTooLong, at: part) }
            }
            return result
        }
    }
}

/// A number with a fraction as the language this one follows writes it: from 0.001 up to ten million
/// plainly, else with an exponent.
func decimal(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
    let sign = value < 0 ? "-" : ""
    // The shortest digits, and where their point stands.
    let written = "\(value.magnitude)"
    let halves = written.split(separator: "e")
    let pieces = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    var exponent = (halves.count > 1 ? Int(halves[1]) ?? 0 : 0) + pieces[0].count
    let fraction = pieces.count > 1 && pieces[1] != "0" ? pieces[1] : ""
    var digits = String(pieces[0]) + fraction
    while digits.hasPrefix("0"), digits.count > 1 {
        digits.removeFirst()
        exponent -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    func padded(_ text: String) -> String { text.isEmpty ? "0" : text }
    if value.magnitude >= 1e-3, value.magnitude < 1e7 {
        if exponent <= 0 {
            return sign + "0." + String(repeating: "0", count: -exponent) + digits
        }
        let whole = digits.prefix(exponent)
        return sign + whole + String(repeating: "0", count: exponent - whole.count) + "."
            + padded(String(digits.dropFirst(exponent)))
    }
    return sign + digits.prefix(1) + "." + padded(String(digits.dropFirst())) + "E"
        + String(exponent - 1)
}
