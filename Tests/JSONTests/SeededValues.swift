import JSON
import Seeding

/// Random JSON, with a liking for what is easy to get wrong.
struct SeededValues {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func value(depth: Int = 5) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .number(number())
        case 3, 4: return .string(text())
        case 5:
            let count = Int.random(in: 0...6, using: &generator)
            return .array((0..<count).map { _ in value(depth: depth - 1) })
        default: return .object(object(depth: depth - 1))
        }
    }

    mutating func object(depth: Int) -> JSONObject {
        // One in eight is large enough to be indexed.
        let isLarge = Int.random(in: 0..<8, using: &generator) == 0
        let count = Int.random(in: isLarge ? 17...40 : 0...6, using: &generator)
        var object = JSONObject()
        for _ in 0..<count { object[text()] = isLarge ? .string(text()) : value(depth: depth) }
        return object
    }

    mutating func text() -> String {
        let count = Int.random(in: 0...12, using: &generator)
        var scalars = String.UnicodeScalarView()
        for _ in 0..<count {
            let special = Self.scalars.randomElement(using: &generator)
            if Bool.random(using: &generator), let special {
                scalars.append(special)
            } else {
                scalars.append(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &generator)))
            }
        }
        return String(scalars)
    }

    mutating func number() -> JSONNumber {
        Self.numbers.randomElement(using: &generator).flatMap(JSONNumber.init(_:))
            ?? JSONNumber(0)
    }

    private static let scalars: [Unicode.Scalar] = [
        "\"", "\\", "/", "\0", "\u{1}", "\u{8}", "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{1F}",
        "\u{7F}", "\u{80}", "é", "\u{301}", "e", "\u{7FF}", "\u{800}", "\u{2027}", "\u{2028}",
        "\u{2029}", "\u{202A}", "\u{20A8}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFF}",
        "\u{10000}", "😀", "\u{10FFFF}",
    ]

    private static let numbers: [String] = [
        "0", "-0", "1", "-1", "42", "0.0", "1.50", "1e5", "1E-5", "-2.5e+10", "9007199254740993",
        "9223372036854775807", "9223372036854775808", "123456789012345678901234567890", "1e400",
    ]
}
