import JSON
import Testing

/// Paths into a value: read and written, asked, and put to.
struct PathTests {
    @Test(
        arguments: [
            ("a", [.name("a")]),
            ("target[0].displayName", [.name("target"), .index(0), .name("displayName")]),
            ("[3][12]", [.index(3), .index(12)]),
            (#"a["b.c"].d"#, [.name("a"), .name("b.c"), .name("d")]),
            (#"[""]"#, [.name("")]),
            (#"["[0]"][0]"#, [.name("[0]"), .index(0)]),
            ("é.e\u{301}", [.name("é"), .name("e\u{301}")]),
        ] as [(String, [JSONPath.Step])])
    func isReadAndWritten(text: String, steps: [JSONPath.Step]) throws {
        let path = try #require(JSONPath(parsing: text))
        #expect(path.steps == steps)
        #expect(path.description == text)
    }

    @Test(arguments: [
        "", ".", "a.", ".a", "a..b", "a[", "a[]x", "a[-1]", "a[x]", "a]", "a[0]b", #"a["b]"#,
        #"a["b""#, "a[99999999999999999999]", String(repeating: "[0]", count: 100_000),
    ])
    func isRefused(text: String) { #expect(JSONPath(parsing: text) == nil) }

    @Test func theDeepestIsPutAndTaken() throws {
        let text = Array(repeating: "a", count: JSONLimits.deepest).joined(separator: ".")
        let path = try #require(JSONPath(parsing: text))
        var value = JSONValue.null
        try value.put(true, at: path)
        #expect(value[path] == true)
    }

    private static let event: JSONValue = [
        "a": ["b": 1, "none": nil], "list": [["x": 1], ["x": 2]], "text": "t",
    ]

    @Test(
        arguments: [
            ("a.b", "5", #"{"a":{"b":5,"none":null},"list":[{"x":1},{"x":2}],"text":"t"}"#),
            ("list[1].x", "5", #"{"a":{"b":1,"none":null},"list":[{"x":1},{"x":5}],"text":"t"}"#),
            (
                "list[2].x", "5",
                #"{"a":{"b":1,"none":null},"list":[{"x":1},{"x":2},{"x":5}],"text":"t"}"#
            ),
            (
                "a.none.deep[0]", "5",
                #"{"a":{"b":1,"none":{"deep":[5]}},"list":[{"x":1},{"x":2}],"text":"t"}"#
            ),
            ("new.deep", "5", nil),
            ("text", #"{"now":"an object"}"#, nil),
        ] as [(String, String, String?)])
    func takesAValue(path text: String, value: String, whole: String?) throws {
        let path = try #require(JSONPath(parsing: text))
        let value = try JSONValue(parsing: Array(value.utf8))
        var changed = Self.event
        try changed.put(value, at: path)
        #expect(changed[path] == value)
        if let whole { #expect(changed.text() == whole) }
    }

    @Test func whatIsThereInsteadIsSaid() throws {
        func error(_ text: String) throws -> JSONPathError? {
            var event = Self.event
            let path = try #require(JSONPath(parsing: text))
            let error = #expect(throws: JSONPathError.self) { try event.put(1, at: path) }
            #expect(event == Self.event, "nothing was changed")
            return error
        }
        let text = JSONPath([.name("text")])
        let list = JSONPath([.name("list")])
        #expect(try error("text.x") == .notAnObject(at: text, "t"))
        #expect(try error("text[0]") == .notAList(at: text, "t"))
        #expect(try error("list.x") == .notAnObject(at: list, [["x": 1], ["x": 2]]))
        #expect(try error("list[3]") == .beyondEnd(of: list, count: 2))
        #expect(try error("a.b.c") == .notAnObject(at: JSONPath([.name("a"), .name("b")]), 1))
    }

    @Test func whatIsNotThereIsNothing() throws {
        for text in ["b", "list[2]", "list.x", "text.x", "a[0]"] {
            #expect(Self.event[try #require(JSONPath(parsing: text))] == nil)
        }
    }
}
