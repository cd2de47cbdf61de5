import JSON
import Planning
import Testing
import Vocabulary

@testable import Rendering

@Suite struct PlanDocumentTests {
    private func changes(_ plan: Plan) throws -> [JSONValue] {
        try #require(Sample.document(PlanView(plan))["resource_changes"]?.array)
    }

    @Test func `the whole of an empty plan`() {
        let plan = Sample.plan()
        let seal = PlanSeal(version: "0.1.0") { "\($0.members.count) members" }
        #expect(
            PlanView(plan).json(seal) == [
                "format_version": "1.2", "tenterhook_version": "0.1.0", "applyable": false,
                "complete": true, "errored": false, "resource_drift": [], "resource_changes": [],
                "output_changes": [:], "tenterhook": plan.json, "checksum": "9 members",
            ])
    }

    @Test func `a plan that a guard refuses is whole, with the refusal`() {
        let refusal = [Diagnostic(.error, .maxDeletes, isGuard: true)]
        let plan = Sample.plan(changes: [Sample.deletion])
        let document = Sample.document(PlanView(plan, refusal: refusal))
        #expect(document["applyable"] == false)
        #expect(document["errored"] == false)
        #expect(document["diagnostics"] == diagnosticsDocument(refusal))
        #expect(document["resource_changes"]?.array?.count == 1)
        #expect(Sample.document(PlanView(plan))["diagnostics"] == nil)
    }

    @Test func `a create`() throws {
        #expect(
            try changes(Sample.plan(changes: [Sample.creation])) == [
                [
                    "address": "event_hook.audit", "mode": "managed", "type": "event_hook",
                    "name": "audit", "provider_name": "tenterhook",
                    "change": [
                        "actions": ["create"],
                        "before": nil,
                        "after": [
                            "name": "Audit", "status": "ACTIVE", "verificationStatus": "VERIFIED",
                            "events": [
                                "items": ["group.user_membership.add", "user.lifecycle.create"]
                            ],
                            "channel": [
                                "config": [
                                    "uri": "https://hooks.acme.com/a",
                                    "headers": ["X-Team": "identity"],
                                    "authScheme": ["key": "Authorization", "value": nil],
                                ]
                            ],
                        ],
                        "after_unknown": ["id": true],
                        "before_sensitive": false,
                        "after_sensitive": [
                            "channel": ["config": ["authScheme": ["value": true]]]
                        ],
                    ],
                ]
            ])
    }

    @Test func `an update keeps the id, a delete has nothing after it`() throws {
        let changes = try changes(Sample.plan(changes: [Sample.update, Sample.deletion]))
        let update = try #require(changes[0]["change"])
        #expect(update["actions"] == ["update"])
        #expect(update["before"]?["id"] == "who1")
        #expect(update["before"]?["verificationStatus"] == "VERIFIED")
        #expect(update["before"]?["events"]?["filter"] == ["a.b": "1 eq 1"])
        #expect(update["after"]?["id"] == "who1")
        #expect(update["after"]?["channel"]?["config"]?["authScheme"]?["value"] == .null)
        #expect(update["after_unknown"] == [:])
        #expect(changes[0]["action_reason"] == nil)
        let deletion = try #require(changes[1]["change"])
        #expect(deletion["actions"] == ["delete"])
        #expect(deletion["after"] == .null)
        #expect(deletion["after_sensitive"] == false)
        #expect(deletion["after_unknown"] == [:])
        #expect(changes[1]["action_reason"] == "delete_because_no_resource_config")
    }

    @Test func `a replacement, a forgetting and a destroy`() throws {
        var replacement = Sample.update
        replacement.action = .replace
        let forgetting = Change(
            address: Sample.old, action: .forget, reason: .deletedInTheOrg, id: "who2")
        let changes = try changes(
            Sample.plan(mode: .destroy, changes: [replacement, forgetting, Sample.deletion]))
        #expect(changes[0]["change"]?["actions"] == ["delete", "create"])
        #expect(changes[0]["change"]?["after_unknown"] == ["id": true])
        #expect(changes[0]["action_reason"] == "replace_because_cannot_update")
        #expect(changes[1]["change"]?["actions"] == ["forget"])
        #expect(changes[1]["change"]?["after"] == .null)
        #expect(changes[2]["action_reason"] == nil)
    }

    @Test func `drift shows a lost verification and a deletion`() throws {
        let plan = Sample.plan(drift: [
            Drift(
                address: Sample.leavers, kind: .changed, id: "who1", recorded: Sample.attributes(),
                live: Sample.attributes(name: "Mine"), recordedVerified: true,
                liveVerified: false),
            Drift(
                address: Sample.old, kind: .deleted, id: "who2", recorded: Sample.attributes(),
                live: Attributes()),
        ])
        let drift = try #require(
            Sample.document(PlanView(plan))["resource_drift"]?.array)
        let changed = try #require(drift[0]["change"])
        #expect(changed["actions"] == ["update"])
        #expect(changed["before"]?["name"] == "Leavers")
        #expect(changed["before"]?["verificationStatus"] == "VERIFIED")
        #expect(changed["after"]?["name"] == "Mine")
        #expect(changed["after"]?["verificationStatus"] == "UNVERIFIED")
        #expect(drift[1]["change"]?["actions"] == ["delete"])
        #expect(drift[1]["change"]?["after"] == .null)
    }
}
