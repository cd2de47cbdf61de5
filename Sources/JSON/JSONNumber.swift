/// A number exactly as it was written, so that reading and writing never changes one.
///
/// Equality is of the text: `1`, `1.0` and `1e0` are three numbers, `-0` is not `0`.
package struct JSONNumber: Hashable, Sendable {
    package let text: String

    /// Takes the text of a number; nil where JSON's grammar does not allow it.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let isNumber = bytes.withUnsafeBufferPointer { input in
            switch NumberScan(input, from: 0) {
            case .number(let end): end == input.count
            case .broken: false
            }
        }
        guard isNumber else { return nil }
        self.text = text
    }

    package init(_ int: Int) { text = String(int) }

    /// For text that a `NumberScan` has already passed.
    init(scanned text: String) { self.text = text }

    /// The integer, when the number is written without fraction or exponent and fits an `Int`.
    package var int: Int? { Int(text) }
}

/// How far a number reaches in the input, or where it stops being one.
enum NumberScan {
    case number(end: Int)
    case broken(offset: Int, message: String)

    /// Reads a number's grammar from `start`, where a minus sign or a digit should stand.
    init(_ input: UnsafeBufferPointer<UInt8>, from start: Int) {
        var position = start

        func byte() -> UInt8? { position < input.count ? input[position] : nil }
        func isDigit(_ byte: UInt8?) -> Bool {
            if let byte { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) } else { false }
        }
        func digits() -> Bool {
            guard isDigit(byte()) else { return false }
            while isDigit(byte()) { position += 1 }
            return true
        }
        func digitExpected() -> NumberScan {
            position < input.count
                ? .broken(offset: position, message: "expected a digit")
                : .broken(offset: position, message: JSONFault.endOfInput)
        }

        if byte() == UInt8(ascii: "-") { position += 1 }
        let first = byte()
        guard digits() else {
            self = digitExpected()
            return
        }
        let afterFirst = start + (input[start] == UInt8(ascii: "-") ? 2 : 1)
        if first == UInt8(ascii: "0"), position > afterFirst {
            self = .broken(offset: afterFirst, message: "number with a leading zero")
            return
        }
        if byte() == UInt8(ascii: ".") {
            position += 1
            guard digits() else {
                self = digitExpected()
                return
            }
        }
        if byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") {
            position += 1
            if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { position += 1 }
            guard digits() else {
                self = digitExpected()
                return
            }
        }
        self = .number(end: position)
    }
}
