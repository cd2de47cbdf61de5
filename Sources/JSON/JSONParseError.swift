/// Why text is not JSON, and where.
package struct JSONParseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// How many bytes stand before the mistake.
    package let offset: Int
    /// The line of the mistake, from 1; lines end with a line feed.
    package let line: Int
    /// The column of the mistake in Unicode scalars, from 1.
    package let column: Int
    /// What is wrong, in short plain words.
    package let message: String

    package init(offset: Int, line: Int, column: Int, message: String) {
        self.offset = offset
        self.line = line
        self.column = column
        self.message = message
    }

    package var description: String { "line \(line), column \(column): \(message)" }
}

extension JSONParseError {
    /// Turns the parser's offset into a line and a column, which only a failure has to pay for.
    init(_ fault: JSONFault, in bytes: [UInt8]) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(fault.offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                // Every byte but a UTF-8 continuation begins a scalar.
                column += 1
            }
        }
        self.init(offset: fault.offset, line: line, column: column, message: fault.message)
    }
}

/// The parser's own error: small enough to be returned in registers.
struct JSONFault: Error {
    let offset: Int
    let message: String

    static let endOfInput = "unexpected end of input"
}
