import JSON
import Seeding
import Testing

/// Damaged input: it is refused or it is read, and what is read is JSON again when written.
@Suite struct MutationTests {
    @Test(arguments: 0..<8)
    func damagedTextNeverBreaksTheParser(_ seed: UInt64) throws {
        var values = SeededValues(seed: 2000 + seed)
        var accepted = 0
        var refused = 0
        for round in 0..<1000 {
            let original =
                round.isMultiple(of: 2)
                ? values.value(depth: 3).bytes() : Self.texts[round / 2 % Self.texts.count]
            let damaged = damage(original, using: &values.generator)
            let value: JSONValue
            do throws(JSONParseError) {
                value = try JSONValue(parsing: damaged)
            } catch {
                refused += 1
                #expect((0...damaged.count).contains(error.offset))
                #expect(error.line > 0 && error.column > 0 && !error.message.isEmpty)
                continue
            }
            accepted += 1
            let written = value.bytes(.pretty, sorted: true)
            #expect(try JSONValue(parsing: written) == value)
        }
        // Were one of them rare, this would test little.
        #expect(accepted > 100 && refused > 100)
    }

    private func damage(
        _ bytes: [UInt8], using generator: inout SeededGenerator
    ) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            let piece = Self.pieces.randomElement(using: &generator) ?? []
            let other = Int.random(in: 0...bytes.count, using: &generator)
            let range = min(place, other)..<min(max(place, other), min(place, other) + 8)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes.insert(contentsOf: piece, at: place)
            case 1: bytes.replaceSubrange(range, with: piece)
            case 2: bytes.removeSubrange(range)
            case 3: bytes.insert(contentsOf: Array(bytes[range]), at: place)
            case 4: bytes.removeLast(bytes.count - place)
            default:
                if place < bytes.count {
                    bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                }
            }
        }
        return bytes
    }

    private static let texts: [[UInt8]] = [
        #"{"id":"who1","events":{"type":"EVENT_TYPE","items":["a.b.c","d.e.f"]},"n":null}"#,
        #" [ 1 , -0.5e+3 , true , false , null , "\u00e9\ud83d\ude00\n\/" ] "#,
        #"{"é":"é","a":{"b":[[],{},[{}]]},"\u0041":"\\\"","long":12345678901234567890}"#,
        #""plain text that is longer than fifteen bytes, with ünïcödé and 😀""#,
    ].map { Array($0.utf8) }

    private static let pieces: [[UInt8]] =
        [
            "[", "]", "{", "}", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\udc00", "\\ud83d\\ude00",
            "-", "+", ".", "e", "0", "9", "true", "fals", "null", "\"a\":", "\0", "\n", " ", "é",
            "\u{FEFF}", "\u{2028}",
        ].map { Array($0.utf8) }
        + [[0xC3], [0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x80]]
}
