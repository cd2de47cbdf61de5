import Kinds
import Planning
import Ports
import Reconciling
import Testing
import Vocabulary

@testable import Rendering

@Suite struct ApplyReportTextTests {
    private let plan = Sample.plan(changes: [Sample.creation, Sample.update, Sample.deletion])

    private func render(
        _ results: [Address: ApplyReport.Result], stateFailure: StepFailure? = nil
    ) -> String {
        ApplyView(ApplyReport(results: results, stateFailure: stateFailure), of: plan)
            .text(Sample.plain)
    }

    @Test func `all went well`() {
        #expect(
            render([
                Sample.audit: .confirmed, Sample.leavers: .confirmed, Sample.old: .confirmed,
            ]) == "Applied and confirmed: 1 created, 1 updated, 1 deleted.\n")
    }

    @Test func `an endpoint that was not verified`() {
        #expect(
            render([
                Sample.audit: .confirmed,
                Sample.leavers: .unverified(.org(.refused(ApplyProgressTests.refusal))),
                Sample.old: .confirmed,
            ]) == """
                event_hook.leavers: written but not verified, so it receives no events
                  400 E0000001 Api validation failed: eventHook
                  Unable to verify event hook. Hook Leavers execution failed
                  Request id for Okta's support: req1

                Okta sends a GET to https://hooks.acme.com/b. Look at these, in this order:
                  1. It must answer within 3 seconds with status 200, content type
                     application/json and the body {"verification": "VALUE"}, where VALUE is
                     what the header X-Okta-Verification-Challenge held. An endpoint for POST
                     only fails.
                  2. TLS: the certificate must be valid for the host, from a public authority,
                     and sent with its whole chain.
                  3. The auth header and the hook's other headers are sent with the GET as well:
                     the endpoint must accept their values.
                  4. Redirects are not followed: the URL must be the final one.

                Applied, but not everything is verified: 1 created, 1 deleted, 1 not verified.
                When the endpoint answers, apply again to have it verified.

                """)
    }

    @Test func `a URL that is a secret is not named`() {
        var change = Sample.creation
        change.after["channel.config.uri"] = .secret(Sample.fingerprint())
        let text = ApplyView(
            ApplyReport(results: [Sample.audit: .unverified(nil)]),
            of: Sample.plan(changes: [change])
        ).text(Sample.plain)
        #expect(text.contains("Okta sends a GET to the endpoint. Look at these, in this order:\n"))
    }

    @Test func `the endpoint is not suspected when Okta did not get to ask it`() {
        let text = render([
            Sample.audit: .confirmed, Sample.old: .confirmed,
            Sample.leavers: .unverified(.org(.rateLimited(OktaAnswer(status: 429)))),
        ])
        #expect(text.contains("Okta answered 429\n"))
        #expect(!text.contains("GET"))
    }

    @Test func `partly applied`() {
        #expect(
            render(
                [
                    Sample.audit: .failed(.create, .org(.refused(ApplyProgressTests.refusal))),
                    Sample.leavers: .unconfirmed([
                        Difference(
                            path: AttributePath("name"), before: .text("Leavers"),
                            after: .text("Mine"))
                    ]),
                    Sample.old: .skipped(dependency: Sample.audit),
                ], stateFailure: .state(.failed(detail: "disk full"))) == """
                    event_hook.audit: create failed
                      Okta rejected the request.
                      400 E0000001 Api validation failed: eventHook
                      Unable to verify event hook. Hook Leavers execution failed
                      Request id for Okta's support: req1

                    event_hook.leavers: done, but the org is not as planned
                      From what was planned to what the org says:
                        ~ name  "Leavers" → "Mine"

                    event_hook.old: not begun, because event_hook.audit did not succeed

                    The state is not complete: State unavailable
                      The step was not sent, or what came of it is not recorded. The next run looks.
                      disk full

                    Partly applied: 1 not confirmed, 1 failed, 1 not begun.
                    What is done is recorded; the next plan shows what is left.

                    """)
    }

    @Test func `access refused is explained once`() {
        let refused = StepFailure.org(
            .unauthorized(OktaAnswer(status: 403, missingScopes: ["okta.eventHooks.manage"])))
        #expect(
            render([
                Sample.audit: .failed(.create, refused), Sample.leavers: .failed(.update, refused),
                Sample.old: .interrupted(.notBegun),
            ]) == """
                event_hook.audit: create failed
                  Missing scope.
                  Missing: okta.eventHooks.manage
                  Grant it in the Admin Console: Applications > your app > Okta API Scopes. The
                  app needs an admin role that covers hooks as well.
                  Okta answered 403

                event_hook.leavers: update failed
                  For the same reason as above.

                event_hook.old: not begun, because the run was stopped

                Stopped, because Okta refused access: 2 failed, 1 not begun.
                When access is granted, apply again to go on.

                """)
    }

    @Test(arguments: [
        (ApplyReport.Interruption.notBegun, ["not begun, because the run was stopped"]),
        (
            .between(taken: [.update], left: [.verify]),
            [
                "updated, but not verified, because the run was stopped",
                "  It receives no events until it is verified.",
            ]
        ),
        (
            .between(taken: [.deactivate], left: [.delete]),
            ["deactivated, but not deleted, because the run was stopped"]
        ),
        (
            .inDoubt(.update),
            [
                "update not finished, because the run was stopped",
                "  It may have been done all the same. The next run looks.",
            ]
        ),
        (.unread, ["written, but not read back, because the run was stopped"]),
    ])
    func `a stop says how far a change came`(
        how: ApplyReport.Interruption, lines: [String]
    ) {
        let count = how == .notBegun ? "1 not begun" : "1 not finished"
        #expect(
            render([
                Sample.audit: .confirmed, Sample.leavers: .interrupted(how), Sample.old: .confirmed,
            ]) == """
                event_hook.leavers: \(lines.joined(separator: "\n"))

                Partly applied: 1 created, 1 deleted, \(count).
                What is done is recorded; the next plan shows what is left.

                """)
    }

    @Test func `a hook that is neither verified nor as planned`() {
        let refusal = StepFailure.org(.refused(ApplyProgressTests.refusal))
        let text = render([
            Sample.audit: .confirmed, Sample.old: .confirmed,
            Sample.leavers: .unverified(
                refusal,
                besides: [
                    Difference(
                        path: AttributePath("name"), before: .text("Leavers"), after: .text("Mine"))
                ]),
        ])
        #expect(
            text.hasPrefix(
                """
                event_hook.leavers: written but not verified, so it receives no events
                  400 E0000001 Api validation failed: eventHook
                  Unable to verify event hook. Hook Leavers execution failed
                  Request id for Okta's support: req1
                  From what was planned to what the org says:
                    ~ name  "Leavers" → "Mine"

                Okta sends a GET to https://hooks.acme.com/b. Look at these
                """))
        #expect(text.contains("Partly applied: 1 created, 1 deleted, 1 not verified."))
    }

    @Test func `a hook that is silent after its rollback is called so`() {
        let refusal = StepFailure.org(.refused(ApplyProgressTests.refusal))
        let text = render([
            Sample.audit: .confirmed, Sample.old: .confirmed,
            Sample.leavers: .rolledBack(refusal, old: refusal),
        ])
        #expect(
            text.hasPrefix(
                """
                event_hook.leavers: taken back, and not verified either way
                  It has its old endpoint again, which Okta could not verify any more: it
                  receives no events now.
                  400 E0000001 Api validation failed: eventHook
                """))
        for url in ["https://hooks.acme.com/b", "https://hooks.acme.com/a"] {
            #expect(text.contains("Okta sends a GET to \(url). Look at these"))
        }
    }

    @Test func `an object that is there and should not be, and the reverse`() {
        let text = render([
            Sample.audit: .unconfirmed([]), Sample.leavers: .confirmed,
            Sample.old: .unconfirmed([]),
        ])
        #expect(
            text.hasPrefix(
                """
                event_hook.audit: done, but the org is not as planned
                  The org does not have it.

                event_hook.old: done, but the org is not as planned
                  The org still has it.

                Partly applied: 1 updated, 2 not confirmed.
                """))
    }
}
