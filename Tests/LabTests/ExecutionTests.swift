import LabServers
import Testing

/// Trying out an inline hook by a real POST to its endpoint.
@Suite struct ExecutionTests {
    private let path = "/api/v1/inlineHooks"
    private let registration = "com.okta.user.pre-registration"

    /// Makes an inline hook for the endpoint and has it executed.
    private func executed(
        by endpoint: LabClient, type: String = "com.okta.user.pre-registration",
        secret: String = "s3cret", timeout: Duration = .seconds(30),
        _ check: (LabClient, LabClient.Reply) async throws -> Void
    ) async throws {
        try await withOrg(.with { $0.endpointTimeout = timeout }) { org in
            let body = inlineHookBody(
                "the hook", uri: "http://127.0.0.1:\(endpoint.port)/in?x=1", secret: secret,
                type: type)
            let id = try await org.createHook(body, at: path)
            let payload: LabJSON = ["eventType": .string(type), "data": ["a": 1]]
            try await check(org, try await org.call("POST", "\(path)/\(id)/execute", payload))
        }
    }

    @Test("the payload goes out as it is, with the hook's headers; the answer comes back")
    func success() async throws {
        try await withEndpoint(auth: "Authorization: s3cret") { endpoint in
            try await executed(by: endpoint) { _, reply in
                #expect(reply.status == 200)
                #expect(reply.raw.text == #"{"commands":[]}"#)
                #expect(reply.raw.header("Content-Type") == "application/json")
            }
            let calls = try await endpoint.received()
            #expect(calls.count == 1)
            #expect(calls.first?["method"] == "POST")
            #expect(calls.first?["path"] == "/in?x=1")
            #expect(
                calls.first?["body"]
                    == .string(#"{"eventType":"\#(registration)","data":{"a":1}}"#))
            #expect(calls.first?["verdict"] == "inline hook answered")
        }
    }

    @Test(
        "a failure is a 400, after as many calls as Okta would make",
        arguments: [
            ("status=500", "com.okta.user.pre-registration", 2),
            ("status=500", "com.okta.oauth2.tokens.transform", 1),
            ("status=500", "com.okta.telephony.provider", 1),
            ("status=404", "com.okta.user.pre-registration", 1),
            ("redirect", "com.okta.saml.tokens.transform", 2),
            ("slow", "com.okta.import.transform", 2),
            ("slow", "com.okta.telephony.provider", 1),
            ("wrong-body", "com.okta.user.credential.password.import", 1),
            ("plain-text", "com.okta.user.credential.password.import", 1),
            ("status=200", "com.okta.user.credential.password.import", 1),
        ])
    func failure(_ name: String, _ type: String, _ attempts: Int) async throws {
        try await withEndpoint(try #require(EndpointMode(name))) { endpoint in
            let timeout: Duration = name == "slow" ? .seconds(1) : .seconds(30)
            try await executed(by: endpoint, type: type, timeout: timeout) { _, reply in
                #expect(reply.status == 400)
                #expect(reply.errorCode == "E0000001")
                #expect(reply.json["errorSummary"] == "Api validation failed: inlineHook")
                let start = "The execution of the hook failed: "
                #expect(reply.causes.first?.hasPrefix(start) == true, "\(reply.causes)")
            }
            let calls = try await endpoint.received(atLeast: attempts)
            #expect(calls.count == attempts)
            #expect(!calls.contains { $0["path"] == "/moved" })
        }
    }

    @Test("an endpoint that fails the first attempt is heard at the second")
    func retry() async throws {
        try await withEndpoint(.flaky) { endpoint in
            try await executed(by: endpoint) { _, reply in
                #expect(reply.json == ["commands": []])
            }
            #expect(
                try await endpoint.received().compactMap { $0["status"]?.integer } == [503, 200])
        }
    }

    @Test("the wrong secret is refused by the endpoint, and not tried again")
    func wrongSecret() async throws {
        try await withEndpoint(auth: "Authorization: s3cret") { endpoint in
            try await executed(by: endpoint, secret: "another") { _, reply in
                #expect(reply.status == 400)
                #expect(!reply.raw.text.contains("another"))
            }
            #expect(try await endpoint.received().compactMap { $0["status"]?.integer } == [401])
        }
    }

    @Test("only an active hook is executed, and only with a JSON object")
    func refused() async throws {
        try await withEndpoint { endpoint in
            try await withOrg { org in
                let uri = "http://127.0.0.1:\(endpoint.port)/"
                let id = try await org.createHook(inlineHookBody("one", uri: uri), at: path)
                let execute = "\(path)/\(id)/execute"
                #expect(try await org.call("POST", execute, []).errorCode == "E0000003")
                #expect(try await org.call("POST", execute).errorCode == "E0000003")
                try await org.call("POST", "\(path)/\(id)/lifecycle/deactivate")
                let inactive = try await org.call("POST", execute, [:])
                #expect(inactive.errorCode == "E0000001")
                #expect(inactive.causes.first?.hasPrefix("status: ") == true)
                let unknown = try await org.call("POST", "\(path)/calNobody/execute", [:])
                #expect(unknown.errorCode == "E0000007")
            }
            #expect(try await endpoint.received().isEmpty)
        }
    }

