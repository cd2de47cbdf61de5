/// The bytes of a YAML file without their byte order mark, or why they are no UTF-8 text.
///
/// YAML also knows UTF-16; a manifest is UTF-8, as every tool around it expects.
enum YAMLEncoding {
    case text(ArraySlice<UInt8>)
    case foreign(String)

    init(_ bytes: [UInt8]) {
        switch (bytes.first, bytes.dropFirst().first) {
        case (0xFF, 0xFE), (0xFE, 0xFF):
            self = .foreign("The file is UTF-16. Save it as UTF-8.")
        case (0, _), (_, 0):
            self = .foreign(
                "The file starts with NUL bytes, so it is UTF-16 or no text at all. Save it as UTF-8."
            )
        default:
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            self = .text(bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...])
        }
    }
}

/// Where something stands in a text, as people count: from 1, in Unicode scalars.
struct TextPosition: Hashable, Sendable, Comparable {
    var line: Int
    var column: Int

    static func < (a: TextPosition, b: TextPosition) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}

extension Sequence<UInt8> {
    /// The position that follows these bytes; a broken UTF-8 sequence counts a scalar for its lead.
    var endPosition: TextPosition {
        var position = TextPosition(line: 1, column: 1)
        var last: UInt8 = 0
        for byte in self {
            if byte == UInt8(ascii: "\n"), last == UInt8(ascii: "\r") {
                // The second half of a line end that is already counted.
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                position.line += 1
                position.column = 1
            } else if byte & 0xC0 != 0x80 {
                position.column += 1
            }
            last = byte
        }
        return position
    }
}
