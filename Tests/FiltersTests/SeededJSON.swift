import Seeding

/// JSON texts with all that makes finding their ends hard: texts full of quotes, backslashes and
/// brackets, of any length, and white space anywhere.
struct SeededJSON {
    var generator: SeededGenerator
    private var keys = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    mutating func space() -> String { below(4) > 0 ? "" : pick([" ", "\n", "\t ", "\r\n", "   "]) }

    mutating func text() -> String {
        let pieces = [
            "a", "\\\"", "\\\\", "{", "}", "[", "]", ",", ":", "é", "\u{1F600}", "\\u0022", "\\n",
            "0123456789abcdef", " ", "y_Y", "\\/",
        ]
        var text = "\""
        for _ in 0..<pick([0, 1, 3, 8, 40]) { text += pick(pieces) }
        return text + "\""
    }

    /// A text that no other is.
    mutating func key() -> String {
        keys += 1
        return "\"\(keys)" + text().dropFirst()
    }

    mutating func value(_ depth: Int) -> String {
        let kinds = depth > 0 ? 10 : 6
        switch below(kinds) {
        case 0...2: return text()
        case 3: return pick(["true", "false", "null"])
        case 4, 5: return pick(["0", "-1.5e3", "12345678901", "1E-2"])
        case 6, 7:
            return container("[", "]", (0..<below(4)).map { _ in value(depth - 1) })
        default:
            return container(
                "{", "}", (0..<below(5)).map { _ in member(key(), value(depth - 1)) })
        }
    }

    mutating func member(_ key: String, _ value: String) -> String {
        key + space() + ":" + space() + value
    }

    mutating func container(_ open: String, _ close: String, _ parts: [String]) -> String {
        var result = open + space()
        for (place, part) in parts.enumerated() {
            result += (place > 0 ? "," + space() : "") + part + space()
        }
        return result + close
    }
}
