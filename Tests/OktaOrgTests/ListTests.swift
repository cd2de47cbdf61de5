import HTTPTransport
import Kinds
import Ports
import Testing

@testable import OktaOrg

@Suite struct ListTests {
    static func page(_ ids: [String], next: String?) -> ScriptedOrg.Step {
        var headers: [(name: String, value: String)] = [
            ("Link", #"<https://acme.okta.test/api/v1/eventHooks>; rel="self""#)
        ]
        if let next { headers.append(("link", "<\(next)>; rel=\"next\"")) }
        return .answer(200, "[\(ids.map { hook($0) }.joined(separator: ","))]", headers)
    }

    static let second = "https://ACME.okta.test:443/api/v1/eventHooks?after=SENTINEL"

    @Test("Further pages are followed, and an object that moved between them counts once")
    func follows() async throws {
        let script = ScriptedOrg([
            Self.page(["c", "a"], next: Self.second), .answer(500),
            Self.page(["b", "c"], next: "/api/v1/eventHooks?after=3"), Self.page([], next: nil),
        ])
        let org = script.org()
        #expect(try await org.list(.eventHook).map(\.id) == ["a", "b", "c"])
        let first = "https://acme.okta.test/api/v1/eventHooks"
        #expect(
            script.requests.map(\.url) == [first, Self.second, Self.second, "\(first)?after=3"])
        #expect(!String(describing: script.notices).contains("after="))
    }

    @Test(
        "Credentials go to no other origin, nor round in circles",
        arguments: [
            "https://evil.test/api/v1/eventHooks?q=SENTINEL",
            "https://acme.okta.test@evil.test/?q=SENTINEL",
            "http://acme.okta.test/?q=SENTINEL", "https://acme.okta.test:8443/?q=SENTINEL",
            "//evil.test/?q=SENTINEL", "ftp://acme.okta.test/?q=SENTINEL", "eventHooks?q=SENTINEL",
            "https://acme.okta.test/api/v1/eventHooks", "",
        ])
    func refuses(next: String) async throws {
        let script = ScriptedOrg([Self.page(["a"], next: next)])
        let org = script.org()
        let error = await Call.list.error(on: org)
        guard case .unavailable(let failure) = error else { throw Unexpected(error) }
        #expect(failure.detail.contains("next page"))
        #expect(!failure.detail.contains("SENTINEL"))
        #expect(script.requests.count == 1)
    }

    @Test("A list without end is given up")
    func bounded() async {
        let script = ScriptedOrg(
            (0..<200).map { Self.page([], next: "/api/v1/eventHooks?after=\($0)") })
        let org = script.org()
        let error = await Call.list.error(on: org)
        #expect(StatusTests.outcome(error) == .didNotHappen)
        #expect(script.requests.count == OktaClient.maxPages)
    }

    @Test(
        "A list that is none, or holds something else, is no list",
        arguments: ["{}", "null", "[1]", #"[{"id":""}]"#, "<html>", ""])
    func malformed(body: String) async {
        let script = ScriptedOrg(Array(repeating: .answer(200, body), count: 5))
        let org = script.org()
        let error = await Call.list.error(on: org)
        #expect(StatusTests.outcome(error) == .didNotHappen)
        #expect(script.isPlayedOut)
    }
}
