import HTTPTransport
import JSON
import Kinds
import Ports
import Testing

@testable import OktaOrg

@Suite struct StatusTests {
    /// What the caller is to do after a write was answered so.
    enum Outcome: String { case unauthorized, notFound, refused, mayHaveHappened, didNotHappen }

    static let table: [(status: Int, code: String?, outcome: Outcome)] = [
        (400, "E0000001", .refused), (400, "E0000003", .refused), (401, "E0000004", .unauthorized),
        (401, "E0000011", .unauthorized), (401, "E0000015", .unauthorized),
        (401, nil, .unauthorized),
        (403, "E0000006", .unauthorized), (403, nil, .unauthorized), (404, "E0000007", .notFound),
        (404, "E0000008", .refused), (404, nil, .refused), (405, "E0000022", .refused),
        (408, nil, .mayHaveHappened), (409, "E0000195", .refused), (411, nil, .refused),
        (500, "E0000009", .mayHaveHappened), (502, nil, .mayHaveHappened),
        (503, nil, .mayHaveHappened), (503, "E0000010", .didNotHappen),
        (504, nil, .mayHaveHappened), (301, nil, .refused), (304, nil, .refused),
    ]

    static func outcome(_ error: OrgError?) -> Outcome? {
        switch error {
        case .unauthorized: .unauthorized
        case .notFound: .notFound
        case .refused: .refused
        case .unavailable(let failure): failure.mayHaveHappened ? .mayHaveHappened : .didNotHappen
        case .rateLimited, .cancelled, nil: nil
        }
    }

    static func step(_ status: Int, _ code: String?) -> ScriptedOrg.Step {
        code.map { .error(status, $0) } ?? .answer(status)
    }

    @Test("What each status means for a write, which is sent once", arguments: table)
    func write(status: Int, code: String?, outcome: Outcome) async {
        for call in Call.writes {
            let script = ScriptedOrg([Self.step(status, code)])
            let org = script.org()
            let error = await call.error(on: org)
            #expect(Self.outcome(error) == outcome)
            #expect(script.requests.count == 1)
            #expect(script.sleeps.isEmpty)
        }
    }

    @Test(
        "What each status means for a read: 5xx is asked again, the rest is final", arguments: table
    )
    func read(status: Int, code: String?, outcome: Outcome) async {
        let isAskedAgain = [.mayHaveHappened, .didNotHappen].contains(outcome)
        let script = ScriptedOrg(Array(repeating: Self.step(status, code), count: 5))
        let org = script.org()
        let error = await Call.read.error(on: org)
        #expect(
            Self.outcome(error)
                == (isAskedAgain ? .didNotHappen : outcome == .notFound ? nil : outcome))
        #expect(script.requests.count == (isAskedAgain ? 5 : 1))
    }

    @Test("An error names code, summary, causes and request id")
    func answer() async {
        let script = ScriptedOrg([
            .error(400, "E0000001", "Api validation failed: eventHook"),
            .error(400, "E0000001", "Other", [("X-OKTA-request-id", "req1")]),
        ])
        let org = script.org()
        var answer = OktaAnswer(
            status: 400, errorCode: "E0000001", summary: "Api validation failed: eventHook",
            causes: ["name: taken"], requestID: "oae1")
        #expect(await Call.list.error(on: org) == .refused(answer))
        answer.summary = "Other"
        answer.requestID = "req1"
        #expect(await Call.list.error(on: org) == .refused(answer))
    }

    @Test("A 403 without a body names the scopes that the token lacks")
    func missingScope() async {
        let challenge =
            #"Bearer realm="x", scope="okta.eventHooks.manage", error="insufficient_scope""#
        let script = ScriptedOrg([.answer(403, "", [("WWW-Authenticate", challenge)])])
        let org = script.org()
        let error = await Call.delete.error(on: org)
        #expect(
            error
                == .unauthorized(
                    OktaAnswer(status: 403, missingScopes: ["okta.eventHooks.manage"])))
    }

    @Test("A page instead of Okta's error makes one doubt the URL")
    func foreignError() async throws {
        let script = ScriptedOrg([.answer(404, "<html>nothing here</html>")])
        let org = script.org()
        let error = await Call.read.error(on: org)
        guard case .refused(let answer) = error else { throw Unexpected(error) }
        #expect(answer.summary?.contains("is the org's URL right?") == true)
    }

    @Test("A redirect names the host and nothing more of where it leads")
    func redirect() async throws {
        let location = "https://Login.acme.test/oauth?state=SENTINEL"
        let script = ScriptedOrg([.answer(302, "", [("Location", location)]), .answer(302)])
        let org = script.org()
        for place in ["redirect to login.acme.test, which", "redirect, which"] {
            let error = await Call.list.error(on: org)
            guard case .refused(let answer) = error else { throw Unexpected(error) }
            #expect(answer.status == 302)
            #expect(answer.summary?.contains(place) == true)
            #expect(answer.summary?.contains("SENTINEL") == false)
        }
    }
}

/// Ends a test that has already failed.
struct Unexpected: Error {
    let value: String

    init(_ value: some Sendable) { self.value = "\(value)" }
}
