import State
import Testing
import Vocabulary

/// A row: the state text, and what is to be said of it.
struct Damage: CustomTestStringConvertible, Sendable {
    let text: String
    let error: StateFileError

    init(_ text: String, _ error: StateFileError) {
        self.text = text
        self.error = error
    }

    var testDescription: String { "\(error)" }

    /// A state whose other members are whole.
    static func top(_ members: String) -> String {
        #"{"format":"tenterhook-state","version":1,\#(members)}"#
    }
    /// A state with one address, `event_hook.x`, of this content.
    static func entry(_ content: String) -> String {
        resources(#"{"event_hook.x":\#(content)}"#)
    }
    static func resources(_ content: String) -> String {
        top(#""lineage":"l","serial":1,"org":"https://o","resources":\#(content)"#)
    }
    static func attribute(_ content: String) -> String {
        entry(#"{"id":"who1","attributes":{\#(content)}}"#)
    }
    static func intent(_ content: String) -> String { entry(#"{"intent":\#(content)}"#) }

    private static let value = "expected a string, a list of strings, a fingerprint or unknown"
    private static let whole = "expected a whole number that is not negative"

    static let rows: [Damage] =
        textRows + topRows + entryRows + attributeRows + intentRows

    private static let textRows: [Damage] = [
        Damage("", .damaged("line 1, column 1: unexpected end of input")),
        Damage("{\n  \"format\": \"tenter", .damaged("line 2, column 20: unexpected end of input")),
        Damage("{}\n{}", .damaged("line 2, column 1: unexpected text after the value")),
        Damage("[]", .damaged("line 1, column 1: expected an object")),
        Damage("null", .damaged("line 1, column 1: expected an object")),
    ]

    private static let topRows: [Damage] = [
        Damage("{}", .damaged("format: missing")),
        Damage(#"{"format":1}"#, .damaged("format: expected a string")),
        Damage(
            #"{"format":"terraform","version":4}"#,
            .damaged(#"format: expected "tenterhook-state""#)),
        Damage(#"{"format":"tenterhook-state"}"#, .damaged("version: missing")),
        Damage(#"{"format":"tenterhook-state","version":"1"}"#, .damaged("version: \(whole)")),
        Damage(#"{"format":"tenterhook-state","version":1.0}"#, .damaged("version: \(whole)")),
        Damage(#"{"format":"tenterhook-state","version":-1}"#, .damaged("version: \(whole)")),
        Damage(
            #"{"format":"tenterhook-state","version":0}"#,
            .damaged("version: there is no such version")),
        Damage(
            #"{"format":"tenterhook-state","version":3,"all":"else","serial":"new"}"#,
            .newer(version: 3)),
        Damage(#"{"format":"tenterhook-state","version":99}"#, .newer(version: 99)),
        Damage(top(#""color":"red""#), .damaged("color: unknown member")),
        Damage(top(#""\u001b[31m":1"#), .damaged(#""\u001b[31m": unknown member"#)),
        Damage(top(#""serial":1"#), .damaged("lineage: missing")),
        Damage(top(#""lineage":"""#), .damaged("lineage: expected a string that is not empty")),
        Damage(top(#""lineage":"l""#), .damaged("serial: missing")),
        Damage(top(#""lineage":"l","serial":-1"#), .damaged("serial: \(whole)")),
        Damage(top(#""lineage":"l","serial":1e3"#), .damaged("serial: \(whole)")),
        Damage(
            top(#""lineage":"l","serial":99999999999999999999"#), .damaged("serial: \(whole)")),
        Damage(top(#""lineage":"l","serial":1"#), .damaged("org: missing")),
        Damage(
            top(#""lineage":"l","serial":1,"org":null"#), .damaged("org: expected a string")),
        Damage(top(#""lineage":"l","serial":1,"org":"o""#), .damaged("resources: missing")),
        Damage(resources("[]"), .damaged("resources: expected an object")),
        Damage(
            resources(#"{"x":{}}"#),
            .damaged("resources.x: expected an address such as event_hook.leavers")),
        Damage(
            resources(
                #"""
                {"event_hook.a":{"id":"who1","attributes":{}},
                 "event_hook.b":{"id":"who1","attributes":{}}}
                """#),
            .damaged("resources.event_hook.b.id: another address has the same")),
    ]

    private static let entryRows: [Damage] = [
        Damage(entry("1"), .damaged("resources.event_hook.x: expected an object")),
        Damage(entry("{}"), .damaged("resources.event_hook.x.id: missing")),
        Damage(entry(#"{"id":7}"#), .damaged("resources.event_hook.x.id: expected a string")),
        Damage(
            entry(#"{"id":""}"#),
            .damaged("resources.event_hook.x.id: expected a string that is not empty")),
        Damage(entry(#"{"id":"who1"}"#), .damaged("resources.event_hook.x.attributes: missing")),
        Damage(
            entry(#"{"id":"who1","attributes":{},"name":"x"}"#),
            .damaged("resources.event_hook.x.name: unknown member")),
        Damage(
            entry(#"{"attributes":{},"intent":{}}"#),
            .damaged("resources.event_hook.x.attributes: there is no id beside it")),
        Damage(
            entry(#"{"id":"who1","attributes":{},"verified":"yes"}"#),
            .damaged("resources.event_hook.x.verified: expected true or false")),
        Damage(
            entry(#"{"id":"who1","attributes":{},"last_updated":null}"#),
            .damaged("resources.event_hook.x.last_updated: expected a string")),
    ]

    private static let attributeRows: [Damage] = [
        Damage(
            entry(#"{"id":"who1","attributes":[]}"#),
            .damaged("resources.event_hook.x.attributes: expected an object")),
        Damage(
            attribute(#""name":1"#), .damaged("resources.event_hook.x.attributes.name: \(value)")),
        Damage(
            attribute(#""name":null"#),
            .damaged("resources.event_hook.x.attributes.name: \(value)")),
        Damage(
            attribute(#""name":["a",1]"#),
            .damaged("resources.event_hook.x.attributes.name: \(value)")),
        Damage(
            attribute(#""name":{"fingerprint":"md5:00"}"#),
            .damaged("resources.event_hook.x.attributes.name: \(value)")),
        Damage(
            attribute(#""name":{"unknown":true,"hint":"kept nowhere"}"#),
            .damaged("resources.event_hook.x.attributes.name: \(value)")),
        Damage(
            attribute(#""":"x""#),
            .damaged(#"resources.event_hook.x.attributes."": expected the path of an attribute"#)),
        Damage(
            attribute(#""headers[X]":"x""#),
            .damaged(
                #"resources.event_hook.x.attributes."headers[X]": "#
                    + "expected the path of an attribute")),
        Damage(
            attribute(#""h[\"A\"]":"1","h[\"a\"]":"2""#),
            .damaged(
                #"resources.event_hook.x.attributes."h[\"a\"]": the same path stands here twice"#)),
    ]

    private static let intentRows: [Damage] = [
        Damage(intent("null"), .damaged("resources.event_hook.x.intent: expected an object")),
        Damage(intent("{}"), .damaged("resources.event_hook.x.intent.operation: missing")),
        Damage(
            intent(#"{"operation":"explode"}"#),
            .damaged("resources.event_hook.x.intent.operation: there is no such operation")),
        Damage(
            intent(#"{"operation":"create","id":5}"#),
            .damaged("resources.event_hook.x.intent.id: expected a string")),
        Damage(
            intent(#"{"operation":"create"}"#),
            .damaged("resources.event_hook.x.intent.attributes: missing")),
        Damage(
            intent(#"{"operation":"create","attributes":{}}"#),
            .damaged("resources.event_hook.x.intent.time: missing")),
        Damage(
            intent(#"{"operation":"create","attributes":{},"time":"t","by":"me"}"#),
            .damaged("resources.event_hook.x.intent.by: unknown member")),
    ]
}

/// What is wrong with a state is said with its place, and never with the values in it.
@Suite struct DamageTests {
    @Test(arguments: Damage.rows)
    func damageIsNamed(_ row: Damage) {
        #expect(throws: row.error) { try Snapshot(parsing: Array(row.text.utf8)) }
    }

    /// Guards the table itself: its frame, filled rightly, is a state.
    @Test func theFrameOfTheTableIsWhole() throws {
        let text = Damage.entry(
            #"{"id":"who1","attributes":{},"verified":false,"last_updated":"t"}"#)
        #expect(try Snapshot(parsing: Array(text.utf8)).resources.count == 1)
    }

    @Test func valuesAreNotRepeated() {
        let sentinel = "SENTINEL-b5d1"
        let texts = [
            Damage.attribute(#""name":{"fingerprint":"\#(sentinel)"}"#),
            Damage.intent(#"{"operation":"\#(sentinel)"}"#),
            #"{"format":"\#(sentinel)"}"#,
            #"{"format": \#(sentinel)}"#,
        ]
        for text in texts {
            do throws(StateFileError) {
                _ = try Snapshot(parsing: Array(text.utf8))
                Issue.record("read: \(text)")
            } catch {
                #expect(!error.diagnostic(place: "state/prod.json").detail.contains(sentinel))
            }
        }
    }

    @Test func diagnosticsNameThePlaceAndThePoint() {
        let damaged = StateFileError.damaged("serial: missing").diagnostic(place: "s/prod.json")
        #expect(damaged.severity == .error)
        #expect(damaged.detail.hasPrefix("s/prod.json cannot be read: serial: missing. "))
        #expect(damaged.detail.contains("names that the manifest gives"))
        let newer = StateFileError.newer(version: 3).diagnostic(place: "s/prod.json")
        #expect(newer.detail.hasPrefix("s/prod.json has format version 3; "))
        let other = StateFileError.otherOrg(recorded: "https://b").diagnostic(place: "s/prod.json")
        #expect(other.detail.contains("objects of https://b,"))
        #expect(Set([damaged.rule, newer.rule, other.rule]).count == 3)
    }
}
