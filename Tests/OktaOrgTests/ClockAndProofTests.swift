import Cryptography
import HTTPTransport
import JSON
import Kinds
import Ports
import Testing
import Vocabulary

@testable import OktaOrg

/// A clock that is off, and when proofs of possession are sent.
@Suite struct ClockAndProofTests {
    /// 20 minutes after the script's clock.
    private let date = (name: "Date", value: "Mon, 16 Mar 2026 04:07:47 GMT")

    @Test("After a refusal it is signed by the server's clock, and said how far off ours is")
    func clock() async throws {
        let script = ScriptedOrg([
            .refusedToken(401, "invalid_client", [date]), .token("a.b.c"), .answer(200, "[]"),
        ])
        _ = try await script.org(credentials: try .app()).list(.eventHook)
        let ends = script.requests.prefix(2).map { $0.claims("client_assertion")["exp"]?.int }
        #expect(ends == [script.now + 300, script.now + 1500])
        #expect(script.waits == [.clockIsOff(seconds: -1200)])
    }

    @Test("Where the clocks agree, or nothing tells, a refusal is final", arguments: [true, false])
    func noClock(_ hasDate: Bool) async throws {
        let same = (name: "Date", value: "Mon, 16 Mar 2026 03:47:50 GMT")
        let script = ScriptedOrg([.refusedToken(401, "invalid_client", hasDate ? [same] : [])])
        let error = await Call.list.error(on: script.org(credentials: try .app()))
        #expect(StatusTests.outcome(error) == .unauthorized)
        #expect(script.isPlayedOut && script.waits.isEmpty)
    }

    @Test("A refusal by the right time is final too")
    func wrongKeyAndClock() async throws {
        let script = ScriptedOrg([
            .refusedToken(401, "invalid_client", [date]),
            .refusedToken(401, "invalid_client", [date]),
        ])
        let error = await Call.list.error(on: script.org(credentials: try .app()))
        #expect(StatusTests.outcome(error) == .unauthorized)
        #expect(script.isPlayedOut)
    }

