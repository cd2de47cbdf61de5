import LabServers
import Testing

/// What no recording shows of inline hooks: refusals, limits, switches.
@Suite struct InlineHookTests {
    private let path = "/api/v1/inlineHooks"

    @Test("a lifecycle: born active, every change in the log, deleted only when inactive")
    func lifecycle() async throws {
        try await withOrg { org in
            var body = inlineHookBody("one")
            body["status"] = "INACTIVE"
            let id = try await org.createHook(body, at: path)
            #expect(id.wholeMatch(of: #/cal[A-Za-z0-9]{17}/#) != nil)
            #expect(try await org.call("GET", "\(path)/\(id)").json["status"] == "ACTIVE")
            let put = try await org.call("PUT", "\(path)/\(id)", body)
            #expect(put.json["status"] == "ACTIVE")
            let refused = try await org.call("DELETE", "\(path)/\(id)")
            #expect(refused.status == 400)
            #expect(refused.errorCode == "E0000001")
            for (verb, status) in [
                ("activate", "ACTIVE"), ("deactivate", "INACTIVE"), ("deactivate", "INACTIVE"),
                ("activate", "ACTIVE"), ("deactivate", "INACTIVE"),
            ] {
                let reply = try await org.call("POST", "\(path)/\(id)/lifecycle/\(verb)")
                #expect(reply.json["status"] == .string(status))
            }
            body["status"] = "ACTIVE"
            let still = try await org.call("PUT", "\(path)/\(id)", body)
            #expect(still.json["status"] == "INACTIVE")
            #expect(try await org.call("DELETE", "\(path)/\(id)").status == 204)
            #expect(try await org.call("GET", "\(path)/\(id)").errorCode == "E0000007")
            let types = try await org.loggedTypes()
            #expect(
                types
                    == [
                        "created", "updated", "deactivated", "activated", "deactivated", "updated",
                        "deleted",
                    ].map { "inline_hook.\($0)" })
            let entries = try await org.call("GET", "/api/v1/logs").json.items ?? []
            #expect(entries.allSatisfy { $0["target"]?.items?.first?["id"]?.text == id })
        }
    }

    @Test(
        "a body that breaks a rule is refused, and the cause says where",
        arguments: [
            (inlineHookBody(""), "name:"),
            (inlineHookBody(String(repeating: "n", count: 256)), "name:"),
            (inlineHookBody("a", uri: "http://example.com/"), "uri:"),
            (inlineHookBody("a", uri: "https://x/" + String(repeating: "u", count: 1024)), "uri:"),
            (inlineHookBody("a", type: ""), "type:"),
            (inlineHookBody("a", version: "2.0.0"), "version:"),
            (
                inlineHookBody("a", type: "com.okta.telephony.provider", version: "1.0.1"),
                "version:"
            ),
            (oauthHookBody("a", [:]), "channel.config.authType:"),
            (oauthHookBody("a", ["authType": "client_secret_post"]), "channel.config.clientSecret"),
            (oauthHookBody("a", ["authType": "private_key_jwt"]), "channel.config.hookKeyId:"),
            (
                oauthHookBody("a", ["authType": "private_key_jwt", "hookKeyId": "HKYnone"]),
                "channel.config.hookKeyId:"
            ),
            (
                oauthHookBody(
                    "a",
                    [
                        "authType": "client_secret_post", "clientSecret": "s",
                        "authScheme": ["type": "HEADER", "key": "a", "value": "b"],
                    ]), "channel.config.authScheme:"
            ),
            (
                oauthHookBody(
                    "a", ["authType": "client_secret_post", "clientSecret": "s"], tokenURL: ""),
                "channel.config.tokenUrl:"
            ),
        ] as [(LabJSON, String)])
    func invalid(_ body: LabJSON, _ start: String) async throws {
        try await withOrg { org in
            let reply = try await org.call("POST", path, body)
            #expect(reply.status == 400)
            #expect(reply.errorCode == "E0000001")
            #expect(reply.json["errorSummary"] == "Api validation failed: inlineHook")
            #expect(reply.causes.contains { $0.hasPrefix(start) }, "\(reply.causes)")
            #expect(try await org.loggedTypes().isEmpty)
        }
    }

    @Test("an unknown type, channel or auth type is not well-formed")
    func notWellFormed() async throws {
        try await withOrg { org in
            var channel = inlineHookBody("a")
            channel["channel"]?["type"] = "SMTP"
            let bodies: [LabJSON] = [
                inlineHookBody("a", type: "com.okta.unheard.of"), channel,
                oauthHookBody("a", ["authType": "basic"]), ["name": 1],
            ]
            for body in bodies {
                let reply = try await org.call("POST", path, body)
                #expect(reply.errorCode == "E0000003")
            }
        }
    }

    @Test("a replace may leave the type out, but not change it")
    func type() async throws {
        try await withOrg { org in
            let type = "com.okta.saml.tokens.transform"
            let id = try await org.createHook(
                inlineHookBody("one", type: type, version: "1.0.2"), at: path)
            var body = inlineHookBody("renamed", version: "1.0.1")
            body["type"] = nil
            for method in ["PUT", "POST"] {
                let reply = try await org.call(method, "\(path)/\(id)", body)
                #expect(reply.json["type"] == .string(type))
                #expect(reply.json["version"] == "1.0.1")
                #expect(reply.json["name"] == "renamed")
            }
            let other = try await org.call("PUT", "\(path)/\(id)", inlineHookBody("one"))
            #expect(other.causes.first?.hasPrefix("type: ") == true)
            body["version"] = "1.0.3"
            let version = try await org.call("PUT", "\(path)/\(id)", body)
            #expect(version.causes.first?.hasPrefix("version: ") == true)
        }
    }

    @Test("the list is all, or all of one type")
    func list() async throws {
        try await withOrg { org in
            let token = "com.okta.oauth2.tokens.transform"
            let first = try await org.createHook(inlineHookBody("first"), at: path)
            _ = try await org.createHook(inlineHookBody("second", type: token), at: path)
            let all = try await org.call("GET", path).json
            #expect(all.values(at: ["name"]) == ["first", "second"])
            #expect(all.items?[0] == (try await org.call("GET", "\(path)/\(first)").json))
            let some = try await org.call("GET", "\(path)?type=\(token)").json
            #expect(some.values(at: ["name"]) == ["second"])
            let none = try await org.call("GET", "\(path)?type=com.okta.telephony.provider").json
            #expect(none == [])
        }
    }

    @Test("a name is unique among inline hooks, and a hook may keep its own")
    func uniqueness() async throws {
        try await withOrg { org in
            _ = try await org.createHook(hookBody("first"))
            let first = try await org.createHook(inlineHookBody("first"), at: path)
            _ = try await org.createHook(inlineHookBody("second"), at: path)
            let twin = try await org.call("POST", path, inlineHookBody("first"))
            #expect(twin.causes.first?.hasPrefix("name: ") == true)
            let renamed = try await org.call("PUT", "\(path)/\(first)", inlineHookBody("second"))
            #expect(renamed.causes.first?.hasPrefix("name: ") == true)
            let kept = try await org.call("PUT", "\(path)/\(first)", inlineHookBody("first"))
            #expect(kept.status == 200)
        }
    }

    @Test("the maximum is 100, or what is set, inactive ones included")
    func maximum() async throws {
        #expect(LabOrg.Configuration().maximumInlineHooks == 100)
        try await withOrg(.with { $0.maximumInlineHooks = 1 }) { org in
            let id = try await org.createHook(inlineHookBody("first"), at: path)
            try await org.call("POST", "\(path)/\(id)/lifecycle/deactivate")
            let second = try await org.call("POST", path, inlineHookBody("second"))
            #expect(second.status == 400)
            #expect(second.errorCode == "E0000001")
            try await org.call("DELETE", "\(path)/\(id)")
            #expect(try await org.call("POST", path, inlineHookBody("second")).status == 200)
        }
    }

    @Test(
        "a PUT without the secret does what the switch says",
        arguments: OrgSwitches.OmittedSecret.allCases)
    func omittedSecret(_ rule: OrgSwitches.OmittedSecret) async throws {
        try await withOrg(.with { $0.switches.secretOmitted = rule }) { org in
            let oauth: LabJSON = ["authType": "client_secret_post", "clientSecret": "s3cret"]
            for (body, keys) in [
                (inlineHookBody("header"), ["authScheme", "value"]),
                (oauthHookBody("client", oauth), ["clientSecret"]),
            ] {
                let id = try await org.createHook(body, at: path)
                var put = body
                var config = body["channel"]?["config"] ?? [:]
                if keys.count == 2 {
                    config["authScheme"]?["value"] = nil
                } else {
                    config["clientSecret"] = nil
                }
                put["channel"]?["config"] = config
                let reply = try await org.call("PUT", "\(path)/\(id)", put)
                #expect(reply.status == (rule == .refuse ? 400 : 200))
                let state = try await org.lab("GET", "state").json["inlineHooks"]?.items?.last
                let secret = keys.reduce(state?["channel"]?["config"]) { $0?[$1] }
                #expect(secret == (rule == .clear ? .null : "s3cret") as LabJSON)
            }
        }
    }

    @Test("the other switches")
    func switches() async throws {
        let configuration = LabOrg.Configuration.with {
            $0.switches.deleteActiveStatus = 403
            $0.switches.repeatedLifecycle = .refuse
        }
        try await withOrg(configuration) { org in
            let id = try await org.createHook(inlineHookBody("a"), at: path)
            #expect(try await org.call("DELETE", "\(path)/\(id)").status == 403)
            #expect(try await org.call("POST", "\(path)/\(id)/lifecycle/activate").status == 400)
        }
    }

    @Test("the secrets are on no answer of the API, but in the state")
    func secret() async throws {
        try await withOrg { org in
            let secrets = ["SENTINEL-header", "SENTINEL-client"]
            for body in [
                inlineHookBody("one", secret: secrets[0]),
                oauthHookBody(
                    "two", ["authType": "client_secret_post", "clientSecret": .string(secrets[1])]),
            ] {
                let created = try await org.call("POST", path, body)
                let put = try await org.call("PUT", "\(path)/\(created.id)", body)
                let deactivated = try await org.call(
                    "POST", "\(path)/\(created.id)/lifecycle/deactivate")
                for answer in [created, put, deactivated] {
                    #expect(answer.status == 200)
                    #expect(!answer.raw.text.contains("SENTINEL"))
                }
            }
            for target in [path, "/api/v1/logs", "/"] {
                #expect(!(try await org.call("GET", target).raw.text.contains("SENTINEL")))
            }
            let state = try await org.lab("GET", "state")
            for secret in secrets { #expect(state.raw.text.contains(secret)) }
        }
    }
}
