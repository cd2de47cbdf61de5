import HTTPTransport
import JSON
import Kinds
import Ports
import Testing
import Vocabulary

@testable import OktaOrg

@Suite struct ExecutingTests {
    private func execute(_ script: ScriptedOrg, id: String = "cal1") async -> Result<
        EndpointAnswer, OrgError
    > {
        do throws(OrgError) {
            return .success(
                try await script.org().execute(.inlineHook, id: id, payload: ["data": ["a": 1]]))
        } catch {
            return .failure(error)
        }
    }

    @Test("The payload is posted, and the endpoint's answer comes back as it is")
    func success() async throws {
        let script = ScriptedOrg([.answer(200, #"{"commands": []}"#)])
        let answer = try await execute(script).get()
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self) == #"{"commands": []}"#)
        let request = try #require(script.requests.first)
        #expect(request.method == "POST")
        #expect(request.url == "https://acme.okta.test/api/v1/inlineHooks/cal1/execute")
        #expect(String(decoding: request.body ?? [], as: UTF8.self) == #"{"data":{"a":1}}"#)
        // Okta calls the endpoint twice for up to 3 s while we wait.
        #expect(request.timeout >= .seconds(20))
    }

    @Test("A payload is not sent twice, unless the rate limit refused it unseen")
    func once() async {
        let broken = ScriptedOrg([.answer(500)])
        guard case .failure(.unavailable) = await execute(broken) else {
            Issue.record("a 500 is no answer")
            return
        }
        #expect(broken.requests.count == 1)
        let limited = ScriptedOrg([.rateLimited(resetsIn: 3), .answer(200, "{}")])
        #expect(await execute(limited).map(\.status) == .success(200))
        #expect(limited.requests.count == 2)
    }

    @Test("That the endpoint failed is a refusal; an id that is none is not sent")
    func refused() async {
        let script = ScriptedOrg([.error(400, "E0000001")])
        guard case .failure(.refused(let answer)) = await execute(script) else {
            Issue.record("a 400 is a refusal")
            return
        }
        #expect(answer.causes == ["name: taken"])
        let silent = ScriptedOrg([])
        guard case .failure(.unavailable) = await execute(silent, id: "../cal1") else {
            Issue.record("no such id can be")
            return
        }
        #expect(silent.requests.isEmpty)
    }
}
