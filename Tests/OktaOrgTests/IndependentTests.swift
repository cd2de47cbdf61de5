import Cryptography
import Foundation
import HTTPTransport
import JSON
import Kinds
import Ports
import Testing
import Vocabulary

@testable import OktaOrg

/// What is sent, judged by an implementation that is not ours.
@Suite(.enabled(if: IndependentJOSE.isExpected, "\(IndependentJOSE.missing)"))
struct IndependentTests {
    @Test("Every form of key is read, and its assertion verifies")
    func assertions() async throws {
        let jose = try await IndependentJOSE()
        let names = try jose.names { !$0.hasPrefix("wrong.") && !$0.hasSuffix(".public") }
        #expect(names.count == 16)
        var tokens: [(token: String, publicKey: String?)] = []
        for name in names {
            let script = ScriptedOrg([.token("a.b.c"), .answer(200, "[]")])
            let org = script.org(credentials: try app(name, jose))
            _ = try await org.list(.eventHook)
            let kind = name.prefix { $0 != "." }
            tokens.append(
                (
                    try #require(script.requests[0].form["client_assertion"]),
                    jose.folder.appendingPathComponent("\(kind).public").path
                ))
        }
        let results = try await IndependentJOSE.check(tokens).tokens
        let now = ScriptedOrg([]).now
        for (name, result) in zip(names, results) {
            #expect(result["valid"] == true, "\(name)")
            #expect(result["header"]?["alg"]?.string == algorithm(name), "\(name)")
            #expect(result["header"]?["typ"] == "JWT")
            #expect(result["header"]?["kid"]?.string == keyID(name), "\(name)")
            let claims = try #require(result["claims"])
            #expect(claims["iss"] == "0oaSENTINEL" && claims["sub"] == "0oaSENTINEL")
            #expect(claims["aud"]?.string == ScriptedOrg.url + "/oauth2/v1/token")
            #expect(claims["exp"]?.int == now + 300)
            #expect(claims["iat"]?.int == now)
        }
        let ids = Set(results.compactMap { $0["claims"]?["jti"]?.string })
        #expect(ids.count == names.count && ids.allSatisfy { $0.count == 22 })
    }

    @Test("Proofs verify by the key in them, and are for this request alone")
    func proofs() async throws {
        let jose = try await IndependentJOSE()
        let script = ScriptedOrg([
            .refusedToken(400, "use_dpop_nonce", [("dpop-nonce", "n1")]),
            .token("access.SENTINEL.token", type: "DPoP"), .answer(200, "[]"),
            .answer(200, hook("who1")),
            .answer(
                401, "",
                [
                    ("WWW-Authenticate", #"DPoP error="use_dpop_nonce", error_description="x""#),
                    ("DPoP-Nonce", "n2"),
                ]), .answer(200, hook("who1")),
        ])
        let org = script.org(credentials: try app("P-384.pkcs8", jose, dpop: true))
        _ = try await org.list(.eventHook)
        _ = try await org.read(.eventHook, id: "who1")
        _ = try await org.update(.eventHook, id: "who1", body: [:])
        #expect(script.isPlayedOut)
        let proofs = script.requests.compactMap { $0.header("DPoP") }
        #expect(proofs.count == 6)
        let (results, hashes) = try await IndependentJOSE.check(
            proofs.map { ($0, nil) }, hash: ["access.SENTINEL.token"])
        for (request, result) in zip(script.requests, results) {
            #expect(result["valid"] == true && result["isPublic"] == true)
            #expect(result["header"]?["typ"] == "dpop+jwt")
            #expect(result["header"]?["alg"] == "ES256")
            #expect(result["claims"]?["htm"]?.string == request.method)
            #expect(result["claims"]?["htu"]?.string == request.url)
            #expect(result["claims"]?["iat"]?.int == script.now)
            let isForToken = request.url.hasSuffix("/token")
            #expect(result["claims"]?["ath"]?.string == (isForToken ? nil : hashes[0]))
            #expect(
                request.header("Authorization")
                    == (isForToken ? nil : "DPoP access.SENTINEL.token"))
        }
        let nonces = results.map { $0["claims"]?["nonce"]?.string }
        #expect(nonces == [nil, "n1", nil, nil, nil, "n2"])
        #expect(Set(results.compactMap { $0["claims"]?["jti"]?.string }).count == 6)
        #expect(Set(results.compactMap { $0["header"]?["jwk"] }).count == 1)
    }

