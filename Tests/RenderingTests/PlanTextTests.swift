import Planning
import Ports
import Testing
import Vocabulary

@testable import Rendering

@Suite struct PlanTextTests {
    private func render(
        _ plan: Plan, usage: OrgUsage? = nil, style: TextStyle = Sample.plain
    ) -> String {
        PlanView(plan, usage: usage).text(style)
    }

    @Test func `a plan of several changes`() {
        let plan = Sample.plan(
            changes: [Sample.creation, Sample.update, Sample.deletion], unchanged: 3, unmanaged: 4)
        #expect(
            render(plan, usage: OrgUsage(requests: 1, remaining: 599, limit: 600)) == """
                Plan for prod (https://acme.okta.com)

                  + event_hook.audit: create, verify
                      + name               "Audit"
                      + status             active
                      + events             group.user_membership.add, user.lifecycle.create
                      + url                "https://hooks.acme.com/a"
                      + headers["X-Team"]  "identity"
                      + auth.header        "Authorization"
                      + auth.value         ‹secret›

                  ~ event_hook.leavers: update, verify if Okta resets it
                    may lose events until verified; taken back if Okta cannot verify it
                        description       "Stop pay" (kept)
                      ~ events            + group.user_membership.add
                                          - user.lifecycle.create
                                          3 unchanged
                      ~ filters["a.b"]    "1 eq 1" → "1 eq 2"
                      ~ url               "https://hooks.acme.com/a"
                                        → "https://hooks.acme.com/b"
                      - headers["X-Old"]  "1"
                      ~ auth.value        ‹secret› changed

                  - event_hook.old: deactivate, delete (not in the manifest)
                      - name    "Old"
                      - status  active
                      - events  user.lifecycle.deactivate
                      - url     "https://hooks.acme.com/a"

                Plan: 1 to create, 1 to update, 1 to delete; 2 to verify. 3 unchanged, 4
                unmanaged (not touched).
                1 request to the org; 599 of 600 left this minute.

                """)
    }

    @Test(arguments: [
        (3, 0, "No changes. The org is as the manifest says: 3 resources."),
        (
            1, 2,
            "No changes. The org is as the manifest says: 1 resource. 2 unmanaged (not touched)."
        ),
        (0, 0, "No changes. The org is as the manifest says: no resources."),
    ])
    func `no changes`(unchanged: Int, unmanaged: Int, words: String) {
        let plan = Sample.plan(unchanged: unchanged, unmanaged: unmanaged)
        #expect(
            render(plan, style: TextStyle(width: 200))
                == "Plan for prod (https://acme.okta.com)\n\n\(words)\n")
    }

    @Test func `drift comes first, under a heading of its own`() {
        let drift = [
            Drift(
                address: Sample.audit, kind: .touched, id: "who3",
                recorded: Sample.attributes(secret: .secret(Sample.fingerprint())),
                live: Sample.attributes(secret: .unknown), recordedVerified: true,
                liveVerified: true, lastUpdated: "2026-08-01T10:00:00Z"),
            Drift(
                address: Sample.leavers, kind: .changed, id: "who1",
                recorded: Sample.attributes(), live: Sample.attributes(name: "Mine"),
                recordedVerified: true, liveVerified: false, lastUpdated: "2026-08-01T09:00:00Z"),
            Drift(
                address: Sample.old, kind: .deleted, id: "who2", recorded: Sample.attributes(),
                live: Attributes()),
        ]
        let change = Change(
            address: Sample.leavers, action: .update, reason: .differs,
            before: Sample.attributes(name: "Mine", status: "INACTIVE"), after: Sample.attributes(),
            steps: [Step(.update), Step(.activate)], cost: .inactive, dependsOn: [Sample.old])
        #expect(
            render(Sample.plan(changes: [change], drift: drift)) == """
                Plan for prod (https://acme.okta.com)

                Changed in the org since the last apply

                  ~ event_hook.audit: written at 2026-08-01T10:00:00Z
                    Nothing that Okta shows is different; a secret may be.

                  ~ event_hook.leavers: changed at 2026-08-01T09:00:00Z
                      ~ name          "Leavers" → "Mine"
                      ~ verification  verified → lost, receives nothing

                  - event_hook.old: deleted (id who2)

                Changes to make

                  ~ event_hook.leavers: update, activate
                    not active, loses nothing; after event_hook.old
                      ~ name    "Mine" → "Leavers"
                      ~ status  inactive → active

                Plan: 1 to update.

                """)
    }

    @Test func `a value of several lines is compared line by line`() {
        let change = Change(
            address: Sample.leavers, action: .update, reason: .differs,
            before: Sample.attributes(description: "one\ntwo\nthree\n"),
            after: Sample.attributes(description: "one\n2\nthree\n", filters: ["a": "x &&\ny"]),
            steps: [Step(.update)])
        #expect(
            render(Sample.plan(changes: [change])).contains(
                """
                      ~ description   1 line unchanged
                                      - two
                                      + 2
                                      2 lines unchanged
                      + filters["a"]  | x &&
                                      | y

                """))
    }

    @Test func `a destroy says so`() {
        var change = Sample.deletion
        change.reason = .destroy
        let text = render(Sample.plan(mode: .destroy, changes: [change]))
        #expect(text.hasPrefix("Plan to destroy what is managed in prod (https://acme.okta.com)\n"))
        #expect(text.contains("  - event_hook.old: deactivate, delete\n"))
        #expect(text.hasSuffix("Plan: 1 to delete.\n"))
        #expect(render(Sample.plan(mode: .destroy)).hasSuffix("\n\nNothing to destroy.\n"))
    }

    @Test func `targets, a verification alone, a forgetting, a replacement`() {
        let attributes = Sample.attributes()
        let changes = [
            Change(
                address: Sample.audit, action: .update, reason: .notVerified,
                before: attributes, after: attributes, wasVerified: false, steps: [Step(.verify)],
                cost: .receivesNothingUntilVerified),
            Change(
                address: Sample.leavers, action: .replace, reason: .differs, before: attributes,
                after: Sample.attributes(name: "New"),
                steps: [Step(.deactivate), Step(.delete), Step(.create), Step(.verify)]),
            Change(
                address: Sample.old, action: .forget, reason: .deletedInTheOrg, id: "who2"),
        ]
        #expect(
            render(Sample.plan(targets: [Sample.old, Sample.audit], changes: changes)) == """
                Plan for prod (https://acme.okta.com)
                Only event_hook.audit, event_hook.old, as --target says

                  ~ event_hook.audit: verify (not verified)
                    receives nothing until verified

                -/+ event_hook.leavers: deactivate, delete, create, verify
                      ~ name  "Leavers" → "New"

                  . event_hook.old: forget (deleted in the org)
                    only the state forgets it

                Plan: 1 to replace, 1 to forget; 2 to verify.

                """)
        #expect(
            render(Sample.plan(changes: [changes[0]])).hasSuffix("\n\nPlan: 1 to verify.\n"))
    }

    @Test func `a long label does not push the values aside`() {
        let change = Change(
            address: Sample.audit, action: .create, reason: .notInTheOrg,
            after: Sample.attributes(headers: ["X-A-Header-Of-Some-Length": .text("v")]),
            steps: [Step(.create)])
        #expect(
            render(Sample.plan(changes: [change])).contains(
                """
                      + url     "https://hooks.acme.com/a"
                      + headers["X-A-Header-Of-Some-Length"]
                                "v"

                """))
    }

    @Test func `in colour and in ASCII`() {
        let change = Change(
            address: Sample.leavers, action: .update, reason: .differs,
            before: Sample.attributes(description: "é"), after: Sample.attributes(name: "New"),
            kept: [AttributePath("status")], steps: [Step(.update)],
            cost: .losesEventsUntilVerified)
        let style = TextStyle(color: true, unicode: false)
        let expected = """
            <1>Plan for prod (https://acme.okta.com)<0>

            <33>  ~<0> <1>event_hook.leavers<0>: update
                <33>loses events until verified<0>
                  <33>~<0> name          "Leavers" -> "New"
                  <31>-<0> description   "\\u{e9}"
                    <2>status<0>        <2>active (kept)<0>

            Plan: 1 to update.

            """
        var painted = expected
        for code in ["0", "1", "2", "31", "33"] {
            painted = painted.split(separator: "<\(code)>", omittingEmptySubsequences: false)
                .joined(separator: "\u{1B}[\(code)m")
        }
        #expect(render(Sample.plan(changes: [change]), style: style) == painted)
    }

    @Test(arguments: [
        (OrgUsage(requests: 2), "2 requests to the org."),
        (OrgUsage(requests: 1, remaining: 5), "1 request to the org; 5 left this minute."),
    ])
    func `the footer says what is known`(usage: OrgUsage, words: String) {
        #expect(usage.words == words)
    }
}
