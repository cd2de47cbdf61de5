import JSON
import Testing

/// A text that is refused, and how the refusal reads.
struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let offset: Int
    let line: Int
    let column: Int
    let message: String

    init(_ text: String, _ offset: Int, _ line: Int, _ column: Int, _ message: String) {
        self.text = text
        self.offset = offset
        self.line = line
        self.column = column
        self.message = message
    }

    var testDescription: String { JSONValue.string(text).text() }

    static let all: [Mistake] = [
        // Nothing, or not all.
        Mistake("", 0, 1, 1, "unexpected end of input"),
        Mistake(" \n ", 3, 2, 2, "unexpected end of input"),
        Mistake("[1,", 3, 1, 4, "unexpected end of input"),
        Mistake("[1", 2, 1, 3, "unexpected end of input"),
        Mistake("{\"a\"", 4, 1, 5, "unexpected end of input"),
        Mistake("{\"a\":", 5, 1, 6, "unexpected end of input"),
        Mistake("{\"a\":1", 6, 1, 7, "unexpected end of input"),
        Mistake("{", 1, 1, 2, "unexpected end of input"),
        Mistake("\"ab", 3, 1, 4, "unexpected end of input"),
        Mistake("\"a\\", 3, 1, 4, "unexpected end of input"),
        Mistake("\"\\n", 3, 1, 4, "unexpected end of input"),
        Mistake("\"\\u00", 5, 1, 6, "unexpected end of input"),
        Mistake("tru", 3, 1, 4, "unexpected end of input"),
        Mistake("-", 1, 1, 2, "unexpected end of input"),
        Mistake("1.", 2, 1, 3, "unexpected end of input"),
        Mistake("1e+", 3, 1, 4, "unexpected end of input"),
        // Something else than belongs there.
        Mistake("[1,]", 3, 1, 4, "expected a value"),
        Mistake("{\"a\":}", 5, 1, 6, "expected a value"),
        Mistake("NaN", 0, 1, 1, "expected a value"),
        Mistake("+1", 0, 1, 1, "expected a value"),
        Mistake("nul0", 0, 1, 1, "expected \"null\""),
        Mistake("[true, falze]", 7, 1, 8, "expected \"false\""),
        Mistake("[1 2]", 3, 1, 4, "expected \",\" or \"]\""),
        Mistake("{\"a\":1 \"b\":2}", 7, 1, 8, "expected \",\" or \"}\""),
        Mistake("{\"a\" 1}", 5, 1, 6, "expected \":\""),
        Mistake("{a:1}", 1, 1, 2, "expected a key in double quotes"),
        Mistake("{\"a\":1,}", 7, 1, 8, "expected a key in double quotes"),
        Mistake("1 2", 2, 1, 3, "unexpected text after the value"),
        Mistake("{}}", 2, 1, 3, "unexpected text after the value"),
        Mistake("\u{FEFF}1", 0, 1, 1, "byte order mark"),
        Mistake("[\u{FEFF}1]", 1, 1, 2, "expected a value"),
        // Numbers.
        Mistake("01", 1, 1, 2, "number with a leading zero"),
        Mistake("[-012]", 3, 1, 4, "number with a leading zero"),
        Mistake("-a", 1, 1, 2, "expected a digit"),
        Mistake("1.e5", 2, 1, 3, "expected a digit"),
        Mistake("1e.", 2, 1, 3, "expected a digit"),
        // Strings.
        Mistake("\"a\tb\"", 2, 1, 3, "control character in a string"),
        Mistake("\"\\n\u{1}\"", 3, 1, 4, "control character in a string"),
        Mistake("\"a\\x\"", 2, 1, 3, "unknown escape"),
        Mistake("\"\\u00g0\"", 5, 1, 6, "expected a hexadecimal digit"),
        Mistake("\"a\\ud800\"", 2, 1, 3, "half a surrogate pair"),
        Mistake("\"a\\udc00\"", 2, 1, 3, "half a surrogate pair"),
        Mistake("\"\\ud800\\n\"", 1, 1, 2, "half a surrogate pair"),
        Mistake("\"\\ud800\\ud800\"", 1, 1, 2, "half a surrogate pair"),
        // Keys that come twice, however they are spelled.
        Mistake("{\"a\":1,\"a\":1}", 7, 1, 8, "duplicate key \"a\""),
        Mistake("{\n  \"a\": 1,\n  \"\\u0061\": 2\n}", 14, 3, 3, "duplicate key \"a\""),
        Mistake("{\"\\u001b\":1,\"\\u001b\":2}", 12, 1, 13, "duplicate key \"\\u001b\""),
        // Lines end with a line feed; columns count scalars, not bytes.
        Mistake("[\r\n1,\r\n x]", 8, 3, 2, "expected a value"),
        Mistake("[\"é😀\", x]", 11, 1, 8, "expected a value"),
        Mistake("[\"e\u{301}\",x]", 7, 1, 7, "expected a value"),
    ]
}

@Suite struct ErrorPositionTests {
    @Test(arguments: Mistake.all)
    func aMistakeIsPlacedAndNamed(_ mistake: Mistake) {
        let expected = JSONParseError(
            offset: mistake.offset, line: mistake.line, column: mistake.column,
            message: mistake.message)
        #expect(throws: expected) { try JSONValue(parsing: mistake.text) }
    }

    @Test(
        arguments: [
            ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xC3, 0x22], 1),
            ([0x22, 0xC3, 0xA9, 0x80, 0x22], 3), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0x5C, 0x6E, 0x61, 0xC0, 0xAF, 0x22], 4),
            // Half a sequence on each side of an escape does not make a whole one.
            ([0x22, 0xC3, 0x5C, 0x6E, 0xA9, 0x22], 1),
        ] as [([UInt8], Int)])
    func brokenUTF8IsPlacedAtItsFirstByte(_ bytes: [UInt8], _ offset: Int) {
        let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.message == "invalid UTF-8")
        #expect(error?.offset == offset)
    }

    @Test func anErrorReadsAsOneLine() {
        let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: "[\n  1,\n]") }
        #expect(error?.description == "line 3, column 1: expected a value")
    }

    @Test func aLongDuplicateKeyIsCut() {
        let key = String(repeating: "k", count: 5000)
        let error = #expect(throws: JSONParseError.self) {
            try JSONValue(parsing: "{\"\(key)\":1,\"\(key)\":2}")
        }
        #expect(error?.message == "duplicate key \"\(key.prefix(80))\"...")
    }

    @Test func aDuplicateAmongManyKeysIsFound() {
        let members = (0..<100).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        let error = #expect(throws: JSONParseError.self) {
            try JSONValue(parsing: "{\(members),\"key57\":0}")
        }
        #expect(error?.message == "duplicate key \"key57\"")
    }
}