    @Test("The API's word on a proof's time is heeded as well")
    func proofClock() async throws {
        let script = ScriptedOrg([
            .token("a.b.c", type: "DPoP"),
            .answer(401, "", [("WWW-Authenticate", #"DPoP error="invalid_dpop_proof""#), date]),
            .answer(200, "[]"),
        ])
        _ = try await script.org(credentials: try .app(true)).list(.eventHook)
        let times = script.requests.map { $0.proofClaims["iat"]?.int }
        #expect(times == [script.now, script.now, script.now + 1200])
    }

    @Test("Without a word in the manifest a proof is sent when it is wanted, and from then on")
    func wanted() async throws {
        let script = ScriptedOrg([
            .refusedToken(400, "invalid_dpop_proof"),
            .refusedToken(400, "use_dpop_nonce", [("DPoP-Nonce", "n")]),
            .token("a.b.c", type: "DPoP", lifetime: 100), .answer(200, "[]"),
            .token("d.e.f", type: "DPoP"), .answer(200, "[]"),
        ])
        let org = script.org(credentials: try .app())
        _ = try await org.list(.eventHook)
        script.advance(95)
        _ = try await org.list(.eventHook)
        #expect(script.isPlayedOut)
        #expect(
            script.requests.map { $0.header("DPoP") != nil } == [
                false, true, true, true, true, true,
            ])
        #expect(script.requests[4].proofClaims["nonce"] == "n")
        #expect(script.authorizations[5] == "DPoP d.e.f")
    }

    @Test("dpop: false sends none, and says what Okta says")
    func never() async throws {
        let script = ScriptedOrg([.refusedToken(400, "invalid_dpop_proof")])
        let error = await Call.list.error(on: script.org(credentials: try .app(false)))
        #expect(StatusTests.outcome(error) == .unauthorized)
        #expect(script.requests[0].header("DPoP") == nil)
    }

    @Test("dpop: true takes no token that is not bound")
    func always() async throws {
        let script = ScriptedOrg([.token("a.b.c")])
        let error = await Call.list.error(on: script.org(credentials: try .app(true)))
        #expect(StatusTests.outcome(error) == .unauthorized)
        #expect(script.isPlayedOut)
    }

    @Test("A nonce that is never right ends in a refusal")
    func endlessNonce() async throws {
        let step = ScriptedOrg.Step.refusedToken(400, "use_dpop_nonce", [("DPoP-Nonce", "n")])
        let script = ScriptedOrg([step, step])
        let error = await Call.list.error(on: script.org(credentials: try .app(true)))
        #expect(StatusTests.outcome(error) == .unauthorized)
        #expect(script.isPlayedOut)
    }

    @Test("No error and no notice holds the key, an assertion, a token or the client's id")
    func nothingLeaks() async throws {
        let challenge = (name: "WWW-Authenticate", value: #"DPoP error="use_dpop_nonce""#)
        let scripts: [[ScriptedOrg.Step]] = [
            [.token("SENTINEL.b.c", type: "DPoP"), .answer(401, "", [challenge])],
            [.token("SENTINEL.b.c", scope: "SENTINELno")], [.token("SENTINEL b")],
            [.refusedToken(401, "invalid_client", [date]), .token("SENTINEL.b.c")],
            [.answer(500, "SENTINEL")], [.answer(200, "SENTINEL")], [.answer(302, "SENTINEL")],
        ]
        var shown = ""
        for steps in scripts {
            let script = ScriptedOrg(steps)
            let org = script.org(credentials: try .app())
            dump(await Call.create.error(on: org), to: &shown)
            dump(script.notices, to: &shown)
            dump(script.requests, to: &shown)
            dump(org, to: &shown)
            let assertion = try #require(script.requests[0].form["client_assertion"])
            #expect(!shown.contains(assertion))
        }
        #expect(shown.contains("clockIsOff") && shown.contains("missingScopes"))
        #expect(!shown.contains("SENTINEL"))
    }
}

/// Tokens of programs.
@Suite struct CommandSignerTests {
    @Test(
        "A token is known by its form, or by the word before it",
        arguments: [
            ("00abc", "SSWS 00abc"), ("a.b.c", "Bearer a.b.c"), ("a.b", "SSWS a.b"),
            ("Bearer x", "Bearer x"), ("bearer x", "Bearer x"), ("SSWS a.b.c", "SSWS a.b.c"),
            ("a.b.c.d", "SSWS a.b.c.d"),
        ])
    func schemes(_ printed: String, _ header: String) {
        #expect(CommandSigner.authorization(printed) == header)
    }

    @Test("The program is run again after a 401, once for all who were refused")
    func again() async throws {
        let steps: [ScriptedOrg.Step] = [
            .error(401, "E0000011"), .answer(200, "[]"), .answer(200, "[]"),
        ]
        let script = ScriptedOrg(steps)
        let org = script.org(
            credentials: .command(Secret("a.b.old"), again: { Secret("a.b.new") }))
        _ = try await org.list(.eventHook)
        _ = try await org.list(.eventHook)
        #expect(script.authorizations == ["Bearer a.b.old", "Bearer a.b.new", "Bearer a.b.new"])
    }

    @Test("A fresh token that is refused as well does not run the program once more")
    func refusedAgain() async {
        let script = ScriptedOrg([.error(401, "E0000011"), .error(401, "E0000011")])
        let org = script.org(
            credentials: .command(
                Secret("a.b.old"),
                again: {
                    #expect(script.authorizations.count == 1)
                    return Secret("a.b.new")
                }))
        #expect(StatusTests.outcome(await Call.create.error(on: org)) == .unauthorized)
        #expect(script.isPlayedOut)
    }

    @Test("Where it fails, Okta's refusal stands")
    func fails() async {
        let script = ScriptedOrg([.error(401, "E0000011")])
        let org = script.org(credentials: .command(Secret("a.b.old"), again: { nil }))
        #expect(StatusTests.outcome(await Call.create.error(on: org)) == .unauthorized)
        #expect(script.isPlayedOut)
    }
}

extension HTTPRequest {
    /// The claims of a token in a field of the form.
    func claims(_ field: String) -> JSONValue { Self.claims(of: form[field]) }

    var proofClaims: JSONValue { Self.claims(of: header("DPoP")) }

    private static func claims(of token: String?) -> JSONValue {
        let parts = (token ?? "").split(separator: ".").map(String.init)
        guard parts.count == 3, let bytes = bytes(base64URL: parts[1]),
            let json = try? JSONValue(parsing: bytes)
        else { return .null }
        return json
    }
}
