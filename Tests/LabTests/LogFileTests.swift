import Foundation
import LabServers
import Testing

/// A log that begins with the events of a file, or that has many.
@Suite struct LogFileTests {
    private func withLog(
        _ text: String, rateLimit: Int = 120, _ body: (LabClient) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("lab-log-\(UUID().uuidString)").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var configuration = LabOrg.Configuration()
        configuration.logPath = path
        configuration.logsRateLimit = rateLimit
        try await withOrg(configuration, body)
    }

    private func line(_ uuid: String, _ published: String, _ type: String = "a.b") -> String {
        #"{"uuid":"\#(uuid)","published":"\#(published)","eventType":"\#(type)","n":{"k":[1]}}"#
    }

    @Test("the events of a file are sorted, kept as they are, completed where much is missing")
    func lines() async throws {
        let text = """
            \(line("late", "2026-01-03T00:00:00.000Z"))

            \(line("early", "2026-01-01T02:00:00+02:00"))
            {"eventType": "a.bare", "published": "2026-01-02T00:00:00.000Z"}
            """
        for text in [text, "[\n\(text.replacing("}\n", with: "},\n"))]"] {
            try await withLog(text) { org in
                try await org.lab("POST", "clock", ["freezeAt": "2026-01-04T00:00:00Z"])
                let reply = try await org.call("GET", "/api/v1/logs")
                let log = reply.json.items ?? []
                #expect(log.map { $0["eventType"] } == ["a.b", "a.bare", "a.b"])
                #expect(log.first?["uuid"] == "early")
                #expect(log[1]["actor"]?["type"] == "SystemPrincipal")
                let nested = try await org.call("GET", "/api/v1/logs?filter=n.k+eq+1")
                #expect(nested.json.values(at: ["uuid"]).last == "late")
                // What happens here comes behind, and is all that the state holds.
                _ = try await org.createHook(hookBody("one"))
                #expect(try await org.call("GET", "/api/v1/logs").json.items?.count == 4)
                let page = try await org.send("GET", "/").raw.text
                #expect(page.contains("a.bare") && page.contains("event_hook.created"))
            }
        }
        try await withLog(line("one", "2026-01-03T00:00:00.000Z")) { org in
            _ = try await org.createHook(hookBody("one"))
            #expect(try await org.loggedTypes() == ["event_hook.created"])
        }
    }

    @Test(
        "a file that is none is named with its line",
        arguments: [
            ("{}\n", "line 1: a log event has no eventType"), ("\n{\n", "line 2: it is no event"),
            ("{\"eventType\":\"a\",\"published\":\"x\"}", "line 1: published is not a date"),
            ("[{]", "a control character in a string"),
        ])
    func broken(_ text: String, _ reason: String) async throws {
        await #expect {
            try await withLog(text) { _ in }
        } throws: { error in
            "\(error)".contains(text == "[{]" ? "at byte 2" : reason)
        }
    }

    @Test("a long log is read whole by its links")
    func long() async throws {
        let count = 20_000
        let start = 1_767_225_600
        let formatter = ISO8601DateFormatter()
        let text = (0..<count).reversed().map { number in
            let date = Date(timeIntervalSince1970: Double(start + number / 3))
            let published = formatter.string(from: date).replacing("Z", with: ".000Z")
            return line("u\(number)", published, number.isMultiple(of: 100) ? "a.rare" : "a.often")
        }
        try await withLog(text.joined(separator: "\n"), rateLimit: 1000) { org in
            try await org.lab("POST", "clock", ["freezeAt": "2026-01-02T00:00:00Z"])
            for query in [
                "since=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z&limit=1000",
                "since=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z&limit=1000&sortOrder=DESCENDING",
                "since=2026-01-01T00:00:00Z&limit=1000",
                "limit=10&filter=eventType+eq+%22a.rare%22&until=2026-01-02T00:00:00Z",
            ] {
                let isRare = query.contains("rare")
                var found: Set<String> = []
                var pages = 0
                var target: String? = "/api/v1/logs?\(query)"
                while let next = target {
                    let reply = try await org.call("GET", next)
                    let page = reply.json.values(at: ["uuid"]).compactMap(\.text)
                    found.formUnion(page)
                    pages += 1
                    target = page.isEmpty ? nil : nextLink(reply)
                }
                #expect(found.count == (isRare ? count / 100 : count))
                // Polling ends with an empty page; what is bounded has no page too many.
                #expect(pages == (query.contains("until") ? 20 : 21))
            }
        }
    }

    @Test("an event that is stored while others are read neither repeats nor hides one")
    func whileReading() async throws {
        let times = (0..<6).map { line("u\($0)", "2026-01-01T00:00:0\($0).000Z") }
        for order in ["ASCENDING", "DESCENDING"] {
            try await withLog(times.joined(separator: "\n")) { org in
                try await org.lab("POST", "clock", ["freezeAt": "2026-01-02T00:00:00Z"])
                let reply = try await org.call(
                    "GET",
                    "/api/v1/logs?until=2026-01-02T00:00:00Z&limit=3&sortOrder=\(order)")
                let late: LabJSON = ["eventType": "a.b", "published": "2026-01-01T00:00:00.500Z"]
                let later: LabJSON = ["eventType": "a.b", "published": "2026-01-01T00:00:04.500Z"]
                #expect(try await org.lab("POST", "log", [later, late]).json["events"] == 2)
                let rest = try await org.call("GET", try #require(nextLink(reply)))
                let seen = (reply.json.items ?? []) + (rest.json.items ?? [])
                let uuids = seen.compactMap { $0["uuid"]?.text }.filter { $0.hasPrefix("u") }
                let wanted = ["u0", "u1", "u2", "u3", "u4", "u5"]
                #expect(uuids == (order == "ASCENDING" ? wanted : wanted.reversed()).dropLast())
            }
        }
    }

    @Test("events are put into the log without being delivered, one a line too")
    func putIntoLog() async throws {
        try await withOrg { org in
            try await org.lab("POST", "clock", ["freezeAt": "2026-01-04T00:00:00Z"])
            let text = [
                line("u2", "2026-01-02T00:00:00.000Z"), line("u1", "2026-01-01T00:00:00.000Z"),
            ].joined(separator: "\n")
            let reply = try await org.send("POST", "/lab/log", Array(text.utf8))
            #expect(reply.json["events"] == 2)
            let log = try await org.call("GET", "/api/v1/logs").json
            #expect(log.values(at: ["uuid"]) == ["u1", "u2"])
            let torn = try await org.send("POST", "/lab/log", Array("\(text)\n{".utf8))
            #expect(torn.status == 400)
        }
    }

    @Test("the System Log has a rate limit of its own, 120 or what all have if that is less")
    func rateLimit() async throws {
        for (all, limit) in [(10_000, "120"), (5, "5")] {
            try await withOrg(.with { $0.rateLimit = all }) { org in
                let reply = try await org.call("GET", "/api/v1/logs")
                #expect(reply.raw.header("X-Rate-Limit-Limit") == limit)
            }
        }
        try await withOrg(
            .with {
                $0.logsRateLimit = 2
                $0.rateWindowSeconds = 3600
            }
        ) { org in
            for remaining in ["1", "0"] {
                let reply = try await org.call("GET", "/api/v1/logs")
                #expect(reply.status == 200)
                #expect(reply.raw.header("X-Rate-Limit-Limit") == "2")
                #expect(reply.raw.header("X-Rate-Limit-Remaining") == remaining)
            }
            let refused = try await org.call("GET", "/api/v1/logs")
            #expect(refused.status == 429)
            #expect(refused.errorCode == "E0000047")
            #expect(refused.raw.header("X-Rate-Limit-Reset") != nil)
            let other = try await org.call("GET", "/api/v1/eventHooks")
            #expect(other.raw.header("X-Rate-Limit-Limit") == "10000")
        }
    }
}
