import Testing
import Vocabulary

/// Paths of attributes: written, read back, and compared without regard to the case of keys.
struct AttributePathTests {
    @Test(arguments: [
        ("name", "name", nil),
        ("channel.config.uri", "channel.config.uri", nil),
        (#"channel.config.headers["X-Team"]"#, "channel.config.headers", "X-Team"),
        (#"events.filter["a.b"]"#, "events.filter", "a.b"),
        (#"h[""]"#, "h", ""),
    ])
    func isReadAndWritten(text: String, attribute: String, key: String?) throws {
        let path = try #require(AttributePath(parsing: text))
        #expect(path.attribute == attribute)
        #expect(path.key == key)
        #expect(path.description == text)
        #expect(AttributePath(attribute, key: key) == path)
    }

    @Test(arguments: [
        "", "\"", "]", "[", "\"]", "[\"", "[\"x\"]", "a\"]b[\"c", "\\", "\\\"", "\u{301}a",
        "a\u{301}",
        "\u{200D}", "\u{FE0F}", "\u{0}", "\n", "\r\n", "\u{1B}[2J", "\u{202E}", "İ", "ß", "ﬁ", "👩‍👩‍👧",
        " ", "a b", "\u{2028}",
    ])
    func aHostileKeyIsReadBack(_ key: String) throws {
        let path = AttributePath("channel.config.headers", key: key)
        let read = try #require(AttributePath(parsing: path.description))
        #expect(read == path)
        #expect(read.attribute == "channel.config.headers")
        #expect(read.key.map { Array($0.unicodeScalars) } == Array(key.unicodeScalars))
    }

    @Test(arguments: [
        "", "a[", "a]b[", "a[x]", "a[\"x]", "a[x\"]", "a[\"]", "a[\"x\"", "a[\"x\"] ", "a[\"x\"].b",
    ])
    func isNone(_ text: String) {
        #expect(AttributePath(parsing: text) == nil)
    }

    @Test(arguments: [
        ("X-Team", "x-team", true),
        ("X-TEAM", "x-tEAM", true),
        ("X-Team", "X-Teams", false),
        ("", "", true),
        ("Ä", "ä", true),
        ("a", "\u{430}", false),
    ])
    func keysAreTheSameInAnyCase(a: String, b: String, same: Bool) {
        let (x, y) = (AttributePath("headers", key: a), AttributePath("headers", key: b))
        #expect((x == y) == same)
        #expect((Set([x, y]).count == 1) == same)
        if same { #expect(!(x < y) && !(y < x)) }
    }

    @Test func attributesDifferByCase() {
        #expect(AttributePath("name") != AttributePath("Name"))
    }

    @Test func noKeyIsNotAnEmptyKey() {
        #expect(AttributePath("headers") != AttributePath("headers", key: ""))
    }

    @Test func theCaseThatWasWrittenIsKept() {
        #expect(AttributePath("headers", key: "X-Team").description == #"headers["X-Team"]"#)
    }

    @Test func areOrderedByAttributeThenKeyInAnyCase() {
        let sorted = ["a", #"a["B"]"#, #"a["c"]"#, #"a["D"]"#, "b", #"b["a"]"#]
        #expect(
            sorted.reversed().compactMap { AttributePath(parsing: $0) }.sorted()
                .map(\.description) == sorted)
    }
}
