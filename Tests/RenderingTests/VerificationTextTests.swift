import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Rendering

@Suite struct VerificationTextTests {
    private let refused = StepFailure.org(.refused(ApplyProgressTests.refusal))

    private func render(_ outcomes: [Address: VerifyOperation.Outcome]) -> String {
        func recorded(_ isVerified: Bool) -> RecordedResource {
            RecordedResource(id: "who1", attributes: Sample.attributes(), isVerified: isVerified)
        }
        let snapshot = Snapshot(
            lineage: "l", org: "https://acme.okta.com",
            resources: [
                Sample.audit: recorded(false), Sample.leavers: recorded(true),
                Sample.old: recorded(true),
            ])
        return VerificationView(outcomes, snapshot: snapshot).failureText(Sample.plain)
    }

    @Test func `nothing failed`() {
        #expect(render([Sample.audit: .verified, Sample.old: .inactive]).isEmpty)
    }

    @Test func `an endpoint that failed is explained once, as after an apply`() {
        let text = render([
            Sample.audit: .failed(refused), Sample.leavers: .failed(refused),
            Sample.old: .failed(.org(.unavailable(.init(detail: "reset", mayHaveHappened: false)))),
        ])
        #expect(
            text.hasPrefix(
                """

                event_hook.audit: not verified, so it receives no events
                  400 E0000001 Api validation failed: eventHook
                  Unable to verify event hook. Hook Leavers execution failed
                  Request id for Okta's support: req1

                event_hook.leavers: not verified now; the next plan tells whether it still receives events
                  For the same reason as above.

                event_hook.old: not known to be verified
                  Org unreachable.
                  reset

                Okta sends a GET to https://hooks.acme.com/a. Look at these, in this order:
                  1. It must answer within 3 seconds
                """))
        #expect(text.ranges(of: "Okta sends a GET").count == 1)
    }
}
