import HTTPTransport
import JSON
import Kinds
import Ports
import Testing

@testable import OktaOrg

@Suite struct RequestTests {
    @Test("Method, path, headers, body and time-out of every call")
    func requests() async throws {
        let script = ScriptedOrg(
            [.answer(200, "[\(hook("who2")),\(hook("who1"))]")]
                + Array(repeating: .answer(200, hook("who1")), count: 6) + [.answer(204)])
        let org = script.org(url: ScriptedOrg.url + "//")
        #expect(try await org.list(.eventHook).map(\.id) == ["who1", "who2"])
        #expect(try await org.read(.eventHook, id: "who1")?.name == "Hook who1")
        _ = try await org.create(.eventHook, body: ["name": "A"])
        _ = try await org.update(.eventHook, id: "who1", body: ["name": "B"])
        for call in [.activate, .deactivate, .verify] as [ResourceKind.LifecycleCall] {
            _ = try await org.call(call, .eventHook, id: "who1")
        }
        try await org.delete(.eventHook, id: "who1")

        let hooks = "https://acme.okta.test/api/v1/eventHooks"
        #expect(
            script.requests.map { "\($0.method) \($0.url)" } == [
                "GET \(hooks)", "GET \(hooks)/who1", "POST \(hooks)", "PUT \(hooks)/who1",
                "POST \(hooks)/who1/lifecycle/activate", "POST \(hooks)/who1/lifecycle/deactivate",
                "POST \(hooks)/who1/lifecycle/verify", "DELETE \(hooks)/who1",
            ])
        #expect(
            script.requests.map { $0.body.map { String(decoding: $0, as: UTF8.self) } } == [
                nil, nil, #"{"name":"A"}"#, #"{"name":"B"}"#, nil, nil, nil, nil,
            ])
        for request in script.requests {
            let headers = Dictionary(
                uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
            var expected = [
                "Authorization": "SSWS SENTINEL-token", "Accept": "application/json",
                "User-Agent": "tenterhook/1.2.3",
            ]
            if request.body != nil { expected["Content-Type"] = "application/json" }
            #expect(headers == expected)
            #expect(request.timeout == .seconds(30))
        }
        #expect(await org.usage() == OrgUsage(requests: 8))
    }

    @Test(
        "Verify has at least 20 s, whatever the time-out", arguments: [(5, 20), (20, 20), (60, 60)])
    func verifyTimeout(seconds: Int, verify: Int) async throws {
        let script = ScriptedOrg([.answer(200, hook("a")), .answer(200, hook("a"))])
        let org = script.org(options: OrgOptions(version: "1", timeout: .seconds(seconds)))
        _ = try await org.call(.verify, .eventHook, id: "a")
        _ = try await org.call(.activate, .eventHook, id: "a")
        #expect(script.requests.map(\.timeout) == [.seconds(verify), .seconds(seconds)])
    }

    @Test(
        "What cannot be an id is never put in a path",
        arguments: ["", ".", "..", "a/b", "a?b", "a#b", "%2e", "a b", "é", "a\n"])
    func badID(id: String) async {
        let script = ScriptedOrg([])
        let org = script.org()
        await #expect(throws: OrgError.self) { try await org.read(.eventHook, id: id) }
        await #expect(throws: OrgError.self) { try await org.delete(.eventHook, id: id) }
        #expect(script.requests.isEmpty)
    }

    @Test("Any 2xx answers a delete, whatever its body", arguments: [200, 202, 204])
    func delete(status: Int) async throws {
        let org = ScriptedOrg([.answer(status, "<gone>")]).org()
        try await org.delete(.eventHook, id: "who1")
    }

    @Test("Every request is counted, and the last word on the rate limit kept")
    func usage() async throws {
        let left: [(name: String, value: String)] = [
            ("X-Rate-Limit-Limit", "600"), ("X-Rate-Limit-Remaining", "598"),
        ]
        let script = ScriptedOrg([
            .answer(200, "[]", left), .answer(503), .answer(200, hook("a")),
            .rateLimited(limit: 0, resetsIn: 9), .answer(200, hook("a")),
        ])
        let org = script.org()
        #expect(await org.usage() == OrgUsage())
        _ = try await org.list(.eventHook)
        #expect(await org.usage() == OrgUsage(requests: 1, remaining: 598, limit: 600))
        _ = try await org.read(.eventHook, id: "a")
        _ = try await org.read(.eventHook, id: "a")
        #expect(await org.usage() == OrgUsage(requests: 5, remaining: 598, limit: 600))
    }

    @Test("Each request is traced by method, path, status and request id")
    func trace() async throws {
        let script = ScriptedOrg([
            .answer(200, "[]", [("X-Okta-Request-Id", "req1")]),
            .fault(.interrupted(detail: "acme.okta.test:443: reset")),
        ])
        let org = script.org()
        _ = try await org.list(.eventHook)
        _ = await Call.delete.error(on: org)
        let path = "/api/v1/eventHooks"
        #expect(
            script.notices == [
                .requested(
                    method: "GET", path: path, status: 200, milliseconds: 0, requestID: "req1"),
                .requested(
                    method: "DELETE", path: "\(path)/who1", status: nil, milliseconds: nil,
                    requestID: nil),
            ])
    }
}
