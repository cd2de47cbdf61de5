import JSON
import Testing
import Vocabulary

/// Values and objects of values: their JSON, and how they are put together.
struct AttributesTests {
    static let fingerprint = Fingerprint(n: 16384, r: 8, p: 1, salt: "00ff", hash: "abcd")

    @Test(arguments: [
        (AttributeValue.text(""), #""""#),
        (.text("a \"b\"\n"), #""a \"b\"\n""#),
        (.names([]), "[]"),
        (.names(["a", "b"]), #"["a","b"]"#),
        (.secret(fingerprint), #"{"fingerprint":"scrypt:16384:8:1:00ff:abcd"}"#),
        (.unknown, #"{"unknown":true}"#),
    ])
    func aValueIsWrittenAndReadBack(value: AttributeValue, text: String) throws {
        #expect(value.json.text() == text)
        #expect(AttributeValue(json: try JSONValue(parsing: Array(text.utf8))) == value)
    }

    @Test(arguments: [
        "null", "true", "1", "{}", #"[1]"#, #"["a",null]"#, #"{"unknown":false}"#,
        #"{"unknown":"true"}"#, #"{"fingerprint":1}"#, #"{"fingerprint":"secret"}"#,
        #"{"fingerprint":"scrypt:3:8:1:00:00"}"#, #"{"secret":"x"}"#,
    ])
    func isNoValue(_ text: String) throws {
        #expect(AttributeValue(json: try JSONValue(parsing: Array(text.utf8))) == nil)
    }

    @Test(arguments: [
        ([], []), (["b", "a"], ["a", "b"]), (["a", "b", "a"], ["a", "b"]),
        (["B", "a"], ["B", "a"]),
    ])
    func aSetOfNamesHasNoOrder(names: [String], sorted: [String]) {
        #expect(AttributeValue.set(of: names) == .names(sorted))
        #expect(AttributeValue.set(of: names.reversed()) == .names(sorted))
    }

    @Test func aSetIsSortedWhenItIsRead() {
        #expect(AttributeValue(json: ["b", "a", "b"]) == .names(["a", "b"]))
    }

    @Test(arguments: [
        (AttributeValue.text("x"), false), (.names(["x"]), false), (.secret(fingerprint), true),
        (.unknown, true),
    ])
    func whatMustBeMasked(value: AttributeValue, isSensitive: Bool) {
        #expect(value.isSensitive == isSensitive)
        #expect((value.text != nil || value.names != nil) == !isSensitive)
    }

    static let sample = Attributes([
        AttributePath("name"): .text("Leavers"),
        AttributePath("events.items"): .names(["a"]),
        AttributePath("headers", key: "X-Team"): .text("identity"),
        AttributePath("headers", key: "a\"]"): .unknown,
        AttributePath("value"): .secret(fingerprint),
    ])

    @Test func anObjectIsWrittenSortedAndReadBack() {
        #expect(
            Self.sample.json.text()
                == #"{"events.items":["a"],"headers[\"a\"]\"]":{"unknown":true},"#
                + #""headers[\"X-Team\"]":"identity","name":"Leavers","#
                + #""value":{"fingerprint":"scrypt:16384:8:1:00ff:abcd"}}"#)
        #expect(Attributes(json: Self.sample.json) == Self.sample)
        #expect(Attributes(json: [:]) == Attributes())
    }

    @Test(arguments: ["[]", "null", #"{"name":1}"#, #"{"":"x"}"#, #"{"a[x]":"x"}"#])
    func isNoObject(_ text: String) throws {
        #expect(Attributes(json: try JSONValue(parsing: Array(text.utf8))) == nil)
    }

    @Test func aReferenceIsWrittenAndReadBack() throws {
        let address = Address(kind: "hook_key", key: "signing")
        let attributes = Attributes([AttributePath("key"): .reference(address)])
        #expect(attributes.json.text() == #"{"key":{"reference":"hook_key.signing"}}"#)
        #expect(Attributes(json: attributes.json) == attributes)
        #expect(attributes["key"]?.reference == address)
        #expect(attributes["key"]?.isSensitive == false)
        for text in [#"{"key":{"reference":"signing"}}"#, #"{"key":{"reference":1}}"#] {
            #expect(Attributes(json: try JSONValue(parsing: Array(text.utf8))) == nil)
        }
    }

    @Test func settingAValueTakesTheNewSpellingOfTheKey() {
        var attributes = Self.sample
        attributes[AttributePath("headers", key: "x-team")] = .text("people")
        #expect(
            attributes.entries(of: "headers").map(\.path.description)
                == [#"headers["a"]"]"#, #"headers["x-team"]"#])
        #expect(attributes[AttributePath("headers", key: "X-TEAM")] == .text("people"))
    }

    @Test func settingNothingTakesAnEntryAway() {
        var attributes = Self.sample
        attributes["name"] = nil
        attributes[AttributePath("headers", key: "x-TEAM")] = nil
        #expect(
            attributes.paths.map(\.description) == ["events.items", #"headers["a"]"]"#, "value"])
    }

    @Test func entriesOfOneAttributeOnly() {
        #expect(Self.sample.entries(of: "name").map(\.value) == [.text("Leavers")])
        #expect(Self.sample.entries(of: "headers").count == 2)
        #expect(Self.sample.entries(of: "header").isEmpty)
    }

    @Test func entriesAreSortedHoweverTheyCameIn() {
        var built = Attributes()
        for path in Self.sample.paths.reversed() { built[path] = Self.sample[path] }
        #expect(built == Self.sample)
        #expect(built.paths == built.paths.sorted())
        #expect(built.hashValue == Self.sample.hashValue)
    }

    @Test func valuesAreReplacedAndTakenAway() {
        let result = Self.sample.mapValues { path, value in
            path.key == nil ? (value.isSensitive ? .unknown : value) : nil
        }
        #expect(result.paths.map(\.description) == ["events.items", "name", "value"])
        #expect(result["value"] == .unknown)
    }
}
