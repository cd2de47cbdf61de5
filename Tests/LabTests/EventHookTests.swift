import LabServers
import Testing

/// What no recording shows: refusals, limits, switches.
@Suite struct EventHookTests {
    private let path = "/api/v1/eventHooks"

    @Test("a lifecycle: list, deactivate, activate, delete, each in the log")
    func lifecycle() async throws {
        try await withOrg { org in
            let first = try await org.createHook(hookBody("first"))
            _ = try await org.createHook(hookBody("second"))
            let list = try await org.call("GET", path).json
            #expect(list.values(at: ["name"]) == ["first", "second"])
            #expect(list.items?[0] == (try await org.call("GET", "\(path)/\(first)").json))

            let refused = try await org.call("DELETE", "\(path)/\(first)")
            #expect(refused.status == 400)
            #expect(refused.errorCode == "E0000001")
            for (verb, status) in [
                ("deactivate", "INACTIVE"), ("deactivate", "INACTIVE"), ("activate", "ACTIVE"),
                ("activate", "ACTIVE"), ("deactivate", "INACTIVE"),
            ] {
                let reply = try await org.call("POST", "\(path)/\(first)/lifecycle/\(verb)")
                #expect(reply.status == 200)
                #expect(reply.json["status"] == .string(status))
            }
            #expect(try await org.call("DELETE", "\(path)/\(first)").status == 204)
            #expect(try await org.call("GET", "\(path)/\(first)").status == 404)
            let types = try await org.loggedTypes().map { $0.dropFirst("event_hook.".count) }
            #expect(
                types == [
                    "created", "created", "deactivated", "activated", "deactivated", "deleted",
                ])
        }
    }

    @Test(
        "a body that breaks a rule is refused, and the cause says where",
        arguments: [
            (hookBody(""), "name:"),
            (hookBody(String(repeating: "n", count: 256)), "name:"),
            (hookBody("a", uri: "http://example.com/"), "uri:"),
            (hookBody("a", uri: "https://example.com/a b"), "uri:"),
            (hookBody("a", uri: "https://x/" + String(repeating: "u", count: 1024)), "uri:"),
            (hookBody("a", events: []), "events.items:"),
            (hookBody("a", events: (0...300).map { "user.e\($0)" }), "events.items:"),
            (hookBody("a", headers: [["key": "accept", "value": "x"]]), "headers:"),
            (["name": "a", "events": ["type": "EVENT_TYPE", "items": ["a.b"]]], "channel.type:"),
        ] as [(LabJSON, String)])
    func invalid(_ body: LabJSON, _ start: String) async throws {
        try await withOrg { org in
            let reply = try await org.call("POST", path, body)
            #expect(reply.status == 400)
            #expect(reply.errorCode == "E0000001")
            #expect(reply.json["errorLink"] == "E0000001")
            #expect(reply.json["errorId"]?.text?.isEmpty == false)
            #expect(reply.causes.contains { $0.hasPrefix(start) }, "\(reply.causes)")
        }
    }

    @Test("what is no JSON, or JSON of the wrong type, is not well-formed")
    func notWellFormed() async throws {
        try await withOrg { org in
            let headers = [
                ("Authorization", "SSWS x"), ("Content-Type", "application/json"),
            ]
            for text in ["{", "[]", "{\"name\":1}", "\"\""] {
                let reply = try await org.send("POST", path, Array(text.utf8), headers: headers)
                #expect(reply.status == 400)
                #expect(reply.errorCode == "E0000003", "\(text)")
            }
            let form = try await org.send(
                "POST", path, Array("a=b".utf8), headers: [("Authorization", "SSWS x")])
            #expect(form.errorCode == "E0000021")
        }
    }

    @Test("the token, the path, the method and the length are looked at")
    func admission() async throws {
        try await withOrg(.with { $0.tokens = ["right"] }) { org in
            for headers in [
                [], [("Authorization", "SSWS wrong")], [("Authorization", "Bearer right")],
            ] {
                let reply = try await org.send("GET", path, headers: headers)
                #expect(reply.status == 401)
                #expect(reply.errorCode == "E0000011")
            }
            let right = LabClient(port: org.port, token: "right")
            #expect(try await right.call("GET", path).status == 200)
            #expect(try await right.call("GET", "/api/v1/nothing").errorCode == "E0000008")
            #expect(try await right.call("GET", "\(path)/whoX").errorCode == "E0000007")
            #expect(try await right.call("PATCH", path).errorCode == "E0000022")
            let headers = [("Authorization", "SSWS right")]
            let noLength = try await right.send(
                "POST", "\(path)/whoX/lifecycle/verify", headers: headers)
            #expect(noLength.status == 411)
            #expect(noLength.raw.text.contains("-d ''"))
        }
    }

    @Test("a name is unique, but a hook may keep its own")
    func uniqueness() async throws {
        try await withOrg { org in
            let first = try await org.createHook(hookBody("first"))
            _ = try await org.createHook(hookBody("second"))
            let twin = try await org.call("POST", path, hookBody("first"))
            #expect(twin.errorCode == "E0000001")
            #expect(twin.causes.first?.hasPrefix("name: ") == true)
            let renamed = try await org.call("PUT", "\(path)/\(first)", hookBody("second"))
            #expect(renamed.causes.first?.hasPrefix("name: ") == true)
            #expect(try await org.call("PUT", "\(path)/\(first)", hookBody("first")).status == 200)
        }
    }

    @Test("the maximum of event hooks, of all or of the active ones")
    func maximum() async throws {
        for counted in OrgSwitches.Counted.allCases {
            let configuration = LabOrg.Configuration.with {
                $0.maximumEventHooks = 1
                $0.switches.limitCounts = counted
            }
            try await withOrg(configuration) { org in
                let first = try await org.createHook(hookBody("first"))
                #expect(try await org.call("POST", path, hookBody("second")).status == 400)
                try await org.call("POST", "\(path)/\(first)/lifecycle/deactivate")
                let second = try await org.call("POST", path, hookBody("second"))
                #expect(second.status == (counted == .all ? 400 : 200))
                let again = try await org.call("POST", "\(path)/\(first)/lifecycle/activate")
                #expect(again.status == (counted == .all ? 200 : 400))
            }
        }
    }

    @Test("a filter is given back as it was sent, with a version in each condition")
    func filter() async throws {
        try await withOrg { org in
            var body = hookBody("one")
            body["events"]?["filter"] = [
                "type": "EXPRESSION_LANGUAGE",
                "eventFilterMap": [
                    [
                        "event": "user.lifecycle.create", "mine": 1,
                        "condition": ["expression": "a  eq 'b'"],
                    ]
                ],
            ]
            let id = try await org.createHook(body)
            let hook = try await org.call("GET", "\(path)/\(id)").raw.text
            #expect(
                hook.contains(
                    #"{"event":"user.lifecycle.create","mine":1,"#
                        + #""condition":{"version":null,"expression":"a  eq 'b'"}}"#))
        }
    }

    @Test(
        "a PUT resets the verification by the rule that is set",
        arguments: OrgSwitches.Reset.allCases)
    func reset(_ rule: OrgSwitches.Reset) async throws {
        try await withOrg(.with { $0.switches.resetOn = rule }) { org in
            func status(after body: LabJSON) async throws -> String? {
                var hook = hookBody("one")
                hook["id"] = "whoVerified"
                hook["verificationStatus"] = "VERIFIED"
                #expect(try await org.lab("PUT", "state", ["eventHooks": [hook]]).status == 200)
                return try await org.call("PUT", "\(path)/whoVerified", body)
                    .json["verificationStatus"]?.text
            }
            let sameChannel = try await status(after: hookBody("renamed"))
            let newSecret = try await status(after: hookBody("one", secret: "new"))
            let newHeader = try await status(
                after: hookBody("one", headers: [["key": "a", "value": "b"]]))
            let newURI = try await status(after: hookBody("one", uri: "https://example.com/2"))
            let all = [sameChannel, newSecret, newHeader, newURI]
            let (kept, lost) = ("VERIFIED", "UNVERIFIED")
            switch rule {
            case .uri: #expect(all == [kept, kept, kept, lost])
            case .channel: #expect(all == [kept, lost, lost, lost])
            case .always: #expect(all == [lost, lost, lost, lost])
            }
        }
    }

    @Test(
        "a PUT without the secret does what the switch says",
        arguments: OrgSwitches.OmittedSecret.allCases)
    func omittedSecret(_ rule: OrgSwitches.OmittedSecret) async throws {
        try await withOrg(.with { $0.switches.secretOmitted = rule }) { org in
            let id = try await org.createHook(hookBody("one"))
            var body = hookBody("one")
            body["channel"]?["config"]?["authScheme"]?["value"] = nil
            let reply = try await org.call("PUT", "\(path)/\(id)", body)
            let state = try await org.lab("GET", "state").json
            let auth = state["eventHooks"]?.items?.first?["channel"]?["config"]?["authScheme"]
            #expect(reply.status == (rule == .refuse ? 400 : 200))
            #expect(auth?["value"] == (rule == .clear ? .null : "s3cret") as LabJSON)
            #expect(auth?["key"] == "Authorization")
        }
    }

    @Test("the other switches")
    func switches() async throws {
        let configuration = LabOrg.Configuration.with {
            $0.switches.deleteActiveStatus = 403
            $0.switches.repeatedLifecycle = .refuse
            $0.switches.unknownEvents = .refuse
            $0.switches.eventTypes = ["user.lifecycle.create"]
        }
        try await withOrg(configuration) { org in
            let unknown = try await org.call("POST", path, hookBody("a", events: ["user.nonsense"]))
            #expect(unknown.causes.first?.hasPrefix("events.items: ") == true)
            let id = try await org.createHook(hookBody("a"))
            #expect(try await org.call("DELETE", "\(path)/\(id)").status == 403)
            #expect(try await org.call("POST", "\(path)/\(id)/lifecycle/activate").status == 400)
        }
    }

    @Test("the secret is on no answer of the API")
    func secret() async throws {
        try await withOrg { org in
            let secret = "SENTINEL-s3cret"
            let id = try await org.createHook(hookBody("one", secret: secret))
            var answers = [
                try await org.call("GET", path), try await org.call("GET", "\(path)/\(id)"),
            ]
            answers.append(
                try await org.call("PUT", "\(path)/\(id)", hookBody("one", secret: secret)))
            answers.append(try await org.verify(id))
            answers.append(try await org.call("GET", "/api/v1/logs"))
            answers.append(try await org.send("GET", "/"))
            for answer in answers { #expect(!answer.raw.text.contains(secret)) }
            #expect(try await org.lab("GET", "state").raw.text.contains(secret))
        }
    }
}
