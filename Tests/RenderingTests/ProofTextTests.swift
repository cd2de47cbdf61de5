import Planning
import Reconciling
import Testing
import Vocabulary

@testable import Rendering

/// Secrets that were never seen: how a plan names them, and what came of proving them.
@Suite struct ProofTextTests {
    private static let path = AttributePath("channel.config.authScheme.value")

    private func proofs(_ proofs: [Address: [AttributePath: Proof]]) -> String {
        ProofsView(ProveReport(proofs: proofs)).text(Sample.plain)
    }

    @Test func `a plan names ten and counts the rest`() {
        var plan = Sample.plan(unchanged: 12)
        plan.unseen = (10..<22).map {
            UnseenSecrets(address: Address(kind: "event_hook", key: "h\($0)"), paths: [Self.path])
        }
        let lines = PlanView(plan).text(Sample.plain).split(separator: "\n")
        let text = lines.joined(separator: " ")
        #expect(text.contains("12 secrets unknown, since never seen: event_hook.h10 (auth.value)"))
        #expect(text.contains("event_hook.h19") && !text.contains("event_hook.h20"))
        #expect(text.contains(", 2 more. The next write sets them; or prove them now: "))
        #expect(lines.contains("      tenterhook adopt --prove-secret"))
        #expect(text.contains("No changes. As far as can be seen, the org is as the manifest"))
    }

    @Test func `nothing unknown is said so`() {
        #expect(proofs([:]) == "No secret is unknown.\n")
    }

    @Test func `every outcome is one sentence, sorted by address`() {
        let proven = Proof.proven(Sample.fingerprint())
        let text = proofs([
            Sample.old: [Self.path: .takesAnything],
            Sample.audit: [Self.path: proven],
            Sample.leavers: [Self.path: .refused(detail: "It answered with status 401.")],
        ])
        #expect(
            text == """
                event_hook.audit: auth.value proven
                event_hook.leavers: auth.value still unknown: the endpoint does not take the
                manifest's. It answered with status 401.
                event_hook.old: auth.value still unknown: the endpoint takes a made-up secret
                just as well, so its yes says nothing.

                """)
        #expect(!text.contains(Sample.sentinel))
    }

    @Test(arguments: [
        Proof.unclear(detail: "No answer came."), .notAskable, .notDeclared, .missing,
        .notVerified, .otherChannel(AttributePath("channel.config.headers", key: "X-\u{1b}[31m")),
    ])
    func `what is not proven says why, and shows no control character`(_ proof: Proof) {
        let text = proofs([Sample.leavers: [Self.path: proof]])
        #expect(text.hasPrefix("event_hook.leavers: auth.value still unknown: "))
        #expect(text.hasSuffix(".\n") && !text.unicodeScalars.contains("\u{1b}"))
    }
}