    @Test("A key that cannot be used is told apart, and nothing of it is shown")
    func refusedKeys() async throws {
        let jose = try await IndependentJOSE()
        let problems: [String: PrivateKeyProblem] = [
            "mixed": .damaged, "twins": .damaged, "encryption": .notForSigning,
            "algorithm": .unsupportedAlgorithm,
            "half": .notPrivate(found: "the public half of a key"), "short-x": .damaged,
            "padded": .jwkMember("d"), "octets": .unsupportedKind("oct"),
            "ed25519": .unsupportedKind("ED25519"), "k1": .unsupportedCurve,
            "small": .tooShort(bits: 1024), "encrypted": .encrypted, "encrypted-old": .encrypted,
            "two": .several, "expired": .certificateExpired("Jan  1 00:00:00 2021 GMT"),
            "early": .certificateNotYetValid("Jan  1 00:00:00 2090 GMT"),
            "foreign": .certificateOfOtherKey, "alone": .notPrivate(found: "a certificate"),
        ]
        let names = try jose.names { $0.hasPrefix("wrong.") }
        #expect(Set(names.map { String($0.dropFirst(6)) }) == Set(problems.keys))
        for name in names {
            let problem = try #require(problems[String(name.dropFirst(6))])
            #expect(throws: problem, "\(name)") {
                try PrivateKeyText(
                    Secret(try jose.text(name)), keyID: nil, now: ScriptedOrg([]).now)
            }
        }
        let set = Secret(try jose.text("rsa.set"))
        #expect(throws: PrivateKeyProblem.noneChosen) {
            try PrivateKeyText(set, keyID: "unknown", now: 0)
        }
        let lone = Secret("{\"keys\":[\(try jose.text("rsa.few"))]}")
        #expect(throws: PrivateKeyProblem.noneChosen) {
            try PrivateKeyText(lone, keyID: "unknown", now: 0)
        }
        for wanted in [nil, "few"] {
            #expect(try PrivateKeyText(lone, keyID: wanted, now: 0).keyID == "few")
        }
        // One line, as variables of CI systems have it.
        let line = try jose.text("rsa.pkcs8").replacing("\n", with: "\\n")
        #expect(try PrivateKeyText(Secret(line), keyID: nil, now: 0).key.algorithm == .rs256)
    }

    private func app(
        _ name: String, _ jose: IndependentJOSE, dpop: Bool? = nil
    ) throws -> OrgCredentials {
        let wanted = name == "rsa.set" ? "wanted" : nil
        let text = try PrivateKeyText(
            Secret(try jose.text(name)), keyID: wanted, now: ScriptedOrg([]).now)
        return .serviceApp(
            ServiceApp(
                clientID: "0oaSENTINEL", key: text.key, keyID: text.keyID,
                proof: ServiceApp.Proof(dpop)))
    }

    private func algorithm(_ name: String) -> String {
        switch name.prefix(5) {
        case "P-256": "ES256"
        case "P-384": "ES384"
        case "P-521": "ES512"
        default: name == "rsa.rs512" ? "RS512" : "RS256"
        }
    }

    private func keyID(_ name: String) -> String? {
        switch name {
        case "rsa.few", "rsa.rs512": "few"
        case "rsa.set": "wanted"
        case let name where name.hasSuffix(".jwk"): "jwk-\(name.dropLast(4))"
        default: nil
        }
    }
}
