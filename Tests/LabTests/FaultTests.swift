import LabServers
import Testing

/// Faults on demand, seen from a bare socket.
@Suite struct FaultTests {
    /// Plans the fault for the next request, creates a hook, and tells how many hooks there are.
    private func creating(
        under fault: LabJSON, _ check: (LabClient.Reply, _ hooks: Int) async throws -> Void
    ) async throws {
        try await withOrg { org in
            #expect(try await org.lab("POST", "faults", ["fault": fault]).status == 201)
            let reply = try await org.call("POST", "/api/v1/eventHooks", hookBody("one"))
            let after = try await org.call("GET", "/api/v1/eventHooks")
            #expect(after.status == 200)
            try await check(reply, after.json.items?.count ?? -1)
        }
    }

    @Test("a status in place of the answer, before the change or after it")
    func status() async throws {
        try await creating(under: ["kind": "status", "status": 503]) { reply, hooks in
            #expect(reply.status == 503)
            #expect(reply.errorCode == "E0000010")
            #expect(reply.raw.header("X-Rate-Limit-Limit") != nil)
            #expect(hooks == 0)
        }
        let full: LabJSON = [
            "kind": "status", "status": 429, "after": true, "body": ["errorCode": "E1"],
            "headers": ["X-Rate-Limit-Reset": 1, "X-Rate-Limit-Remaining": "0"],
        ]
        try await creating(under: full) { reply, hooks in
            #expect(reply.status == 429)
            #expect(reply.json == ["errorCode": "E1"])
            #expect(reply.raw.headers("X-Rate-Limit-Reset") == ["1"])
            #expect(hooks == 1)
        }
    }

    @Test("a connection that is reset or closed, before the change or after it")
    func cut() async throws {
        try await creating(under: ["kind": "resetBefore"]) { reply, hooks in
            #expect(reply.status == nil)
            #expect(reply.raw.ending == .reset)
            #expect(hooks == 0)
        }
        try await creating(under: ["kind": "resetAfter"]) { reply, hooks in
            #expect(reply.status == nil)
            #expect(reply.raw.ending == .reset)
            #expect(hooks == 1)
        }
        try await creating(under: ["kind": "resetAfter", "with": "close"]) { reply, hooks in
            #expect(reply.status == nil)
            #expect(reply.raw.ending == .closed)
            #expect(hooks == 1)
        }
    }

    @Test("an answer that ends too early, or is not what it should be")
    func spoiled() async throws {
        try await creating(under: ["kind": "truncated"]) { reply, hooks in
            #expect(reply.status == 200)
            #expect(reply.raw.isCutShort)
            #expect(reply.raw.text.hasPrefix("{\"id\":\"who"))
            #expect(hooks == 1)
        }
        try await creating(under: ["kind": "wrongBody", "body": "<html>"]) { reply, hooks in
            #expect(reply.status == 200)
            #expect(reply.raw.text == "<html>")
            #expect(hooks == 1)
        }
    }

    @Test("an answer that comes late, or not at all")
    func late() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        try await creating(under: ["kind": "delay", "ms": 150]) { reply, hooks in
            #expect(reply.status == 200)
            #expect(hooks == 1)
        }
        try await creating(under: ["kind": "hang", "seconds": .number("0.15")]) { reply, hooks in
            #expect(reply.status == nil)
            #expect(hooks == 0)
        }
        #expect(clock.now - start >= .milliseconds(300))
    }

    @Test("a hanging request does not keep the org from stopping", .timeLimit(.minutes(60)))
    func hangAndStop() async throws {
        let org = try await LabOrg.start()
        let client = LabClient(port: org.port)
        try await client.lab("POST", "faults", ["fault": ["kind": "hang", "seconds": 3600]])
        async let reply = client.call("GET", "/api/v1/eventHooks")
        while try await client.lab("GET", "requests").json["total"] != 1 { await Task.yield() }
        await org.stop()
        // Whether the socket is closed or reset depends on what was still unread.
        #expect(try await reply.status == nil)
    }

    @Test("a fault waits for its request: by number, method and path, for a number of times")
    func selection() async throws {
        try await withOrg { org in
            func statuses(_ count: Int) async throws -> [Int?] {
                var statuses: [Int?] = []
                for _ in 0..<count {
                    statuses.append(try await org.call("GET", "/api/v1/eventHooks").status)
                }
                return statuses
            }
            let fault: LabJSON = ["kind": "status", "status": 500]
            try await org.lab("POST", "faults", ["at": 2, "times": 2, "fault": fault])
            #expect(try await statuses(4) == [200, 500, 500, 200])

            let path: LabJSON = ["method": "get", "path": "/api/v1/eventHooks/*", "fault": fault]
            try await org.lab("POST", "faults", path)
            #expect(try await statuses(1) == [200])
            #expect(try await org.call("DELETE", "/api/v1/eventHooks/x").status == 404)
            #expect(try await org.call("GET", "/api/v1/eventHooks/x").status == 500)
            #expect(try await org.call("GET", "/api/v1/eventHooks/x").status == 404)

            try await org.lab("POST", "faults", ["path": "/api/**", "times": 9, "fault": fault])
            #expect(try await org.lab("GET", "faults").json.items?.count == 1)
            #expect(try await org.lab("DELETE", "faults").status == 204)
            #expect(try await statuses(1) == [200])
        }
    }

    @Test("a fault that makes no sense is refused")
    func refused() async throws {
        try await withOrg { org in
            let senseless: [LabJSON] = [
                [:], ["fault": ["kind": "earthquake"]], ["fault": ["kind": "status"]],
                ["at": 0, "fault": ["kind": "truncated"]],
            ]
            for body in senseless {
                let reply = try await org.lab("POST", "faults", body)
                #expect(reply.status == 400)
            }
        }
    }
}