    @Test("what the lab cannot reach or does not do fails as well")
    func unreachable() async throws {
        try await withOrg { org in
            let secret: LabJSON = ["authType": "client_secret_post", "clientSecret": "s"]
            for body in [
                inlineHookBody("public"),
                oauthHookBody("oauth", secret, uri: "http://127.0.0.1:1/"),
            ] {
                let id = try await org.createHook(body, at: path)
                let reply = try await org.call("POST", "\(path)/\(id)/execute", [:])
                #expect(reply.status == 400)
                #expect(reply.causes.first?.contains("the lab ") == true, "\(reply.causes)")
            }
        }
    }

    @Test("an OAuth channel gets its token by the client's secret, and sends it along")
    func token() async throws {
        try await withEndpoint(auth: "Authorization: nobody has this") { endpoint in
            try await withOrg { org in
                let base = "http://127.0.0.1:\(endpoint.port)"
                let config: LabJSON = [
                    "authType": "client_secret_post", "clientSecret": "s&=+ ü", "scope": "a b",
                ]
                let body = oauthHookBody(
                    "oauth", config, uri: "\(base)/in", tokenURL: "\(base)/token")
                let id = try await org.createHook(body, at: path)
                let reply = try await org.call("POST", "\(path)/\(id)/execute", payload)
                #expect(reply.status == 200, "\(reply.causes)")
                let calls = try await endpoint.received()
                #expect(
                    calls.compactMap { $0["verdict"]?.text } == [
                        "token given", "inline hook answered",
                    ])
                #expect(
                    calls.first?["body"]
                        == .string(
                            "grant_type=client_credentials&scope=a%20b&client_id=client"
                                + "&client_secret=s%26%3D%2B%20%C3%BC"))
                let refused = try await endpoint.send(
                    "POST", "/in", Array(payload.compact.utf8),
                    headers: [("Authorization", "Bearer made-up")])
                #expect(refused.status == 401)
            }
        }
    }

    private var payload: LabJSON { ["eventType": .string(registration), "data": [:]] }

    @Test(
        "a token server that gives none makes the execution fail, and the endpoint is not called",
        arguments: [
            ("status=503", "the token server answered 503"),
            ("redirect", "the token server answered 302"),
        ])
    func noToken(mode: String, reason: String) async throws {
        try await withEndpoint { endpoint in
            try await withEndpoint(try #require(EndpointMode(mode))) { tokens in
                try await withOrg { org in
                    let body = oauthHookBody(
                        "oauth", ["authType": "client_secret_post", "clientSecret": "s"],
                        uri: "http://127.0.0.1:\(endpoint.port)/",
                        tokenURL: "http://127.0.0.1:\(tokens.port)/token")
                    let id = try await org.createHook(body, at: path)
                    let reply = try await org.call("POST", "\(path)/\(id)/execute", payload)
                    #expect(reply.status == 400)
                    #expect(reply.causes.first?.contains(reason) == true, "\(reply.causes)")
                }
            }
            #expect(try await endpoint.received().isEmpty)
        }
    }

    @Test("a key channel is not executed, since the lab signs nothing")
    func keyChannel() async throws {
        try await withOrg { org in
            let key = try await org.call("POST", "/api/v1/hook-keys", ["name": "k"]).id
            let body = oauthHookBody(
                "oauth", ["authType": "private_key_jwt", "hookKeyId": .string(key)],
                uri: "http://127.0.0.1:1/", tokenURL: "http://127.0.0.1:1/")
            let id = try await org.createHook(body, at: path)
            let reply = try await org.call("POST", "\(path)/\(id)/execute", [:])
            #expect(reply.status == 400)
            #expect(reply.causes.first?.contains("signs nothing") == true)
        }
    }

    @Test("what inline hooks are answered can be set, and set back")
    func answers() async throws {
        try await withEndpoint { endpoint in
            let answer: LabJSON = ["commands": [["type": "a", "value": [:]]]]
            #expect(try await endpoint.lab("PUT", "answer", answer).json == answer)
            let call = Array(payload.compact.utf8)
            #expect(try await endpoint.send("POST", "/", call).json == answer)
            #expect(try await endpoint.send("PUT", "/lab/answer", Array("{".utf8)).status == 400)
            try await endpoint.send("PUT", "/lab/answer", [])
            #expect(try await endpoint.send("POST", "/", call).json == ["commands": []])
            let form = [("Content-Type", "application/x-www-form-urlencoded")]
            let nameless = try await endpoint.send(
                "POST", "/", Array("grant_type=client_credentials&client_id=a".utf8), headers: form)
            #expect(nameless.status == 401)
            #expect(nameless.json == ["error": "invalid_client"])
        }
    }

    @Test("the endpoint tells an inline hook's call from a delivery")
    func kinds() async throws {
        try await withEndpoint { endpoint in
            let inline = try await endpoint.send(
                "POST", "/", Array(#"{"eventType":"com.okta.telephony.provider"}"#.utf8))
            #expect(inline.json == ["commands": []])
            let delivery = try await endpoint.send(
                "POST", "/", Array(#"{"eventType":"com.okta.event_hook"}"#.utf8))
            #expect(delivery.status == 204)
            #expect(try await endpoint.send("POST", "/", Array("{".utf8)).status == 204)
        }
    }
}
