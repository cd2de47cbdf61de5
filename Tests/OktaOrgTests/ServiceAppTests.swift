import Cryptography
import HTTPTransport
import JSON
import Kinds
import Ports
import Testing
import Vocabulary

@testable import OktaOrg

/// Getting access tokens, keeping them, and getting them anew.
@Suite struct ServiceAppTests {
    @Test("A token is asked for once, and used until shortly before it runs out")
    func caching() async throws {
        let script = ScriptedOrg([
            .token("one"), .answer(200, "[]"), .answer(200, "[]"), .token("two"),
            .answer(200, "[]"),
        ])
        let org = script.org(credentials: try .app())
        _ = try await org.list(.eventHook)
        script.advance(3539)
        _ = try await org.list(.eventHook)
        script.advance(1)
        _ = try await org.list(.eventHook)
        #expect(script.isPlayedOut)
        #expect(script.authorizations == [nil, "Bearer one", "Bearer one", nil, "Bearer two"])
        #expect(await org.usage().requests == 3, "requests for tokens are not the API's")
        #expect(script.requests[0].method == "POST")
        #expect(script.requests[0].url == "\(ScriptedOrg.url)/oauth2/v1/token")
        #expect(script.requests[0].form["grant_type"] == "client_credentials")
    }

    @Test("Requests that need a token at the same time share the asking")
    func sharing() async throws {
        let script = ScriptedOrg([.token("one")] + Array(repeating: .answer(200, "[]"), count: 8))
        let org = script.org(credentials: try .app())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try await org.list(.eventHook) } }
            try await group.waitForAll()
        }
        #expect(script.isPlayedOut)
        #expect(script.authorizations.filter { $0 == nil }.count == 1)
    }

    @Test("Scopes are those of the kinds at hand, to read or to manage")
    func scopes() async throws {
        let steps: [ScriptedOrg.Step] = [
            .token("one"), .answer(200, "[]"), .token("two"), .answer(200, "[]"),
            .answer(200, "[]"),
        ]
        func asked(_ access: OrgAccess) async throws -> [String?] {
            let script = ScriptedOrg(steps)
            let org = script.org(
                options: OrgOptions(version: "1", access: access, seed: 7),
                credentials: try .app())
            _ = try await org.list(.eventHook)
            _ = try await org.list(.hookKey)
            _ = try await org.list(.inlineHook)
            #expect(script.isPlayedOut)
            return script.requests.filter { $0.method == "POST" }.map { $0.form["scope"] }
        }
        #expect(
            try await asked(.read) == [
                "okta.eventHooks.read", "okta.eventHooks.read okta.inlineHooks.read",
            ])
        #expect(
            try await asked(.logs) == [
                "okta.eventHooks.read okta.logs.read",
                "okta.eventHooks.read okta.inlineHooks.read okta.logs.read",
            ])
        #expect(
            try await asked(.manage) == [
                "okta.eventHooks.manage okta.eventHooks.read",
                "okta.eventHooks.manage okta.eventHooks.read okta.inlineHooks.manage"
                    + " okta.inlineHooks.read",
            ])
    }

    @Test(
        "A 401 is answered by a new token, once, for reads and for writes", arguments: Call.allCases
    )
    func renewal(_ call: Call) async throws {
        let script = ScriptedOrg([
            .token("one"), .error(401, "E0000011"), .token("two"), .error(401, "E0000011"),
        ])
        let error = await call.error(on: script.org(credentials: try .app()))
        #expect(StatusTests.outcome(error) == .unauthorized)
        #expect(script.isPlayedOut)
        #expect(script.authorizations == [nil, "Bearer one", nil, "Bearer two"])
    }

    @Test("A write whose token was renewed is done once")
    func renewedWrite() async throws {
        let script = ScriptedOrg([
            .token("one"), .error(401, "E0000011"), .token("two"), .answer(200, hook("who1")),
        ])
        let org = script.org(credentials: try .app())
        let made = try await org.create(.eventHook, body: ["name": "x"])
        #expect(made.id == "who1" && script.isPlayedOut)
        #expect(script.requests[1].body == script.requests[3].body)
    }

    @Test("A missing role or scope is no reason for another token", arguments: [403, 404, 400])
    func otherRefusals(_ status: Int) async throws {
        let script = ScriptedOrg([.token("one"), .answer(status)])
        #expect(await Call.create.error(on: script.org(credentials: try .app())) != nil)
        #expect(script.isPlayedOut)
    }

    @Test("A scope that the API names is asked for as well, once")
    func namedScope() async throws {
        let refusal = ScriptedOrg.Step.answer(
            403, "",
            [
                (
                    "WWW-Authenticate",
                    #"Bearer error="insufficient_scope", scope="okta.eventHooks.manage""#
                )
            ])
        let script = ScriptedOrg([.token("one"), refusal, .token("two"), refusal])
        let error = await Call.create.error(on: script.org(credentials: try .app()))
        guard case .unauthorized(let answer) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(answer.missingScopes == ["okta.eventHooks.manage"])
        #expect(script.isPlayedOut)
        #expect(
            script.requests[2].form["scope"] == "okta.eventHooks.manage okta.eventHooks.read")
    }

    @Test("A scope that is named and not granted is no matter to other requests")
    func namedAndRefused() async throws {
        let challenge = #"Bearer error="insufficient_scope", scope="okta.apps.read""#
        let script = ScriptedOrg([
            .token("one"), .answer(403, "", [("WWW-Authenticate", challenge)]),
            .refusedToken(400, "invalid_scope"), .refusedToken(400, "invalid_scope"),
            .token("two"), .answer(200, "[]"), .token("three"), .answer(200, "[]"),
        ])
        let org = script.org(credentials: try .app())
        guard case .unauthorized(let answer) = await Call.read.error(on: org) else {
            Issue.record("not refused")
            return
        }
        #expect(answer.missingScopes == ["okta.apps.read"])
        _ = try await org.list(.eventHook)
        #expect(script.authorizations[5] == "Bearer one")
        script.advance(3600)
        _ = try await org.list(.eventHook)
        #expect(script.requests[6].form["scope"] == "okta.eventHooks.read")
        #expect(script.isPlayedOut)
    }

    @Test("A token that lacks a scope is refused before anything else is sent")
    func ungranted() async throws {
        let script = ScriptedOrg([.token("one", scope: "okta.eventHooks.read okta.logs.read")])
        let org = script.org(
            options: OrgOptions(version: "1", access: .manage, seed: 7), credentials: try .app())
        guard case .unauthorized(let answer) = await Call.list.error(on: org) else {
            Issue.record("not refused")
            return
        }
        #expect(answer.missingScopes == ["okta.eventHooks.manage"])
        #expect(script.isPlayedOut)
    }

    @Test("Which scopes are refused is found out by asking for each")
    func refusedScopes() async throws {
        let script = ScriptedOrg([
            .refusedToken(400, "invalid_scope"), .refusedToken(400, "invalid_scope"),
            .token("read alone"), .token("read.alone"),
        ])
        let org = script.org(
            options: OrgOptions(version: "1", access: .manage, seed: 7), credentials: try .app())
        guard case .unauthorized(let answer) = await Call.list.error(on: org) else {
            Issue.record("not refused")
            return
        }
        #expect(answer.missingScopes == ["okta.eventHooks.manage"])
        #expect(answer.errorCode == "invalid_scope")
        #expect(
            script.requests.map { $0.form["scope"] } == [
                "okta.eventHooks.manage okta.eventHooks.read", "okta.eventHooks.manage",
                "okta.eventHooks.read", "okta.eventHooks.read",
            ], "an answer that holds no token is asked for again")
    }

    @Test(
        "The token endpoint's refusals are final",
        arguments: [
            (401, "invalid_client"), (400, "unauthorized_client"), (403, "access_denied"),
            (400, "invalid_request"), (400, "unsupported_grant_type"),
        ])
    func refusals(_ status: Int, _ code: String) async throws {
        let script = ScriptedOrg([.refusedToken(status, code)])
        let error = await Call.create.error(on: script.org(credentials: try .app()))
        guard case .unauthorized(let answer) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(answer.status == status && answer.errorCode == code && answer.summary == "No.")
        #expect(script.isPlayedOut && script.sleeps.isEmpty)
    }

    @Test("Okta's own form of a refusal is read like OAuth's")
    func ownForm() async throws {
        let script = ScriptedOrg([.error(401, "invalid_client")])
        let error = await Call.list.error(on: script.org(credentials: try .app()))
        guard case .unauthorized(let answer) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(answer.errorCode == "invalid_client" && answer.summary != nil)
        #expect(script.isPlayedOut)
    }

    @Test("Okta's refusal of who we are is one at the token endpoint too", arguments: [401, 403])
    func refusedByOkta(_ status: Int) async throws {
        let script = ScriptedOrg([.error(status, "E0000006")])
        let error = await Call.list.error(on: script.org(credentials: try .app()))
        #expect(StatusTests.outcome(error) == .unauthorized)
    }

    @Test(
        "What is no answer of a token endpoint is no matter of permission, nor of the object",
        arguments: Call.allCases)
    func strangers(_ call: Call) async throws {
        for step in [ScriptedOrg.Step.answer(404, "<html>"), .error(404, "E0000007")] {
            let script = ScriptedOrg([step])
            let error = await call.error(on: script.org(credentials: try .app()))
            #expect(StatusTests.outcome(error) == .refused)
        }
    }

    @Test("Failures on the way are tried again, and nothing may have happened")
    func failures() async throws {
        let script = ScriptedOrg([
            .answer(503), .fault(.interrupted(detail: "x")), .answer(200, "{}"), .token("one"),
            .answer(200, hook("who1")),
        ])
        let org = script.org(credentials: try .app())
        _ = try await org.create(.eventHook, body: [:])
        #expect(script.sleeps.count == 3)
        let lost = ScriptedOrg(Array(repeating: .fault(.interrupted(detail: "x")), count: 5))
        let error = await Call.create.error(on: lost.org(credentials: try .app()))
        #expect(StatusTests.outcome(error) == .didNotHappen)
        #expect(lost.isPlayedOut)
    }

    @Test("The rate limit of the token endpoint is waited for, as long as patience lasts")
    func rateLimit() async throws {
        let script = ScriptedOrg([
            .rateLimited(resetsIn: 20), .token("one"), .answer(200, "[]"),
        ])
        _ = try await script.org(credentials: try .app()).list(.eventHook)
        #expect(script.sleeps == [.seconds(21)])
        #expect(script.waits == [.waitingForRateLimit(seconds: 21)])
        let endless = ScriptedOrg([.rateLimited(resetsIn: 3000)])
        let error = await Call.list.error(on: endless.org(credentials: try .app()))
        guard case .rateLimited = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

extension OrgCredentials {
    /// A service app with a key of its own.
    static func app(_ dpop: Bool? = nil) throws -> OrgCredentials {
        .serviceApp(
            ServiceApp(
                clientID: "0oaSENTINEL", key: try SigningKey.makeP256(), keyID: "k1",
                proof: ServiceApp.Proof(dpop)))
    }
}

extension ScriptedOrg {
    /// The `Authorization` headers of all requests, in order.
    var authorizations: [String?] { requests.map { $0.header("Authorization") } }
}
