import Ports
import Testing

@testable import Rendering

@Suite struct ErrorTextTests {
    private static let holder = LockHolder(
        id: "lock-1", who: "ana@ci-7", pid: 42, since: "2026-08-01T09:00:00Z", command: "apply",
        ciRun: "https://ci.example.com/7")

    @Test func `a locked state names who has it and how to take the lock away`() {
        #expect(
            renderError(describe(StateBackendError.locked(Self.holder)), style: Sample.plain) == """
                error: The state is locked by another run.
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
        (StateBackendError.noSuchLock(holder: nil), "There is no such lock."),
        (.noSuchLock(holder: holder), "There is no such lock."),
        (.moved, "The state was changed by somebody else."),
        (.failed(detail: "d"), "The state could not be read or written."),
    ])
    func `the state's other errors`(error: StateBackendError, summary: String) {
        #expect(describe(error).summary == summary)
        #expect(!describe(error).lines.isEmpty)
    }

    private static let answer = OktaAnswer(status: 401, errorCode: "E0000011", summary: "Bad")

    @Test(arguments: [
        (OrgError.unauthorized(answer), "Okta does not accept the credentials."),
        (
            .unauthorized(OktaAnswer(status: 401, errorCode: "E0000015")),
            "The org does not have this feature."
        ),
        (.unauthorized(OktaAnswer(status: 403)), "Okta does not permit this."),
        (
            .unauthorized(OktaAnswer(status: 403, missingScopes: ["b", "a"])),
            "The access token lacks scopes."
        ),
        (
            .unauthorized(OktaAnswer(status: 400, errorCode: "invalid_request")),
            "Okta gives the app no access token."
        ),
        (.notFound(answer), "The org does not have this object."),
        (.refused(answer), "Okta looked at it and refused it."),
        (.rateLimited(answer), "Okta's rate limit is used up."),
        (
            .unavailable(.init(detail: "no route", mayHaveHappened: false)),
            "The org could not be reached."
        ),
        (
            .unavailable(.init(detail: "503", answer: answer, mayHaveHappened: false)),
            "Okta failed to answer the request."
        ),
        (
            .unavailable(.init(detail: "reset", mayHaveHappened: true)),
            "The answer of the org was lost."
        ),
        (.cancelled(mayHaveHappened: false), "It was stopped."),
    ])
    func `each error of the org has its own words`(error: OrgError, summary: String) {
        #expect(describe(error).summary == summary)
    }

    @Test(arguments: [
        ("invalid_client", "Okta does not accept the app's sign-in.", "private key"),
        ("unauthorized_client", "The app may not sign in by itself.", "API Services"),
        ("access_denied", "Okta does not let the app in from here.", "network zone"),
        ("invalid_dpop_proof", "Okta does not accept the proof of possession.", "`dpop`"),
        ("unbound_token", "Okta gave a token without a proof of possession.", "`dpop`"),
    ])
    func `each refusal of a service app has its own words`(
        code: String, summary: String, hint: String
    ) {
        let explanation = describe(
            OrgError.unauthorized(OktaAnswer(status: 400, errorCode: code, summary: "Said.")))
        #expect(explanation.summary == summary)
        #expect(explanation.lines.first == "400 \(code) Said.")
        #expect(explanation.lines.last?.contains(hint) == true)
    }

    @Test func `what may have happened is said, and Okta's own words are there`() {
        let lines = describe(
            OrgError.unavailable(.init(detail: "reset", answer: Self.answer, mayHaveHappened: true))
        ).lines
        #expect(
            lines == [
                "reset", "401 E0000011 Bad",
                "It may have been done all the same. The next run looks before it tries again.",
            ])
        #expect(describe(OrgError.cancelled(mayHaveHappened: true)).lines.count == 1)
    }
}
