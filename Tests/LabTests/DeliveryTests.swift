import LabServers
import Testing

/// Events posted to the org reach the endpoints of the hooks that want them.
@Suite struct DeliveryTests {
    private let event: LabJSON = ["eventType": "user.lifecycle.create", "uuid": "the-event"]

    /// An org whose state holds one hook, active and verified, for the endpoint.
    private func withHook(
        at endpoint: LabClient, status: String = "ACTIVE", verification: String = "VERIFIED",
        timeout: Duration = .seconds(30), _ body: (LabClient) async throws -> Void
    ) async throws {
        var hook = hookBody("one", uri: "http://127.0.0.1:\(endpoint.port)/in")
        hook["id"] = "whoOne"
        hook["status"] = .string(status)
        hook["verificationStatus"] = .string(verification)
        try await withOrg(.with { $0.endpointTimeout = timeout }) { org in
            #expect(try await org.lab("PUT", "state", ["eventHooks": [hook]]).status == 200)
            try await body(org)
        }
    }

    @Test("events of a wanted type come in one POST, in Okta's envelope")
    func envelope() async throws {
        try await withEndpoint(auth: "Authorization: s3cret") { endpoint in
            try await withHook(at: endpoint) { org in
                let events: LabJSON = [event, ["eventType": "user.other"], event]
                let report = try await org.lab("POST", "events", events).json
                #expect(report["events"]?.items?.count == 3)
                let delivery = try #require(report["deliveries"]?.items?.first)
                #expect(delivery["hookId"] == "whoOne")
                #expect(delivery["outcome"] == "SUCCESS")
                #expect(delivery["status"] == 204)
                let log = try await org.call("GET", "/api/v1/logs").json.items ?? []
                #expect(log.count == 3)
                #expect(log[0]["debugContext"]?["debugData"]?["webhooks"] == ["whoOne"])

                let received = try await endpoint.lab("GET", "received").json.items ?? []
                #expect(received.count == 1)
                #expect(received.first?["method"] == "POST")
                #expect(received.first?["verdict"] == "delivery accepted")
                let body = try LabJSON.parse((received.first?["body"]?.text ?? "").utf8)
                #expect(body["eventType"] == "com.okta.event_hook")
                #expect(body["eventTypeVersion"] == "1.0")
                #expect(body["cloudEventsVersion"] == "0.1")
                #expect(body["contentType"] == "application/json")
                #expect(
                    body["source"]
                        == .string("http://127.0.0.1:\(org.port)/api/v1/eventHooks/whoOne"))
                #expect(body["data"]?["events"]?.items == [log[0], log[2]])
            }
        }
    }

    @Test(
        "only an active and verified hook gets events",
        arguments: [("INACTIVE", "VERIFIED"), ("ACTIVE", "UNVERIFIED")])
    func silent(_ status: String, _ verification: String) async throws {
        try await withEndpoint { endpoint in
            try await withHook(at: endpoint, status: status, verification: verification) { org in
                let report = try await org.lab("POST", "events", event).json
                #expect(report["deliveries"]?.items?.isEmpty == true)
            }
            #expect(try await endpoint.lab("GET", "received").json.items?.isEmpty == true)
        }
    }

    @Test(
        "a failed delivery is tried again where that may help, and logged",
        arguments: [("status=503", 2), ("status=404", 1), ("slow", 2)])
    func failure(_ mode: String, _ attempts: Int) async throws {
        try await withEndpoint(try #require(EndpointMode(mode))) { endpoint in
            let timeout: Duration = mode == "slow" ? .seconds(1) : .seconds(30)
            try await withHook(at: endpoint, timeout: timeout) { org in
                let report = try await org.lab("POST", "events", event).json
                let delivery = report["deliveries"]?.items?.first
                #expect(delivery?["outcome"] == "FAILURE")
                #expect(delivery?["attempts"]?.integer == attempts)
                #expect(
                    try await org.loggedTypes() == ["user.lifecycle.create", "event_hook.delivery"])
            }
            #expect(try await endpoint.received(atLeast: attempts).count == attempts)
        }
    }

    @Test("a flaky endpoint gets it at the second attempt, and nothing is logged")
    func retry() async throws {
        try await withEndpoint(.flaky) { endpoint in
            try await withHook(at: endpoint) { org in
                let report = try await org.lab("POST", "events", event).json
                #expect(report["deliveries"]?.items?.first?["attempts"] == 2)
                #expect(report["deliveries"]?.items?.first?["outcome"] == "SUCCESS")
                #expect(try await org.loggedTypes() == ["user.lifecycle.create"])
            }
        }
    }
}
