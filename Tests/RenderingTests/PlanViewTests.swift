import Kinds
import Planning
import Testing
import Vocabulary

@testable import Rendering

/// A view has words and values; how they look is the renderers' business.
@Suite struct PlanViewTests {
    private static let evil = "a\u{202E}\u{1B}[2J\nb"

    @Test func `a view neither escapes nor colors`() throws {
        let address = Address(kind: "event_hook", key: Self.evil)
        let change = Change(
            address: address, action: .update, reason: .notVerified, before: Sample.attributes(),
            after: Sample.attributes(name: Self.evil), steps: [Step(.update)],
            dependsOn: [address])
        var plan = Sample.plan(
            changes: [change],
            drift: [
                Drift(
                    address: address, kind: .deleted, id: Self.evil,
                    recorded: Sample.attributes(), live: Attributes())
            ])
        plan.orgName = Self.evil
        plan.unseen = [UnseenSecrets(address: address, paths: [AttributePath("name")])]
        let view = PlanView(plan, whereUsed: WhereUsed(findings: [address: .notKnown(Self.evil)]))
        let words = [
            view.title, view.drift[0].headline, view.changes[0].notes.joined(),
            try #require(view.unseen).words, try #require(view.uses[0].words),
        ]
        for words in words { #expect(words.contains(Self.evil)) }
        #expect(!view.text(TextStyle()).contains(Self.evil))
    }

    @Test func `a change in words`() {
        let view = ChangeView(change: Sample.update, showsUse: false)
        #expect(view.sign == "~")
        #expect(view.steps == "update, verify if Okta resets it")
        #expect(view.reason == nil)
        #expect(
            view.notes == [
                "may lose events until verified", "taken back if Okta cannot verify it",
            ])
        #expect(
            ChangeView(change: Sample.deletion, showsUse: false).reason == "not in the manifest")
    }

    @Test(arguments: PlanView.Format.allCases)
    func `every format shows a plan that a guard refuses`(format: PlanView.Format) {
        let refusal = [Diagnostic(.error, .maxDeletes, isGuard: true)]
        let view = PlanView(Sample.plan(changes: [Sample.deletion]), refusal: refusal)
        let output = view.render(
            format, style: Sample.plain, seal: PlanSeal(version: "0") { _ in "" })
        #expect(output.contains("event_hook.old"))
        #expect(output.contains("deactivate"))
    }
}
