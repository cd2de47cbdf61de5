import Catalog
import Kinds
import Manifests
import Testing
import Vocabulary

/// Event hooks: their rules, and what they are lowered to.
@Suite struct HookTests {
    @Test(arguments: [
        FindingCase(
            "nothing in it", "version: 1\nevent_hooks:\n  h: {}\n", "3:3-4 missing-key",
            "3:3-4 missing-key"),
        FindingCase("nothing for it", "version: 1\nevent_hooks:\n  h:\n", "3:3-4 wrong-type"),
        FindingCase(
            "a key with a dot", "version: 1\nevent_hooks:\n  h.i: {}\n", "3:3-6 invalid-key"),
        FindingCase("a mistyped key", hook("desciption: a"), "7:5-15 unknown-key"),
        FindingCase(
            "the endpoint's key in the hook", hook("url: https://a.b"), "7:5-8 unknown-key"),
        FindingCase("an empty name", hook("name: ''"), "7:11-13 empty-name"),
        FindingCase("a name of nothing", hook("name: "), "7:5-9 wrong-type"),
        FindingCase("a number for a name", hook("name: 123")),
        FindingCase(
            "a long name", hook("name: \(String(repeating: "é", count: 256))"),
            "7:11-267 name-too-long"),
        FindingCase("the longest name", hook("name: \(String(repeating: "é", count: 255))")),
        FindingCase("a description of nothing", hook("description: ")),
        FindingCase("a list for a description", hook("description: []"), "7:18-20 wrong-type"),
        FindingCase("a status", hook("status: inactive")),
        FindingCase("another status", hook("status: INACTIVE"), "7:13-21 unknown-word"),
        FindingCase("verify in words", hook("verify: no"), "7:13-15 wrong-type"),
        FindingCase("orgs as a text", hook("orgs: o"), "7:11-12 wrong-type"),
        FindingCase("an unknown org", hook("orgs: [o, p]"), "7:15-16 unknown-org"),
        FindingCase(
            "a filter", hook("filters: { user.lifecycle.create: 'event.actor.id eq ''a''' }")),
        FindingCase(
            "a filter for no event",
            hook("filters: { user.lifecycle.crate: event.actor.id eq 'a' }"),
            "7:16-36 filter-without-event"),
        FindingCase(
            "a filter of nothing", hook("filters: { user.lifecycle.create: }"), "7:16-37 wrong-type"
        ),
        FindingCase("filters in a list", hook("filters: [a]"), "7:14-17 wrong-type"),
        FindingCase(
            "rules", hook("lifecycle: { prevent_destroy: true, cutover: in_place }")),
        FindingCase("rules of nothing", hook("lifecycle: ")),
        FindingCase(
            "a covered cutover", hook("lifecycle: { cutover: covered }"),
            "7:27-34 unsupported-cutover"),
        FindingCase(
            "no cutover", hook("lifecycle: { cutover: inplace }"), "7:27-34 unknown-word"),
        FindingCase(
            "a settle time isn't supported yet", hook("lifecycle: { settle: 5m }"),
            "7:18-24 unknown-key"),
        FindingCase(
            "no such rule", hook("lifecycle: { on_verification_failure: undo }"),
            "7:43-47 unknown-word"),
        FindingCase(
            "ignored keys", hook("lifecycle: { ignore_changes: [endpoint, url, auth, filters] }")),
        FindingCase(
            "an ignored wire path", hook("lifecycle: { ignore_changes: [events.items] }"),
            "7:35-47 unknown-word"),
        FindingCase(
            "an unknown endpoint", "version: 1\nevent_hooks:\n  h: { endpoint: e, events: [a] }\n",
            "3:18-19 unknown-endpoint", "3:30-31 unknown-event-type?"),
        FindingCase("no events", events("[]"), "5:13-15 empty-list"),
        FindingCase("events of nothing", events("~"), "5:13-14 wrong-type"),
        FindingCase("an event", events("user.lifecycle.create"), "5:13-34 wrong-type"),
        FindingCase(
            "an event twice", events("[user.lifecycle.create, user.lifecycle.create]"),
            "5:37-58 duplicate-event-type?"),
        FindingCase(
            "an unknown event", events("[user.lifecycle.crate]"), "5:14-34 unknown-event-type?"),
        FindingCase(
            "an event for no hook", events("[account.org.add]"), "5:14-29 ineligible-event-type?"),
        FindingCase(
            "an event of nothing", events("[user.lifecycle.create, ~]"), "5:37-38 wrong-type"),
    ])
    func findsMistakes(_ example: FindingCase) {
        #expect(Folder(example.text).findings().map(\.brief) == example.findings)
    }

