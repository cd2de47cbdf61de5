import Planning
import Vocabulary

/// A plan in which every member holds something, and one in which as little as possible does.
enum SamplePlan {
    static let leavers = Address(kind: "event_hook", key: "leavers")
    static let movers = Address(kind: "event_hook", key: "movers")
    static let header = AttributePath("channel.config.headers", key: "X-\"Team\"]")

    static let fingerprint = Fingerprint(n: 16384, r: 8, p: 1, salt: "00ff", hash: "abcd")

    static let before = Attributes([
        AttributePath("name"): .text("Leavers"),
        AttributePath("events.items"): .set(of: ["b", "a"]),
        AttributePath("channel.config.authScheme.value"): .unknown,
        header: .text("identity"),
    ])

    static let after = Attributes([
        AttributePath("name"): .text("Leavers"),
        AttributePath("events.items"): .set(of: ["a"]),
        AttributePath("channel.config.authScheme.value"): .secret(fingerprint),
        header: .text("people"),
    ])

    static let change = Change(
        address: leavers, action: .update, reason: .differs, id: "who1", before: before,
        after: after, kept: [header], wasVerified: true,
        steps: [Step(.update), Step(.verify, .ifUnverified)], cost: .losesEventsUntilVerified,
        stage: 2, dependsOn: [movers], rollback: [Step(.update), Step(.verify, .ifUnverified)],
        lastUpdated: "2026-03-01T10:00:00.000Z",
        previousAddress: Address(kind: "event_hook", key: "leaving"))

    static let full = Plan(
        mode: .apply, orgName: "prod", orgURL: "https://acme.okta.com", manifestDigest: "digest",
        stateLineage: "lineage", stateSerial: 7, targets: [leavers],
        changes: [change, Change(address: movers, action: .forget, reason: .deletedInTheOrg)],
        drift: [
            Drift(
                address: leavers, kind: .changed, id: "who1", recorded: after, live: before,
                recordedVerified: true, liveVerified: false, lastUpdated: "2026-03-02")
        ], unchanged: 3, unmanaged: [Unmanaged(kind: "event_hook", id: "who9", name: "Ünique")],
        unseen: [
            UnseenSecrets(
                address: movers, paths: [AttributePath("channel.config.authScheme.value")])
        ])

    static let empty = Plan(
        mode: .destroy, orgName: "", orgURL: "", manifestDigest: "", stateLineage: "",
        stateSerial: 0, targets: [], changes: [], drift: [], unchanged: 0, unmanaged: [])
}
