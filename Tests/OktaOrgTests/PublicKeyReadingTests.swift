import HTTPTransport
import Kinds
import Ports
import Testing
import Vocabulary

@testable import OktaOrg

@Suite struct PublicKeyReadingTests {
    private static let key = "902775a2-49fc-4ebc-90ea-b15b9b30440b"
    private static let jwk =
        #"{"kty":"RSA","alg":"RSA","kid":"\#(key)","use":null,"e":"AQAB","n":"35Z8"}"#

    @Test("Both forms of the answer are taken", arguments: [jwk, #"{"_embedded":\#(jwk)}"#])
    func forms(body: String) async throws {
        let script = ScriptedOrg([.answer(200, body)])
        let key = try await script.org().publicKey(.hookKey, id: Self.key)
        #expect(key?.numbers == .init(modulus: "35Z8", exponent: "AQAB"))
        #expect(
            script.requests.map(\.url) == [
                "https://acme.okta.test/api/v1/hook-keys/public/\(Self.key)"
            ])
    }

    @Test("A key that is gone is none; another key is no answer; event hooks have none")
    func none() async throws {
        let gone = ScriptedOrg([.error(404, "E0000007")])
        #expect(try await gone.org().publicKey(.hookKey, id: Self.key) == nil)
        let other = ScriptedOrg(Array(repeating: .answer(200, Self.jwk), count: 5))
        await #expect(throws: OrgError.self) {
            _ = try await other.org().publicKey(.hookKey, id: "another")
        }
        let silent = ScriptedOrg([])
        #expect(try await silent.org().publicKey(.eventHook, id: Self.key) == nil)
        #expect(silent.requests.isEmpty)
    }
}
