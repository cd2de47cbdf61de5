import JSON
import Testing
import Vocabulary

struct PublicKeyTests {
    static let bare: JSONValue = [
        "kty": "RSA", "alg": "RSA", "kid": "k1", "use": nil, "e": "AQAB", "n": "35Z8",
    ]

    @Test(arguments: [bare, ["_embedded": bare]])
    func bothFormsAreRead(json: JSONValue) {
        let key = PublicKey(okta: json)
        #expect(key == PublicKey(id: "k1", numbers: .init(modulus: "35Z8", exponent: "AQAB")))
    }

    @Test(
        arguments: [
            nil, [:], ["kty": "EC", "kid": "k1", "e": "AQAB", "n": "35Z8"],
            ["kty": "RSA", "e": "AQAB", "n": "35Z8"], ["kty": "RSA", "kid": "k1", "n": "35Z8"],
            ["kty": "RSA", "kid": "k1", "e": "", "n": "35Z8"], ["_embedded": nil], "k1",
        ] as [JSONValue])
    func anythingElseIsNoKey(json: JSONValue) {
        #expect(PublicKey(okta: json) == nil)
    }

    @Test func itsJWKIsTheStandards() {
        #expect(
            PublicKey(okta: Self.bare)?.jwk == [
                "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k1", "e": "AQAB", "n": "35Z8",
            ])
        #expect(PublicKey(id: "k1").jwk == nil)
    }

    @Test func whatWasSeenOfTheSameKeyIsKept() throws {
        let whole = try #require(PublicKey(okta: Self.bare))
        #expect(PublicKey(id: "k1").completed(from: whole) == whole)
        #expect(PublicKey(id: "k2").completed(from: whole) == PublicKey(id: "k2"))
        #expect(PublicKey(id: "k1").completed(from: nil) == PublicKey(id: "k1"))
        #expect(whole.completed(from: PublicKey(id: "k1")) == whole)
    }
}
