import LabServers
import Testing

/// An org takes filters that it can read, and delivers what they let through.
@Suite struct FilterDeliveryTests {
    private let path = "/api/v1/eventHooks"
    private let type = "group.user_membership.add"

    private func body(
        _ name: String, _ expression: LabJSON?, event: String? = nil,
        uri: String = "https://example.com/hook"
    ) -> LabJSON {
        var body = hookBody(name, uri: uri, events: [type, "user.lifecycle.create"])
        var entry: LabJSON = ["event": .string(event ?? type)]
        if let expression { entry["condition"] = ["expression": expression] }
        body["events"]?["filter"] = ["type": "EXPRESSION_LANGUAGE", "eventFilterMap": [entry]]
        return body
    }

    private func event(_ uuid: String, _ group: String) -> LabJSON {
        [
            "eventType": .string(type), "uuid": .string(uuid),
            "target": [["type": "UserGroup", "displayName": .string(group)]],
        ]
    }

    @Test("a hook gets what its filter of the type is true for, and all of the other types")
    func delivered() async throws {
        try await withEndpoint { endpoint in
            try await withOrg { org in
                let uri = "http://127.0.0.1:\(endpoint.port)/in"
                let filters = [
                    "event.target.?[displayName eq 'Sales'].size() > 0",
                    "event.target[1].displayName eq 'Sales'", "event.target.size()",
                ]
                for (number, filter) in filters.enumerated() {
                    let hook = body("hook \(number)", .string(filter), uri: uri)
                    _ = try await org.verify(try await org.createHook(hook))
                }
                let sales = try #require(
                    try await org.call("GET", path).json.items?.first?["id"]?.text)
                let report = try await org.lab(
                    "POST", "events", [event("e1", "Sales"), event("e2", "Legal")]
                ).json
                #expect(report.values(at: ["deliveries", "hookId"]) == [.string(sales)])
                #expect(report.values(at: ["deliveries", "events"]) == ["e1"])
                let reasons = report.values(at: ["withheld", "reason"]).compactMap(\.text)
                #expect(
                    reasons == [
                        "the filter fails: there is no [1] in a list of 1",
                        "the filter fails: it comes to a number", "the filter is false",
                        "the filter fails: there is no [1] in a list of 1",
                        "the filter fails: it comes to a number",
                    ])
                let received = try await endpoint.lab("GET", "received").json.items ?? []
                let posts = received.filter { $0["method"] == "POST" }
                #expect(posts.count == 1)
                let posted = try LabJSON.parse((posts.first?["body"]?.text ?? "").utf8)
                #expect(posted.values(at: ["data", "events", "uuid"]) == ["e1"])
                let query = "filter=eventType+eq+%22\(type)%22"
                let log = try await org.call("GET", "/api/v1/logs?\(query)").json
                #expect(log.values(at: ["uuid"]) == ["e1", "e2"])
                // Named are the hooks an event is meant for.
                let webhooks: [Substring] = ["debugContext", "debugData", "webhooks"]
                #expect(log.values(at: webhooks) == [.string(sales)])

                let other = try await org.lab(
                    "POST", "events", ["eventType": "user.lifecycle.create"]
                ).json
                #expect(other["deliveries"]?.items?.count == 3)
            }
        }
    }

    @Test("a filter that nobody can read is refused, and its place is told")
    func refused() async throws {
        try await withOrg { org in
            let place = "events.filter.eventFilterMap[0]"
            for (body, cause) in [
                (
                    body("one", "event.actor.id = 'x'"),
                    "\(place).condition.expression: = is not understood at character 16"
                ),
                (body("one", ""), "\(place).condition.expression: The field cannot be left blank"),
                (body("one", nil), "\(place).condition.expression: The field cannot be left blank"),
                (
                    body("one", "true", event: "user.account.lock"),
                    "\(place).event: user.account.lock is not among the event types of the hook"
                ),
            ] {
                let reply = try await org.call("POST", path, body)
                #expect(reply.status == 400)
                #expect(reply.errorCode == "E0000001")
                #expect(reply.causes == [cause])
            }
            #expect(try await org.call("POST", path, body("one", 5)).errorCode == "E0000003")
            let id = try await org.createHook(hookBody("one"))
            let replaced = try await org.call("PUT", "\(path)/\(id)", body("one", "("))
            #expect(replaced.errorCode == "E0000001")
        }
    }

    @Test("an org can take any filter; those it cannot read let nothing through")
    func unknown() async throws {
        try await withOrg(.with { $0.switches.unknownFilters = .accept }) { org in
            var hook = body("one", "event.actor.id = 'x'")
            hook["id"] = "whoOne"
            let id = try await org.createHook(hook)
            #expect(id != "whoOne")
            hook["verificationStatus"] = "VERIFIED"
            try await org.lab("PUT", "state", ["eventHooks": [hook]])
            let report = try await org.lab("POST", "events", event("e1", "Sales")).json
            #expect(report["deliveries"] == [])
            #expect(
                report.values(at: ["withheld", "reason"])
                    == ["the filter fails: = is not understood at character 16"])
        }
    }

    @Test("an org without filters refuses them, or leaves them out")
    func off() async throws {
        try await withOrg(.with { $0.switches.filters = .refuse }) { org in
            let reply = try await org.call("POST", path, body("one", "true"))
            #expect(reply.status == 401)
            #expect(reply.errorCode == "E0000015")
            #expect(try await org.call("POST", path, hookBody("one")).status == 200)
        }
        try await withOrg(.with { $0.switches.filters = .ignore }) { org in
            let reply = try await org.call("POST", path, body("one", "true"))
            #expect(reply.json["events"]?["filter"]?.isNull == true)
        }
    }
}
