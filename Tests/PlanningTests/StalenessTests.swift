import Planning
import Testing
import Vocabulary

/// What of the world may move before a saved plan is refused, and what may not.
struct StalenessTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: Staleness?
        let edit: @Sendable (inout Plan) -> Void

        init(
            _ words: String, _ expected: Staleness?,
            _ edit: @escaping @Sendable (inout Plan) -> Void
        ) {
            testDescription = words
            self.expected = expected
            self.edit = edit
        }
    }

    static let leavers = SamplePlan.leavers
    static let secret = AttributePath("channel.config.authScheme.value")

    static let cases = [
        Case("nothing moved", nil) { _ in },
        Case(
            "the org's URL",
            .otherOrg(planned: "https://acme.okta.com", now: "https://b.okta.com")
        ) { $0.orgURL = "https://b.okta.com" },
        Case(
            "the org's name",
            .otherOrg(planned: "https://acme.okta.com", now: "https://acme.okta.com")
        ) { $0.orgName = "preview" },
        Case("the manifest", .manifestEdited) { $0.manifestDigest = "other" },
        Case("the state's line", .otherState) { $0.stateLineage = "other" },
        Case("the state's serial", .stateMoved(planned: 7, now: 8)) { $0.stateSerial = 8 },
        Case("the org before the manifest", .otherOrg(planned: "https://acme.okta.com", now: "x")) {
            $0.orgURL = "x"
            $0.manifestDigest = "other"
            $0.stateSerial = 8
        },
        Case("the state's line before its serial", .otherState) {
            $0.stateLineage = "other"
            $0.stateSerial = 8
        },
        Case("a live value", .moved(leavers, "name")) { $0.changes[0].before["name"] = .text("x") },
        Case("a live value that went", .moved(leavers, "events.items")) {
            $0.changes[0].before["events.items"] = nil
        },
        Case("a live header", .moved(leavers, #"channel.config.headers["X-"Team"]"]"#)) {
            $0.changes[0].before[SamplePlan.header] = .text("x")
        },
        Case("the first of two live values", .moved(leavers, "events.items")) {
            $0.changes[0].before["name"] = .text("x")
            $0.changes[0].before["events.items"] = .set(of: ["z"])
        },
        Case("the verification", .moved(leavers, "verificationStatus")) {
            $0.changes[0].wasVerified = false
        },
        Case("only the time stamp", .moved(leavers, "lastUpdated")) {
            $0.changes[0].lastUpdated = "2026-03-01T10:00:01.000Z"
        },
        Case("a secret's value", .secretChanged(leavers, secret)) {
            $0.changes[0].after["channel.config.authScheme.value"] = .secret(
                Fingerprint(n: 2, r: 1, p: 1, salt: "00", hash: "11"))
        },
        Case("the live side before the secret", .moved(leavers, "name")) {
            $0.changes[0].after["channel.config.authScheme.value"] = nil
            $0.changes[0].before["name"] = .text("x")
        },
        Case("the steps", .otherChanges(leavers)) { $0.changes[0].steps = [Step(.update)] },
        Case("the action", .otherChanges(leavers)) { $0.changes[0].action = .replace },
        Case("the id", .otherChanges(leavers)) { $0.changes[0].id = "who2" },
        Case("what has to come first", .otherChanges(leavers)) { $0.changes[0].dependsOn = [] },
        Case("a change that is needed no more", .otherChanges(leavers)) {
            $0.changes.removeFirst()
        },
        Case(
            "a change that is needed now",
            .otherChanges(Address(kind: "event_hook", key: "joiners"))
        ) {
            $0.changes.append(
                Change(
                    address: Address(kind: "event_hook", key: "joiners"), action: .create,
                    reason: .notInTheOrg))
        },
        Case("the order of the changes", nil) { $0.changes.reverse() },
        Case("drift that costs no change", nil) { $0.drift = [] },
        Case("objects that are nobody's", nil) { $0.unmanaged = [] },
        Case("how many stay as they are", nil) { $0.unchanged = 4 },
    ]

    @Test(arguments: cases)
    func whatMovedIsNamed(_ item: Case) {
        var now = SamplePlan.full
        item.edit(&now)
        #expect(Staleness.of(SamplePlan.full, against: now) == item.expected)
    }
}
