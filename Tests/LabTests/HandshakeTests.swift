import LabServers
import Testing

/// The challenge by real HTTP, and each way it can fail.
@Suite struct HandshakeTests {
    /// Makes a hook for the endpoint and has it verified.
    private func verified(
        by endpoint: LabClient, path: String = "/hook?x=1", secret: String = "s3cret",
        headers: LabJSON? = nil, timeout: Duration = .seconds(30),
        _ check: (LabClient, LabClient.Reply) async throws -> Void
    ) async throws {
        try await withOrg(.with { $0.endpointTimeout = timeout }) { org in
            let id = try await org.createHook(
                hookBody(
                    "the hook", uri: "http://127.0.0.1:\(endpoint.port)\(path)", secret: secret,
                    headers: headers))
            try await check(org, try await org.verify(id))
        }
    }

    @Test("a proper endpoint is verified, by one GET with all headers")
    func success() async throws {
        try await withEndpoint(auth: "Authorization: s3cret") { endpoint in
            let headers: LabJSON = [["key": "X-Team", "value": "identity"]]
            try await verified(by: endpoint, headers: headers) { org, reply in
                #expect(reply.status == 200)
                #expect(reply.json["verificationStatus"] == "VERIFIED")
                let logged = try await org.loggedTypes()
                #expect(logged == ["event_hook.created", "event_hook.verified"])
            }
            let calls = try await endpoint.received()
            #expect(calls.count == 1)
            let call = try #require(calls.first)
            #expect(call["method"] == "GET")
            #expect(call["path"] == "/hook?x=1")
            #expect(call["body"] == "")
            func header(_ name: String) -> String? {
                call["headers"]?.items?.first { $0["key"]?.text == name }?["value"]?.text
            }
            #expect(header("User-Agent") == "Okta-Integrations")
            #expect(header("Accept") == "application/json")
            #expect(header("X-Team") == "identity")
            #expect(header("Authorization") == "s3cret")
            #expect(header("X-Okta-Request-Id") != nil)
            let challenge = try #require(header("X-Okta-Verification-Challenge"))
            #expect(challenge.wholeMatch(of: #/[A-Za-z0-9_-]{40}/#) != nil)
        }
    }

    @Test(
        "an endpoint that fails is not verified, and is called as often as Okta would",
        arguments: [
            ("wrong-body", 1), ("plain-text", 1), ("status=500", 2), ("status=404", 2),
            ("redirect", 2), ("slow", 2),
        ])
    func failure(_ name: String, _ attempts: Int) async throws {
        try await withEndpoint(try #require(EndpointMode(name))) { endpoint in
            let timeout: Duration = name == "slow" ? .seconds(1) : .seconds(30)
            try await verified(by: endpoint, timeout: timeout) { org, reply in
                #expect(reply.status == 400)
                #expect(reply.errorCode == "E0000001")
                #expect(reply.json["errorSummary"] == "Api validation failed: eventHook")
                #expect(
                    reply.causes == [
                        "Unable to verify event hook. Hook the hook execution failed"
                    ])
                let hooks = try await org.call("GET", "/api/v1/eventHooks").json.items
                #expect(hooks?.first?["verificationStatus"] == "UNVERIFIED")
                let log = try await org.lab("GET", "state").json["systemLog"]?.items?.last
                #expect(log?["eventType"] == "event_hook.verified")
                #expect(log?["outcome"]?["result"] == "FAILURE")
            }
            let calls = try await endpoint.received(atLeast: attempts)
            #expect(calls.count == attempts)
            #expect(!calls.contains { $0["path"] == "/moved" })
        }
    }

    @Test("an endpoint that fails the first attempt is verified by the second")
    func retry() async throws {
        try await withEndpoint(.flaky) { endpoint in
            try await verified(by: endpoint) { _, reply in
                #expect(reply.json["verificationStatus"] == "VERIFIED")
            }
            #expect(
                try await endpoint.received().compactMap { $0["status"]?.integer } == [503, 200])
        }
    }

    @Test("the wrong secret is refused by the endpoint")
    func wrongSecret() async throws {
        try await withEndpoint(auth: "Authorization: s3cret") { endpoint in
            try await verified(by: endpoint, secret: "another") { _, reply in
                #expect(reply.status == 400)
            }
            #expect(try await endpoint.received().first?["verdict"] == "unauthorised")
        }
    }

    @Test("nobody listening, and no address on this machine, fail the same way")
    func unreachable() async throws {
        try await withOrg { org in
            var closed = 0
            try await withEndpoint { closed = $0.port }
            for uri in ["http://127.0.0.1:\(closed)/", "https://example.com/"] {
                let id = try await org.createHook(hookBody(uri, uri: uri))
                #expect(try await org.verify(id).status == 400)
            }
        }
    }

    @Test("an inactive hook is not verified, nor an unknown one")
    func inactive() async throws {
        try await withEndpoint { endpoint in
            try await withOrg { org in
                let id = try await org.createHook(
                    hookBody("one", uri: "http://localhost:\(endpoint.port)/"))
                try await org.call("POST", "/api/v1/eventHooks/\(id)/lifecycle/deactivate")
                #expect(try await org.verify(id).status == 400)
                #expect(try await org.verify("whonobody").errorCode == "E0000007")
            }
            #expect(try await endpoint.received().isEmpty)
        }
    }

    @Test("the mode and the auth header change at run time")
    func runTimeChanges() async throws {
        try await withEndpoint { endpoint in
            let challenge = [("X-Okta-Verification-Challenge", "abc")]
            let answered = try await endpoint.send("GET", "/any", headers: challenge)
            #expect(answered.json == ["verification": "abc"])
            try await endpoint.send("PUT", "/lab/mode", Array("status=418\n".utf8))
            #expect(try await endpoint.send("GET", "/any", headers: challenge).status == 418)
            try await endpoint.send("PUT", "/lab/mode", Array("ok".utf8))
            try await endpoint.send("PUT", "/lab/auth", Array("X-Key: a b".utf8))
            #expect(try await endpoint.send("GET", "/any", headers: challenge).status == 401)
            let right = challenge + [("x-key", "a b")]
            #expect(try await endpoint.send("GET", "/any", headers: right).status == 200)
            #expect(try await endpoint.send("PUT", "/lab/mode", Array("x".utf8)).status == 400)
            let page = try await endpoint.send("GET", "/lab").raw.text
            #expect(page.contains("x-key: (hidden)"))
            #expect(!page.contains("a b"))
            #expect(try await endpoint.received().count == 4)
            try await endpoint.send("DELETE", "/lab/received")
            #expect(try await endpoint.received().isEmpty)
        }
    }
}
