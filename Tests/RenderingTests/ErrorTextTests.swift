import Ports
import Testing
import Vocabulary

@testable import Rendering

@Suite struct ErrorTextTests {
    private static let holder = LockHolder(
        id: "lock-1", who: "ana@ci-7", pid: 42, since: "2026-08-01T09:00:00Z", command: "apply",
        ciRun: "https://ci.example.com/7")

    @Test func `a locked state names who has it and how to take the lock away`() {
        #expect(
            renderFailure(describe(StateBackendError.locked(Self.holder)), style: Sample.plain)
                == """
                error: State locked by another run
                  Held by ana@ci-7, process 42, since 2026-08-01T09:00:00Z, running `apply`.
                  CI run: https://ci.example.com/7
                  If that run is still going, wait for it. If it is gone, take its lock away:
                      tenterhook state unlock lock-1

                """)
    }

    @Test func `a lock's id is one word of the shell, whatever it is`() {
        var holder = Self.holder
        for (id, word) in [("x; rm -rf ~", "'x; rm -rf ~'"), ("a'b", "'a'\\''b'"), ("", "''")] {
            holder.id = id
            #expect(
                describe(StateBackendError.locked(holder)).commands == [
                    "tenterhook state unlock \(word)"
                ])
        }
    }

    @Test(arguments: [
        (StateBackendError.noSuchLock(holder: nil), "Unknown lock"),
        (.noSuchLock(holder: holder), "Unknown lock"),
        (.moved, "State changed by another run"),
        (.failed(detail: "d"), "State unavailable"),
    ])
    func `the state's other errors`(error: StateBackendError, summary: String) {
        #expect(describe(error).summary == summary)
        #expect(!describe(error).notes.isEmpty)
    }

    private static let answer = OktaAnswer(status: 401, errorCode: "E0000011", summary: "Bad")

    @Test(arguments: [
        (OrgError.unauthorized(answer), "Okta rejected the credentials"),
        (
            .unauthorized(OktaAnswer(status: 401, errorCode: "E0000015")),
            "Feature not enabled in the org"
        ),
        (.unauthorized(OktaAnswer(status: 403)), "Okta doesn't permit this"),
        (
            .unauthorized(OktaAnswer(status: 403, missingScopes: ["b", "a"])),
            "Missing scopes"
        ),
        (
            .unauthorized(OktaAnswer(status: 400, errorCode: "invalid_request")),
            "Okta issued no access token"
        ),
        (.notFound(answer), "Object not found in the org"),
        (.refused(answer), "Okta rejected the request"),
        (.rateLimited(answer), "Okta's rate limit exceeded"),
        (
            .unavailable(.init(detail: "no route", mayHaveHappened: false)),
            "Org unreachable"
        ),
        (
            .unavailable(.init(detail: "503", answer: answer, mayHaveHappened: false)),
            "Okta failed to respond"
        ),
        (
            .unavailable(.init(detail: "reset", mayHaveHappened: true)),
            "Response lost"
        ),
        (.cancelled(mayHaveHappened: false), "Stopped"),
    ])
    func `each error of the org has its own words`(error: OrgError, summary: String) {
        #expect(describe(error).summary == summary)
    }

    @Test(arguments: [
        ("invalid_client", "Okta rejected the app's sign-in", "private key"),
        ("unauthorized_client", "App not authorized", "API Services"),
        ("access_denied", "Access denied from this network", "network zone"),
        ("invalid_dpop_proof", "Proof of possession rejected", "`dpop`"),
        ("unbound_token", "Token without proof of possession", "`dpop`"),
    ])
    func `each refusal of a service app has its own words`(
        code: String, summary: String, hint: String
    ) {
        let explanation = describe(
            OrgError.unauthorized(OktaAnswer(status: 400, errorCode: code, summary: "Said.")))
        #expect(explanation.summary == summary)
        #expect(explanation.notes.first == "400 \(code) Said.")
        #expect(explanation.notes.last?.contains(hint) == true)
    }

    @Test func `what may have happened is said, and Okta's own words are there`() {
        let lines = describe(
            OrgError.unavailable(.init(detail: "reset", answer: Self.answer, mayHaveHappened: true))
        ).notes
        #expect(
            lines == [
                "reset", "401 E0000011 Bad",
                "It may have been done all the same. The next run looks before it tries again.",
            ])
        #expect(describe(OrgError.cancelled(mayHaveHappened: true)).notes.count == 1)
    }
}
