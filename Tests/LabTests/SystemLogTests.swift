import LabServers
import Testing

/// `GET /api/v1/logs`: filters, both ways of paging, and what the log holds.
@Suite struct SystemLogTests {
    /// A log with one event a second from 2026-01-01, of two types and two targets.
    private func withLog(
        _ count: Int, _ body: (LabClient) async throws -> Void
    ) async throws {
        let events = (0..<count).map { number -> LabJSON in
            [
                "eventType": number.isMultiple(of: 2) ? "a.even" : "a.odd",
                "published": "2026-01-01T00:00:0\(number).000Z", "uuid": .string("u\(number)"),
                "actor": ["id": "00uA"],
                "target": [["id": "t0"], ["id": .string("t\(number)")]],
            ]
        }
        try await withOrg { org in
            try await org.lab("POST", "clock", ["freezeAt": "2026-01-02T00:00:00Z"])
            try await org.lab("POST", "events", .array(events))
            try await body(org)
        }
    }

    private func uuids(_ reply: LabClient.Reply) -> [String] {
        reply.json.values(at: ["uuid"]).compactMap(\.text)
    }

    @Test(
        "filters compare, and join by and, or, not and brackets",
        arguments: [
            (#"eventType eq "a.odd""#, ["u1", "u3"]),
            (#"target.id eq "t2""#, ["u2"]),
            (#"target.id eq "t0" and eventType eq "a.even""#, ["u0", "u2"]),
            (#"uuid eq "u0" or uuid eq "u1" and eventType eq "a.even""#, ["u0"]),
            (#"(uuid eq "u0" or uuid eq "u1") and eventType eq "a.odd""#, ["u1"]),
            (#"actor.id eq "00uB""#, []),
            (#"uuid gt "u1" and uuid le "u2""#, ["u2"]),
            (#"uuid ge "u3" or uuid lt "u1""#, ["u0", "u3"]),
            (#"not uuid sw "u" or uuid ne "u0" and eventType ew "even""#, ["u2"]),
        ])
    func filters(_ filter: String, _ wanted: [String]) async throws {
        try await withLog(4) { org in
            let query = filter.replacing(" ", with: "%20").replacing("\"", with: "%22")
            let reply = try await org.call("GET", "/api/v1/logs?filter=\(query)")
            #expect(uuids(reply) == wanted)
        }
    }

    @Test("neither depth nor length of a filter harms")
    func limits() async throws {
        try await withLog(1) { org in
            for deep in [
                String(repeating: "(", count: 60_000), String(repeating: "not+", count: 9000),
            ] {
                let reply = try await org.call("GET", "/api/v1/logs?filter=\(deep)uuid+pr")
                #expect(reply.errorCode == "E0000031")
            }
            for (word, first) in [("or", "ne"), ("and", "eq")] {
                let parts = Array(repeating: "uuid+\(first)+u0", count: 4000)
                let filter = parts.joined(separator: "+\(word)+")
                let reply = try await org.call("GET", "/api/v1/logs?filter=\(filter)")
                #expect(uuids(reply) == (word == "and" ? ["u0"] : []))
            }
        }
    }

    @Test("polling always has a next link, which in time brings what is new, once")
    func polling() async throws {
        try await withLog(5) { org in
            var reply = try await org.call("GET", "/api/v1/logs?limit=2&since=2026-01-01T00:00:01Z")
            #expect(uuids(reply) == ["u1", "u2"])
            #expect(reply.raw.headers("Link").first?.hasSuffix("rel=\"self\"") == true)
            reply = try await org.call("GET", try #require(nextLink(reply)))
            #expect(uuids(reply) == ["u3", "u4"])
            reply = try await org.call("GET", try #require(nextLink(reply)))
            #expect(uuids(reply) == [])
            // Stored later, though it says it happened earlier.
            let late: LabJSON = [
                "eventType": "a.late", "uuid": "late", "published": "2026-01-01T00:00:01.500Z",
            ]
            try await org.lab("POST", "events", late)
            reply = try await org.call("GET", try #require(nextLink(reply)))
            #expect(uuids(reply) == ["late"])
            #expect(nextLink(reply) != nil)
        }
    }

    @Test("a bounded query ends, and goes by published")
    func bounded() async throws {
        try await withLog(5) { org in
            let late: LabJSON = [
                "eventType": "a.late", "uuid": "late", "published": "2026-01-01T00:00:01.500Z",
            ]
            try await org.lab("POST", "events", late)
            let range = "since=2026-01-01T00:00:01Z&until=2026-01-01T00:00:04Z"
            var reply = try await org.call("GET", "/api/v1/logs?limit=3&\(range)")
            #expect(uuids(reply) == ["u1", "late", "u2"])
            reply = try await org.call("GET", try #require(nextLink(reply)))
            #expect(uuids(reply) == ["u3"])
            #expect(nextLink(reply) == nil)
            reply = try await org.call("GET", "/api/v1/logs?sortOrder=DESCENDING&limit=2")
            #expect(uuids(reply) == ["u4", "u3"])
            reply = try await org.call("GET", try #require(nextLink(reply)))
            #expect(uuids(reply) == ["u2", "late"])
        }
    }

    @Test(
        "a query that makes no sense is refused",
        arguments: [
            ("limit=1001", "E0000053"), ("since=yesterday", "E0000053"),
            ("since=2025-01-01T00:00:00Z", "E0000053"), ("sortOrder=UP", "E0000053"),
            ("since=2026-01-01T00:00:00Z&after=0__0", "E0000053"), ("after=x", "E0000053"),
            ("filter=eventType", "E0000031"), ("filter=a%20xy%20%221%22", "E0000031"),
            ("filter=published%20eq%20%221%22", "E0000053"),
            ("limit=-1", "E0000053"), ("limit=x", "E0000053"),
            ("until=tomorrow", "E0000053"), ("q=1+2+3+4+5+6+7+8+9+10+11", "E0000053"),
            ("q=\(String(repeating: "a", count: 41))", "E0000053"),
        ])
    func refused(_ query: String, _ code: String) async throws {
        try await withLog(1) { org in
            let reply = try await org.call("GET", "/api/v1/logs?\(query)")
            #expect(reply.status == 400)
            #expect(reply.errorCode == code)
        }
    }

    // The keywords have colons: the random ids of an entry can hold any short word of letters.
    @Test("all keywords have to be there, in whatever case; no limit is 100, and 0 is one")
    func keywords() async throws {
        try await withLog(4) { org in
            #expect(uuids(try await org.call("GET", "/api/v1/logs?q=A.ODD+00:00:03")) == ["u3"])
            #expect(uuids(try await org.call("GET", "/api/v1/logs?q=a.odd+00:00:02")) == [])
            let none = try await org.call("GET", "/api/v1/logs?limit=0")
            #expect(none.status == 200 && uuids(none) == [])
        }
    }

    @Test("polling goes back by when an entry was stored, without since for 7 days")
    func stored() async throws {
        try await withOrg { org in
            try await org.lab("POST", "clock", ["freezeAt": "2026-01-20T00:00:00Z"])
            for (uuid, day) in [("old", "10"), ("new", "19"), ("late", "11")] {
                let event: LabJSON = [
                    "eventType": "a.b", "uuid": .string(uuid),
                    "published": .string("2026-01-\(day)T00:00:00.000Z"),
                ]
                try await org.lab("POST", "log", event)
            }
            #expect(uuids(try await org.call("GET", "/api/v1/logs")) == ["new", "late"])
            let bounded = "/api/v1/logs?since=2026-01-15T00:00:00Z&until=2026-01-20T00:00:00Z"
            #expect(uuids(try await org.call("GET", bounded)) == ["new"])
        }
    }

    @Test("an entry tells who did what to which hook, another token is another admin")
    func entries() async throws {
        try await withOrg { org in
            let id = try await org.createHook(hookBody("one"))
            let other = LabClient(port: org.port, token: "other")
            try await other.call("POST", "/api/v1/eventHooks/\(id)/lifecycle/deactivate")
            let log =
                try await org.call(
                    "GET", "/api/v1/logs?filter=target.id+eq+%22\(id)%22"
                ).json.items ?? []
            #expect(log.count == 2)
            let entry = try #require(log.first)
            #expect(entry["eventType"] == "event_hook.created")
            #expect(entry["target"]?.items?.first?["displayName"] == "one")
            #expect(entry["outcome"]?["result"] == "SUCCESS")
            #expect(entry["debugContext"]?["debugData"]?["requestUri"] == "/api/v1/eventHooks")
            #expect(entry["transaction"]?["detail"]?["requestApiTokenId"] != nil)
            let hook = try await org.call("GET", "/api/v1/eventHooks/\(id)").json
            #expect(entry["actor"]?["id"] == hook["createdBy"])
            #expect(entry["actor"]?["id"] != log.last?["actor"]?["id"])
        }
    }
}
