import JSON
import Testing

@Suite struct WriterTests {
    @Test(
        arguments: [
            (nil, "null"), (true, "true"), (false, "false"), (0, "0"), (-7, "-7"), ("", "\"\""),
            ([], "[]"), ([:], "{}"), ([1, [2, []]], "[1,[2,[]]]"),
            (["b": 1, "a": ["c": nil]], "{\"b\":1,\"a\":{\"c\":null}}"),
        ] as [(JSONValue, String)])
    func compactTextHasNoSpace(_ value: JSONValue, _ text: String) {
        #expect(value.text() == text)
        #expect(value.bytes() == Array(text.utf8))
    }

    @Test func prettyTextHasTwoSpacesALevel() {
        let value: JSONValue = [
            "name": "Leavers", "items": ["a", ["b": 1], [], [:], [[2]]], "none": [:],
        ]
        let text = """
            {
              "name": "Leavers",
              "items": [
                "a",
                {
                  "b": 1
                },
                [],
                {},
                [
                  [
                    2
                  ]
                ]
              ],
              "none": {}
            }
            """
        #expect(value.text(.pretty) == text)
        #expect((42 as JSONValue).text(.pretty) == "42")
    }

    @Test(arguments: [
        ("a/b", "a/b"), ("\"", "\\\""), ("\\", "\\\\"), ("\u{8}\t\n\u{C}\r", "\\b\\t\\n\\f\\r"),
        ("\0", "\\u0000"), ("\u{B}", "\\u000b"), ("\u{1F}", "\\u001f"), ("\u{7F}", "\\u007f"),
        ("\u{80}\u{9B}31m", "\\u0080\\u009b31m"), ("\u{A1}\u{7FF}", "\u{A1}\u{7FF}"),
        ("x\u{2028}y\u{2029}", "x\\u2028y\\u2029"), ("€", "€"), ("é😀", "é😀"),
        ("\u{2027}\u{202A}\u{202E}", "\u{2027}\\u202a\\u202e"),
        ("\u{2066}\u{2069}\u{200F}\u{61C}", "\\u2066\\u2069\\u200f\\u061c"),
        ("a\u{A0}\u{AD}\u{200B}\u{3164}", "a\\u00a0\\u00ad\\u200b\\u3164"),
        ("\u{FFFF}\u{FEFF}", "\u{FFFF}\\ufeff"), ("\u{E0041}é", "\\udb40\\udc41é"),
        ("❤\u{FE0F}漢\u{3000}e\u{301}", "❤\u{FE0F}漢\u{3000}e\u{301}"), ("<&>'", "<&>'"),
    ])
    func onlyWhatMustBeIsEscaped(_ text: String, _ escaped: String) {
        #expect(JSONValue.string(text).bytes() == Array("\"\(escaped)\"".utf8))
        let object = JSONValue.object(JSONObject([(key: text, value: 1)]))
        #expect(object.bytes() == Array("{\"\(escaped)\":1}".utf8))
    }

    @Test func numbersAreWrittenAsTheyWereRead() throws {
        let text = "[1.0,1e5,1E+5,-0,0.10,123456789012345678901234567890,1e-400]"
        #expect(try JSONValue(parsing: text).text() == text)
    }

    @Test func membersKeepTheirOrder() throws {
        let text = "{\"z\":1,\"a\":{\"y\":2,\"b\":3}}"
        #expect(try JSONValue(parsing: text).text() == text)
    }

    @Test func sortedKeysAreInScalarOrderAtEveryLevel() {
        let value: JSONValue = [
            "b": 1, "a": [["d": 1, "c": 2]], "B": ["z": 1, "y": [:]], "": 0, "aa": 3,
        ]
        #expect(
            value.text(sorted: true)
                == "{\"\":0,\"B\":{\"y\":{},\"z\":1},\"a\":[{\"c\":2,\"d\":1}],\"aa\":3,\"b\":1}")
    }

    @Test func theOrderOfScalarsIsNeitherThatOfUTF16NorOfAnyLanguage() {
        let keys = ["\u{FFFD}", "😀", "é", "e\u{301}", "z", "Z", "\u{E000}"]
        let value = JSONValue.object(JSONObject(keys.map { (key: $0, value: nil) }))
        let sorted = ["Z", "e\u{301}", "z", "é", "\u{E000}", "\u{FFFD}", "😀"]
        let text = "{" + sorted.map { "\"\($0)\":null" }.joined(separator: ",") + "}"
        #expect(value.bytes(sorted: true) == Array(text.utf8))
    }
}
