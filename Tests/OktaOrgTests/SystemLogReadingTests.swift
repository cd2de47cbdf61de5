import HTTPTransport
import Kinds
import Ports
import Testing
import Vocabulary

@testable import OktaOrg

/// The System Log, page by page.
@Suite(.timeLimit(.minutes(60))) struct SystemLogReadingTests {
    static let root = "https://acme.okta.test/api/v1/logs"

    static func page(
        _ body: String, next: String? = nil, limit: Int = 120, remaining: Int = 100,
        resetsIn: Int = 30
    ) -> ScriptedOrg.Step {
        var headers: [(name: String, value: String)] = [
            ("Link", "<\(root)>; rel=\"self\""), ("Date", "Mon, 16 Mar 2026 03:47:47 GMT"),
            ("X-Rate-Limit-Limit", "\(limit)"), ("X-Rate-Limit-Remaining", "\(remaining)"),
            ("X-Rate-Limit-Reset", "\(1_773_632_867 + resetsIn)"),
        ]
        if let next { headers.append(("Link", "<\(next)>; rel=\"next\"")) }
        return .answer(200, body, headers)
    }

    static let query = SystemLogQuery(
        since: Timestamp("2026-03-09T03:47:47Z"), until: Timestamp("2026-03-16T03:47:47Z"),
        limit: 1000)

    /// Reads on until there is no next page.
    private func all(
        _ org: OktaClient, _ query: SystemLogQuery = SystemLogReadingTests.query
    ) async throws(OrgError) -> [SystemLogPage] {
        var pages = [try await org.logPage(of: query)]
        while let next = pages.last?.next { pages.append(try await org.logPage(at: next)) }
        return pages
    }

    private func error(_ script: ScriptedOrg) async -> OrgError? {
        do throws(OrgError) {
            _ = try await all(script.org())
            return nil
        } catch {
            return error
        }
    }

    @Test("Pages come as they are, one after the other, an empty one in between too")
    func pages() async throws {
        let second = "\(Self.root)?after=SENTINEL_1"
        let script = ScriptedOrg([
            Self.page(
                #"[{"a":1,"published":"2026-03-10T00:00:00.250Z"},"#
                    + #"{"published":"2026-03-10T00:00:01.000Z"}]"#, next: second),
            .answer(503), Self.page("[]", next: "/api/v1/logs?after=2"),
            Self.page(#" [ {"published": 5} ] "#),
        ])
        let pages = try await all(script.org())
        #expect(pages.map(\.count) == [2, 0, 1])
        #expect(pages.map { $0.lastPublished?.text } == ["2026-03-10T00:00:01.000Z", nil, nil])
        #expect(String(decoding: pages[2].body, as: UTF8.self) == #" [ {"published": 5} ] "#)
        #expect(
            script.requests.map(\.url) == [
                "\(Self.root)?since=2026-03-09T03%3A47%3A47.000Z"
                    + "&until=2026-03-16T03%3A47%3A47.000Z&limit=1000&sortOrder=ASCENDING",
                second, second, "\(Self.root)?after=2",
            ])
        #expect(!String(describing: script.notices).contains("SENTINEL"))
    }

    @Test("A query says what it is asked, and nothing else")
    func parameters() async throws {
        let script = ScriptedOrg([Self.page("[]")])
        let filter = SystemLogQuery.filter(ofTypes: ["user.b", "user.a"])
        let query = SystemLogQuery(filter: filter, limit: 1, order: .descending)
        _ = try await script.org().logPage(of: query)
        #expect(
            script.requests.map(\.url) == [
                "\(Self.root)?filter=eventType%20eq%20%22user.a%22%20or%20"
                    + "eventType%20eq%20%22user.b%22&limit=1&sortOrder=DESCENDING"
            ])
    }

    @Test("More pages than a list may have are read, none is left out")
    func manyPages() async throws {
        let count = OktaClient.maxPages + 50
        let script = ScriptedOrg(
            (1...count).map {
                Self.page("[{}]", next: $0 == count ? nil : "/api/v1/logs?after=\($0)")
            })
        #expect(try await all(script.org()).count == count)
    }

    @Test(
        "Credentials go to no other origin, nor round in circles",
        arguments: [
            "https://evil.test/api/v1/logs?q=SENTINEL", "http://acme.okta.test/?q=SENTINEL",
            "https://acme.okta.test:8443/?q=SENTINEL", "//evil.test/?q=SENTINEL",
            "https://acme.okta.test@evil.test/?q=SENTINEL", "logs?q=SENTINEL", "",
            "https://acme.okta.test/api/v1/logs?since=2026-03-09T03%3A47%3A47.000Z"
                + "&until=2026-03-16T03%3A47%3A47.000Z&limit=1000&sortOrder=ASCENDING",
        ])
    func foreignLink(next: String) async throws {
        let script = ScriptedOrg([Self.page("[]", next: next)])
        let error = await error(script)
        guard case .unavailable(let failure)? = error else { throw Unexpected(error) }
        #expect(failure.detail.contains("next page"))
        #expect(!failure.detail.contains("SENTINEL"))
        #expect(script.requests.count == 1)
        let link = SystemLogLink(address: "https://evil.test/")
        await #expect(throws: OrgError.self) { _ = try await script.org().logPage(at: link) }
        #expect(script.requests.count == 1)
    }

    @Test(
        "A page that is none is asked for again, and then is a failure",
        arguments: ["{}", "[1]", #"[{"a":1},"#, "<html>", ""])
    func broken(body: String) async {
        let script = ScriptedOrg(Array(repeating: Self.page(body), count: 5))
        #expect(StatusTests.outcome(await error(script)) == .didNotHappen)
        #expect(script.isPlayedOut)
        let mended = ScriptedOrg([Self.page(body), Self.page("[]")])
        #expect(await error(mended) == nil)
    }

    @Test("A page larger than other answers may be is taken")
    func large() async throws {
        let script = ScriptedOrg([Self.page("[]"), .answer(200, "[]")])
        let org = script.org()
        _ = try await org.logPage(of: Self.query)
        _ = try await org.list(.eventHook)
        #expect(script.requests.map(\.maxBodyBytes) == [128 << 20, 16 << 20])
    }

    @Test("A refusal by the limit is waited out, by the server's clock")
    func refusedByLimit() async throws {
        let script = ScriptedOrg([
            Self.page("[]", next: "/api/v1/logs?after=1"), .rateLimited(resetsIn: 9),
            Self.page("[]"),
        ])
        _ = try await all(script.org())
        #expect(script.sleeps == [.seconds(10)])
        #expect(script.waits == [.waitingForRateLimit(seconds: 10)])
    }

    @Test("The last tenth of the limit is left to others who read the log")
    func spared() async throws {
        let script = ScriptedOrg([
            Self.page("[]", next: "/api/v1/logs?after=1", remaining: 13),
            Self.page("[]", next: "/api/v1/logs?after=2", remaining: 12, resetsIn: 20),
            Self.page("[]", next: "/api/v1/logs?after=3", limit: 5, remaining: 1),
            Self.page("[]", limit: 5, remaining: 0),
        ])
        _ = try await all(script.org())
        #expect(script.waits == [.sparingRateLimit(seconds: 21)])
    }

    @Test("Time that has gone by since the page was read is not waited for again")
    func sparedLater() async throws {
        for (gone, sleeps) in [(11, [Duration.seconds(10)]), (30, [])] {
            let script = ScriptedOrg([
                Self.page("[]", next: "/api/v1/logs?after=1", remaining: 0, resetsIn: 20),
                Self.page("[]"),
            ])
            let org = script.org()
            let link = try #require(try await org.logPage(of: Self.query).next)
            script.advance(gone)
            _ = try await org.logPage(at: link)
            #expect(script.sleeps == sleeps)
        }
    }

    @Test("What waits for the log's limit holds back nobody else, and is not what is left for them")
    func ownBucket() async throws {
        let script = ScriptedOrg(
            [
                .rateLimited(limit: 20, resetsIn: 5),
                .answer(
                    200, "[]", [("X-Rate-Limit-Limit", "600"), ("X-Rate-Limit-Remaining", "599")]),
                Self.page("[]"),
            ], holdsSleepers: true)
        let org = script.org()
        async let page = org.logPage(of: Self.query)
        await until { script.sleeping == 1 }
        _ = try await org.list(.eventHook)
        script.wakeSleepers()
        _ = try await page
        #expect(await org.usage() == OrgUsage(requests: 3, remaining: 599, limit: 600))
    }

    @Test("Who is cancelled while the limit is waited for ends at once", arguments: [true, false])
    func cancelled(refused: Bool) async {
        let first = "/api/v1/logs?after=1"
        let script = ScriptedOrg(
            [
                Self.page("[]", next: first, remaining: refused ? 100 : 0),
                .rateLimited(resetsIn: 50),
            ], holdsSleepers: true)
        let task = Task { await error(script) }
        await until { script.sleeping == 1 }
        task.cancel()
        script.wakeSleepers()
        #expect(await task.value == .cancelled(mayHaveHappened: false))
        #expect(script.requests.count == (refused ? 2 : 1))
    }

    @Test("A token without the scope is told which; one without the role, that it lacks one")
    func refused() async {
        let scope = ScriptedOrg([
            .answer(
                403, "",
                [("WWW-Authenticate", #"Bearer error="x", scope="okta.logs.read""#)])
        ])
        guard case .unauthorized(let answer)? = await error(scope) else {
            Issue.record("It was not refused.")
            return
        }
        #expect(answer.missingScopes == ["okta.logs.read"])
        let role = ScriptedOrg([.error(403, "E0000006")])
        guard case .unauthorized? = await error(role) else {
            Issue.record("It was not refused.")
            return
        }
    }
}
