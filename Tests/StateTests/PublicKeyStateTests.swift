import State
import Testing
import Vocabulary

/// A key's public half in the state, which older files do not have.
@Suite struct PublicKeyStateTests {
    private let address = Address(kind: "hook_key", key: "signing")

    private func text(_ key: String) -> [UInt8] {
        Array(
            (#"{"format":"tenterhook-state","version":1,"lineage":"l","serial":1,"org":"https://o","#
                + #""resources":{"hook_key.signing":{"id":"HKY1","attributes":{}\#(key)}}}"#).utf8)
    }

    @Test(arguments: [
        nil, PublicKey(id: "k1"),
        PublicKey(id: "k1", numbers: .init(modulus: "35Z8", exponent: "AQAB")),
    ])
    func itIsReadAsItWasWritten(key: PublicKey?) throws {
        let snapshot = Snapshot(
            lineage: "l", serial: 1, org: "https://o",
            resources: [
                address: RecordedResource(id: "HKY1", attributes: Attributes(), publicKey: key)
            ])
        #expect(try Snapshot(parsing: snapshot.bytes()) == snapshot)
    }

    @Test func aFileWithoutItIsRead() throws {
        #expect(try Snapshot(parsing: text("")).resources[address]?.publicKey == nil)
    }

    @Test(arguments: [
        (#""k1""#, "expected an object"), (#"{}"#, "missing"), (#"{"kid":""}"#, "not empty"),
        (#"{"kid":"k1","d":"private"}"#, "unknown member"),
        (#"{"kid":"k1","kty":"RSA"}"#, "expected a JWK"),
        (#"{"kid":"k1","kty":"EC","n":"1","e":"2","alg":"RS256","use":"sig"}"#, "expected a JWK"),
        (#"{"kid":"k1","kty":"RSA","n":"1","e":"2","alg":"RSA","use":"sig"}"#, "expected a JWK"),
    ])
    func anythingElseIsDamage(key: String, complaint: String) {
        do {
            _ = try Snapshot(parsing: text(#","public_key":\#(key)"#))
            Issue.record("read as if it were whole")
        } catch {
            guard case .damaged(let detail) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(detail.contains(complaint))
            #expect(!detail.contains("private"))
        }
    }
}
