import HTTPTransport
import JSON
import Kinds
import Ports
import Testing

@testable import OktaOrg

@Suite struct SecrecyTests {
    static let steps: [ScriptedOrg.Step] =
        StatusTests.table.map { StatusTests.step($0.status, $0.code) }
        + RetryTests.faults.map { .fault($0.fault) }
        + RetryTests.malformed.map { .answer(200, $0.body) }
        + [
            .answer(302, "", [("Location", "https://a.test/?SENTINEL")]),
            .answer(200, "[]", [("Link", "<https://acme.okta.test/?SENTINEL>; rel=next")]),
            .answer(200, "[]", [("Link", "<https://evil.test/?SENTINEL>; rel=next")]),
            .answer(200, "SENTINEL"), .answer(500, "SENTINEL"), .answer(400, "SENTINEL"),
            .answer(200, #"{"id":"SENTINEL""#), .rateLimited(resetsIn: 5),
            .rateLimited(resetsIn: 500),
        ]

    @Test("No error and no notice holds the token, a body, or a query")
    func nothingLeaks() async {
        var shown = ""
        for step in Self.steps {
            let script = ScriptedOrg(Array(repeating: step, count: 5))
            let org = script.org()
            for error in [
                await Call.list.error(on: org),
                await Call.create.error(on: org, body: ["auth": "SENTINEL"]),
            ] {
                dump(error, to: &shown)
            }
            dump(script.notices, to: &shown)
            dump(script.requests, to: &shown)
            dump(org, to: &shown)
        }
        #expect(shown.contains("unauthorized") && shown.contains("requested"))
        #expect(!shown.contains("SENTINEL"))
    }
}
