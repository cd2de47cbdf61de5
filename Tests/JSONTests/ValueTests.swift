import JSON
import Testing

@Suite struct ValueTests {
    @Test func eachAccessorAnswersForItsOwnKindOnly() throws {
        let values: [JSONValue] = [nil, true, 7, "text", [1], ["a": 1]]
        #expect(values.map(\.isNull) == [true, false, false, false, false, false])
        #expect(values.map(\.bool) == [nil, true, nil, nil, nil, nil])
        #expect(values.map(\.int) == [nil, nil, 7, nil, nil, nil])
        #expect(values.map(\.number?.text) == [nil, nil, "7", nil, nil, nil])
        #expect(values.map(\.string) == [nil, nil, nil, "text", nil, nil])
        #expect(values.map { $0.array?.count } == [nil, nil, nil, nil, 1, nil])
        #expect(values.map { $0.object?.keys } == [nil, nil, nil, nil, nil, ["a"]])
        #expect(values.map { $0["a"]?.int } == [nil, nil, nil, nil, nil, 1])
    }

    @Test func aNullMemberIsNotAnAbsentOne() {
        let value: JSONValue = ["there": nil]
        #expect(value["there"] == JSONValue.null)
        #expect(value["there"] != nil)
        #expect(value["absent"] == nil)
    }

    @Test func valuesOfDifferentKindsAreNeverEqual() {
        let values: [JSONValue] = [
            nil, false, true, 0, 1, "", "0", "null", [], [nil], [:], ["": nil],
        ]
        for (i, left) in values.enumerated() {
            for (j, right) in values.enumerated() { #expect((left == right) == (i == j)) }
        }
        #expect(Set(values).count == values.count)
    }

    @Test func stringsAreComparedByScalars() throws {
        let composed = JSONValue.string("\u{E9}")
        let decomposed = JSONValue.string("e\u{301}")
        #expect(composed != decomposed)
        #expect(composed == .string("é"))
        let both = try JSONValue(parsing: "{\"\\u00e9\":1,\"e\\u0301\":2}")
        #expect(both["\u{E9}"] == 1)
        #expect(both["e\u{301}"] == 2)
    }

    @Test func everyEscapeIsRead() throws {
        let value = try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u0041\u00E9\uffff\uD83D\uDE00z""#)
        #expect(value == .string("\"\\/\u{8}\u{C}\n\r\tA\u{E9}\u{FFFF}😀z"))
    }

    @Test func allWhiteSpaceIsSteppedOver() throws {
        let text = " \t\r\n{ \n\"a\"\t:\r1 , \"b\" : [ ] , \"c\":{ }\n} \n"
        #expect(try JSONValue(parsing: text) == ["a": 1, "b": [], "c": [:]])
    }
}

@Suite struct NumberTests {
    @Test(arguments: [
        "0", "-0", "10", "-1", "1.0", "0.001", "1e5", "1E5", "1e+05", "1.5e-3", "1e400",
        "99999999999999999999",
    ])
    func aNumberKeepsItsText(_ text: String) {
        #expect(JSONNumber(text)?.text == text)
    }

    @Test(arguments: [
        "", "-", "+1", "01", "-01", "00", "1.", ".5", "1e", "1e+", "1.e3", "0x10", "1 ", " 1",
        "NaN", "Infinity", "1_000", "１", "1,5", "--1", "1e5.0", "1a",
    ])
    func whatIsNotANumberIsNone(_ text: String) {
        #expect(JSONNumber(text) == nil)
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("-42", -42), ("9223372036854775807", Int.max),
            ("-9223372036854775808", Int.min), ("9223372036854775808", nil), ("1.0", nil),
            ("1e2", nil),
        ] as [(String, Int?)])
    func anIntegerIsWrittenAsOneAndFits(_ text: String, _ int: Int?) throws {
        #expect(try #require(JSONNumber(text)).int == int)
    }

    @Test func equalityIsOfTheText() {
        #expect(JSONNumber(10).text == "10")
        #expect(JSONNumber("1") == JSONNumber(1))
        #expect(JSONNumber("1.0") != JSONNumber("1"))
    }
}
