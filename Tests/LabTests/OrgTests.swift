import Foundation
import LabServers
import Testing

/// The org around its API: rate limits, the record, the state, the data file, the page.
@Suite struct OrgTests {
    private let path = "/api/v1/eventHooks"

    @Test("the rate limit counts down in headers, then refuses, by bucket")
    func rateLimit() async throws {
        try await withOrg(
            .with {
                $0.rateLimit = 2
                $0.rateWindowSeconds = 3600
            }
        ) { org in
            let first = try await org.call("GET", path).raw
            #expect(first.header("X-Rate-Limit-Limit") == "2")
            #expect(first.header("X-Rate-Limit-Remaining") == "1")
            #expect(first.header("X-Okta-Request-Id") != nil)
            #expect(first.header("Date")?.hasSuffix(" GMT") == true)
            let reset = try #require(first.header("X-Rate-Limit-Reset").flatMap(Double.init))
            #expect(abs(reset - Date().timeIntervalSince1970 - 3600) < 60)
            let last = try await org.call("GET", path)
            #expect(last.status == 200)
            #expect(last.raw.header("X-Rate-Limit-Remaining") == "0")
            let refused = try await org.call("POST", path, hookBody("one"))
            #expect(refused.status == 429)
            #expect(refused.errorCode == "E0000047")
            #expect(try await org.call("GET", "/api/v1/logs").status == 200, "another bucket")
            #expect(try await org.lab("GET", "state").json["eventHooks"] == [])
        }
    }

    @Test("the record has every API request in order, and none of the lab's own")
    func record() async throws {
        try await withOrg { org in
            let id = try await org.createHook(hookBody("one"))
            try await org.call("GET", "\(path)/\(id)")
            try await org.call("GET", "\(path)/whoNobody?x=1")
            let record = try await org.lab("GET", "requests").json
            #expect(record["total"] == 3)
            #expect(record["routes"] == ["GET \(path)/{id}": 2, "POST \(path)": 1])
            #expect(record.values(at: ["requests", "status"]) == [200, 200, 404])
            #expect(record.values(at: ["requests", "n"]) == [1, 2, 3])
            #expect(record["requests"]?.items?.last?["query"] == "x=1")
            try await org.lab("DELETE", "requests")
            #expect(try await org.lab("GET", "requests").json["total"] == 0)
        }
    }

    @Test("a state that was read can be put into another org, and a wrong one changes nothing")
    func state() async throws {
        try await withOrg { org in
            _ = try await org.createHook(hookBody("one"))
            let state = try await org.lab("GET", "state").json
            try await withOrg { other in
                let copied = try await other.lab("PUT", "state", state).json
                #expect(copied == state)
                for wrong: LabJSON in [[], ["hooks": []], ["eventHooks": [["name": "x"]]]] {
                    #expect(try await other.lab("PUT", "state", wrong).status == 400)
                }
                #expect(try await other.lab("GET", "state").json == state)
                #expect(try await other.lab("PUT", "state", [:]).status == 200)
                #expect(try await other.call("GET", path).json == [])
            }
        }
    }

    @Test("the data file carries the org over, and a damaged one is an error")
    func dataFile() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lab-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("org.json").path
        var states: [LabJSON] = []
        for _ in 1...2 {
            try await withOrg(.with { $0.dataPath = file }) { org in
                if states.isEmpty { _ = try await org.createHook(hookBody("one")) }
                states.append(try await org.lab("GET", "state").json)
            }
        }
        #expect(states[0] == states[1])
        #expect(states[0]["eventHooks"]?.items?.count == 1)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["org.json"])
        try "{".write(toFile: file, atomically: true, encoding: .utf8)
        await #expect(throws: LabFault.self) {
            try await withOrg(.with { $0.dataPath = file }) { _ in }
        }
    }

    @Test("a port that is taken is an error")
    func takenPort() async throws {
        try await withOrg { org in
            await #expect(throws: LabFault.self) {
                try await withOrg(.with { $0.port = org.port }) { _ in }
            }
        }
    }

    @Test("the page shows names as text, never as markup")
    func page() async throws {
        try await withOrg { org in
            _ = try await org.createHook(hookBody("<script>alert('x')</script>"))
            let page = try await org.send("GET", "/").raw
            #expect(page.header("Content-Type")?.hasPrefix("text/html") == true)
            #expect(page.text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
            #expect(!page.text.contains("<script"))
        }
    }

    @Test("the clock can be frozen, moved and let go")
    func clock() async throws {
        try await withOrg { org in
            try await org.lab("POST", "clock", ["freezeAt": "2026-02-28T23:59:59Z"])
            let moved = try await org.lab("POST", "clock", ["advanceSeconds": 1])
            #expect(moved.json == ["now": "2026-03-01T00:00:00.000Z"])
            let id = try await org.createHook(hookBody("one"))
            let hook = try await org.call("GET", "\(path)/\(id)").json
            #expect(hook["created"] == "2026-03-01T00:00:00.000Z")
            let year = try await org.lab("POST", "clock", ["reset": true]).json["now"]?.text
            #expect(year?.hasPrefix("2026-03-01") == false)
            let far = LabJSON(Int.max)
            for refused: LabJSON in [["at": 1], ["advanceSeconds": far]] {
                #expect(try await org.lab("POST", "clock", refused).status == 400)
            }
            let state: LabJSON = ["clockOffsetSeconds": far]
            #expect(try await org.lab("PUT", "state", state).status == 400)
        }
    }

    @Test("latency is added to each answer")
    func latency() async throws {
        try await withOrg(.with { $0.latency = .milliseconds(100) }) { org in
            let clock = ContinuousClock()
            let start = clock.now
            try await org.call("GET", path)
            #expect(clock.now - start >= .milliseconds(100))
        }
    }
}