    @Test func everyKindsSectionIsRead() {
        for kind in KindRegistry.all {
            let findings = Folder("version: 1\n\(kind.section): { x: { nothing_of_it: 1 } }\n")
                .findings()
            #expect(
                findings.contains { $0.rule.id == "unknown-key" && $0.location?.column ?? 0 > 10 })
        }
    }

    @Test func betaEventTypesAreAWarning() throws {
        let beta = try #require(EventTypes.all.first { $0.isEligible && $0.status == .beta })
        let findings = Folder(Self.events("[\(beta.name)]")).findings()
        #expect(findings.map(\.rule.id) == ["beta-event-type"])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test func suggestsWhatWasMeant() {
        let details = Folder(
            Self.hook("desciption: a\n    status: activ\n    orgs: [oo]\n    url: x")
        ).findings().map(\.detail)
        #expect(
            details == [
                "\"desciption\" is no key of an event hook. Did you mean \"description\"?",
                "Expected active or inactive, found \"activ\". Did you mean \"active\"?",
                "The manifest has no org \"oo\". Did you mean \"o\"?",
                "\"url\" is no key of an event hook. It belongs in the endpoint, as in endpoint: {"
                    + " url: … }.",
            ])
    }

    @Test func saysWhatItFound() {
        let details = Folder(
            Self.events("user.lifecycle.create\n    verify: 1\n    name: [a]\n    lifecycle: true")
        ).findings().map(\.detail)
        #expect(
            details == [
                "Expected a list of event types, found a string.",
                "Expected true or false, found a number.",
                "Expected a text, found a list.",
                "Expected a lifecycle, which is a mapping, found true or false.",
            ])
    }

    @Test func isLoweredToTheWire() throws {
        let resource = try #require(
            Folder(
                Self.hook(
                    """
                    name: Leavers to payroll
                        description: Stop pay
                        status: inactive
                        verify: false
                        filters:
                          user.lifecycle.create: |
                            event.outcome.result
                              eq 'SUCCESS'
                        lifecycle:
                          prevent_destroy: true
                          ignore_changes: [description, auth]
                          on_verification_failure: rollback
                    """)
            ).resources().first)
        #expect(resource.address.description == "event_hook.h")
        #expect(resource.kind == .eventHook)
        #expect(
            resource.values.filter { !$0.key.attribute.hasPrefix("channel") } == [
                AttributePath("name"): .plain(.text("Leavers to payroll")),
                AttributePath("description"): .plain(.text("Stop pay")),
                AttributePath("status"): .plain(.text("INACTIVE")),
                AttributePath("events.items"): .plain(.names(["user.lifecycle.create"])),
                AttributePath("events.filter", key: "user.lifecycle.create"): .plain(
                    .text("event.outcome.result\n  eq 'SUCCESS'")),
            ])
        #expect(
            resource.declared == [
                "name", "description", "status", "events.items", "events.filter",
                "channel.config.uri",
            ])
        #expect(!resource.verify)
        #expect(resource.lifecycle.preventDestroy)
        #expect(resource.lifecycle.onVerificationFailure == .rollback)
        #expect(
            resource.lifecycle.ignoreChanges == [
                "description", "channel.config.authScheme.key", "channel.config.authScheme.value",
            ])
        #expect(resource.location.description == "tenterhook.yaml:4:3")
        #expect(
            resource.locations[AttributePath("description")]?.description == "tenterhook.yaml:8:18")
    }

    @Test func whatIsNotSaid() throws {
        let resource = try #require(Folder(Self.hook("")).resources().first)
        #expect(resource.values[AttributePath("name")] == .plain(.text("h")))
        #expect(resource.values[AttributePath("status")] == .plain(.text("ACTIVE")))
        #expect(resource.declared == ["name", "status", "events.items", "channel.config.uri"])
        #expect(resource.verify)
        #expect(resource.lifecycle == ResourceDeclaration.Lifecycle())
    }

    @Test func whatIsSaidToBeEmpty() throws {
        let resource = try #require(
            Folder(Self.hook("description: \n    filters: {}")).resources().first)
        #expect(resource.declared.isSuperset(of: ["description", "events.filter"]))
        #expect(
            resource.values.keys.map(\.attribute).sorted() == [
                "channel.config.uri", "events.items", "name", "status",
            ])
    }

    @Test func resourcesAreSortedAndTheirOrgsObeyed() {
        let text = """
            version: 1
            orgs: { o: {}, p: {} }
            event_hooks:
              c: &h { endpoint: { url: https://a.b }, events: [user.lifecycle.create] }
              a: { <<: *h, orgs: [p] }
              b: *h
            """
        let folder = Folder(text)
        #expect(folder.resources(org: "o").map(\.address.key) == ["b", "c"])
        #expect(folder.resources(org: "p").map(\.address.key) == ["a", "b", "c"])
    }

    @Test func namesAreUniqueInAnOrg() {
        let text = """
            version: 1
            orgs: { o: {}, p: {} }
            event_hooks:
              a: &h { name: N, endpoint: { url: https://a.b }, events: [user.lifecycle.create] }
              N: { <<: *h, name: M, orgs: [o] }
              M: { orgs: [o], endpoint: { url: https://a.b }, events: [user.lifecycle.create] }
              b: { <<: *h, orgs: [p] }
            """
        let findings = Folder(text).findings()
        #expect(findings.map(\.brief) == ["4:17-18 duplicate-name", "6:3-4 duplicate-name"])
        // The merged name of the last stands where the first one's does.
        #expect(
            findings.flatMap(\.related).map(\.location.description) == [
                "tenterhook.yaml:4:17", "tenterhook.yaml:5:22",
            ])
    }

    @Test func limitsAreTheOrgsOrThePolicys() {
        let hooks = (1...26).map {
            "  h\($0): { endpoint: { url: https://a.b }, events: [user.lifecycle.create] }\n"
        }.joined()
        let text = "version: 1\nevent_hooks:\n" + hooks
        #expect(Folder(text).findings().map(\.brief) == ["28:3-6 limit-exceeded"])
        #expect(
            Folder(text + "policy: { limits: { event_hooks: 26 } }\n").findings().map(\.brief) == []
        )
        let tight = "policy: { limits: { event_types: 1, url_length: 11, name_length: 1 } }\n"
        let two = Self.hook("").replacing(
            "create]", with: "create, user.lifecycle.delete.initiated]")
        #expect(
            Folder(two + "    name: ab\n" + tight).findings().map(\.brief) == [
                "5:22-34 invalid-endpoint-url", "6:13-69 event-type-limit-exceeded",
                "8:11-13 name-too-long",
            ])
    }

    @Test func hostsAreGuarded() {
        let policy = "policy: { allowed_hosts: ['*.acme.com'] }\n"
        let findings = Folder(Self.hook("") + policy).findings()
        #expect(findings.map(\.brief) == ["5:22-34 host-not-allowed"])
        #expect(findings.map(\.isGuard) == [true])
        #expect(findings[0].detail.hasPrefix("The host a.b is not among"))
    }

    private static func hook(_ content: String) -> String {
        """
        version: 1
        orgs: { o: {} }
        event_hooks:
          h:
            endpoint: { url: https://a.b/ }
            events: [user.lifecycle.create]
            \(content)

        """
    }

    private static func events(_ events: String) -> String {
        """
        version: 1
        event_hooks:
          h:
            endpoint: { url: https://a.b }
            events: \(events)
        """
    }
}
