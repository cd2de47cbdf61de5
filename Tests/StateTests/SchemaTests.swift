import JSON
import State
import StateSchema
import Testing

/// The published format of states.
@Suite struct SchemaTests {
    @Test func theSchemaAllowsWhatIsWritten() throws {
        var seeded = SeededSnapshots(seed: 21)
        for _ in 0..<500 {
            #expect(try PublishedState.problems(of: seeded.snapshot().bytes()) == [])
        }
    }

    /// What the reader rejects for its shape, the schema rejects too.
    @Test(arguments: [
        #"{"format":"tenterhook-state"}"#,
        Damage.entry("{}"),
        Damage.entry(#"{"id":"a"}"#),
        Damage.entry(#"{"id":"","attributes":{}}"#),
        Damage.entry(#"{"id":5,"attributes":{}}"#),
        Damage.entry(#"{"id":"a","attributes":{"name":5}}"#),
        Damage.entry(#"{"id":"a","attributes":{"name":{"unknown":false}}}"#),
        Damage.entry(#"{"id":"a","attributes":{"name":{"fingerprint":"abc"}}}"#),
        Damage.entry(#"{"id":"a","attributes":{},"more":1}"#),
        Damage.entry(
            #"{"verified":true,"intent":{"operation":"create","attributes":{},"time":"t"}}"#),
        Damage.entry(#"{"intent":{"operation":"invent","attributes":{},"time":"t"}}"#),
        Damage.entry(#"{"intent":{"operation":"create","attributes":{}}}"#),
    ])
    func theSchemaRejectsDamage(text: String) throws {
        #expect(throws: StateFileError.self) { try Snapshot(parsing: Array(text.utf8)) }
        #expect(try PublishedState.problems(of: Array(text.utf8)) != [])
    }

    @Test func everyExampleOfEveryVersionIsRead() throws {
        let examples = try PublishedState.examples()
        var versions: Set<Int> = []
        for (name, bytes) in examples {
            #expect(try PublishedState.problems(of: bytes) == [], "\(name)")
            let snapshot = try Snapshot(parsing: bytes)
            #expect(!snapshot.resources.isEmpty, "\(name)")
            #expect(snapshot.intents.isEmpty == !name.contains("interrupted"), "\(name)")
            versions.insert(try JSONValue(parsing: bytes)["version"]?.int ?? 0)
            // The next write upgrades it, and loses nothing.
            #expect(try Snapshot(parsing: snapshot.bytes()) == snapshot, "\(name)")
        }
        let newest = try JSONValue(parsing: Snapshot(lineage: "l", org: "o").bytes())["version"]?
            .int
        #expect(versions == Set(1...(newest ?? 0)))
    }

    @Test func everyTruncationOfAStateIsRejected() throws {
        for (name, bytes) in try PublishedState.examples() {
            for length in 0..<(bytes.count - 2) {
                #expect(throws: StateFileError.self, "\(name), \(length) bytes") {
                    try Snapshot(parsing: Array(bytes[..<length]))
                }
            }
        }
    }
}
