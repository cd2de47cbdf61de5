import Kinds
import Manifests
import Seeding
import Testing
import Vocabulary

/// Manifests that are written of what an org holds.
@Suite struct WritingTests {
    /// Draws up what the objects make under addresses of their names.
    private func drafted(
        _ objects: [LiveObject], token: String? = "OKTA_API_TOKEN"
    ) -> DraftedManifest {
        let addresses = addresses(for: objects)
        return draftedManifest(
            ManifestDraft(
                orgName: "main", orgURL: "https://acme.okta.com", tokenVariable: token,
                resources: objects.compactMap { object in
                    addresses[object.id].map { ResourceDraft(address: $0, object: object) }
                }))
    }

    @Test func writesAsACarefulPersonWould() {
        let objects: [LiveObject] = [
            .eventHook(
                "who1", "Leavers to payroll", url: "https://hooks.acme.com/okta/leavers",
                events: ["user.lifecycle.deactivate", "group.user_membership.add"],
                filters: [
                    "group.user_membership.add":
                        "event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size() > 0"
                ], headers: ["X-Team": "identity"], auth: "Authorization",
                description: "Stop pay when a user is deactivated"),
            .eventHook(
                "who2", "joiners", url: "https://hooks.acme.com/okta/leavers",
                events: ["user.lifecycle.create"], headers: ["X-Team": "identity"],
                auth: "Authorization", isActive: false, isVerified: false),
            .eventHook(
                "who3", "Flow",
                url: "https://acme.workflows.okta.com/api/flo/abc/invoke?clientToken=sentinel",
                events: ["user.account.lock"], description: "One\nand two", isVerified: false),
            .inlineHook("cal1", "enrich", version: "1.0.1", auth: "X-Api-Key"),
            .inlineHook(
                "cal2", "Register", type: "com.okta.user.pre-registration",
                oauth: [
                    "authType": "private_key_jwt", "clientId": "okta", "hookKeyId": "HKY1",
                    "tokenUrl": "https://login.acme.com/token", "scope": "hooks",
                ]),
            .hookKey("HKY1", "Token signing"),
            .hookKey("HKY2", "spare"),
        ]
        let result = drafted(objects)
        expectSame(
            result.text,
            """
            # yaml-language-server: $schema=./tenterhook.schema.json
            #
            # The hooks of an Okta org as they stood when this file was written. From now on it says what
            # they should be: `tenterhook plan` shows what differs, `tenterhook apply` makes it so.
            version: 1

            orgs:
              main:
                url: https://acme.okta.com
                auth: { api_token: { env: OKTA_API_TOKEN } }

            state: { backend: local, path: state }

            endpoints:
              leavers:
                url: https://hooks.acme.com/okta/leavers
                headers: { X-Team: identity }
                auth: { header: Authorization, value: { env: LEAVERS_SECRET } }

            event_hooks:
              flow:
                name: Flow
                description: |-
                  One
                  and two
                endpoint:
                  url: { env: FLOW_URL }
                events: [user.account.lock]
                # Okta has not verified it, so it receives nothing. Without this line, apply verifies it.
                verify: false
              joiners:
                endpoint: leavers
                events: [user.lifecycle.create]
                status: inactive
              leavers_to_payroll:
                name: Leavers to payroll
                description: Stop pay when a user is deactivated
                endpoint: leavers
                events: [group.user_membership.add, user.lifecycle.deactivate]
                filters:
                  group.user_membership.add: event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size() > 0

            inline_hooks:
              enrich:
                type: com.okta.oauth2.tokens.transform
                version: 1.0.1
                endpoint:
                  url: https://hooks.acme.com/okta
                  auth: { header: X-Api-Key, value: { env: ENRICH_SECRET } }
              register:
                name: Register
                type: com.okta.user.pre-registration
                oauth:
                  url: https://hooks.acme.com/okta
                  client_id: okta
                  token_url: https://login.acme.com/token
                  scope: hooks
                  hook_key: token_signing

            hook_keys:
              spare: {}
              token_signing: { name: Token signing }

            """)
        #expect(result.leftOut.isEmpty && result.warnings.isEmpty)
        #expect(
            result.secrets.map { "\($0.variable) \($0.purpose) \($0.isReadable)" } == [
                "LEAVERS_SECRET the Authorization header of endpoint leavers false",
                "FLOW_URL the URL of event_hook.flow true",
                "ENRICH_SECRET the X-Api-Key header of inline_hook.enrich false",
            ])
        #expect(Folder(result.text).findings().isEmpty)
        for seed in 1...5 {
            var generator = SeededGenerator(seed: UInt64(seed))
            #expect(drafted(objects.shuffled(using: &generator)).text == result.text)
        }
    }

    @Test func leavesSigningInToTheEnvironment() {
        let text = drafted([.hookKey("HKY1", "a")], token: nil).text
        #expect(text.contains("    url: https://acme.okta.com\n\nstate:"))
    }

    @Test func anOrgWithoutHooksIsAManifestWithoutHooks() {
        let text = drafted([]).text
        #expect(Folder(text).findings().isEmpty)
        #expect(!text.contains("hooks:"))
    }

    @Test func limitsThatTheOrgExceedsAreRaised() {
        let hooks = (1...26).map {
            LiveObject.eventHook("who\($0)", "Hook \($0)", url: "https://hooks.acme.com/\($0)")
        }
        let result = drafted(hooks)
        #expect(result.written.count == 26)
        #expect(result.text.hasSuffix("limits: { event_hooks: 26 }\n"))
        #expect(Folder(result.text).findings().isEmpty)
    }

    @Test(arguments: [
        ("a type that is new", LiveObject.inlineHook("cal1", "a", type: "com.okta.new")),
        ("plain http", .eventHook("who1", "a", url: "http://hooks.acme.com/")),
        (
            "a secret URL with a user name",
            .eventHook("who1", "a", url: "https://u@hooks.acme.com/?token=sentinel")
        ),
        ("a header of Okta's", .eventHook("who1", "a", headers: ["Accept": "text/plain"])),
        ("a header over two lines", .eventHook("who1", "a", headers: ["X-A": "b\nc"])),
        ("a secret over two lines", .eventHook("who1", "a", headers: ["X-Token": "b\nsentinel"])),
        ("no events", .eventHook("who1", "a", events: [])),
        (
            "a key that is not there",
            .inlineHook(
                "cal1", "a",
                oauth: [
                    "authType": "private_key_jwt", "clientId": "a", "hookKeyId": "HKY9",
                    "tokenUrl": "https://a.b/",
                ])
        ),
        (
            "a way to sign in that is new",
            .inlineHook(
                "cal1", "a",
                oauth: ["authType": "mtls", "clientId": "a", "tokenUrl": "https://a.b/"])
        ),
    ])
    func leavesOutWhatAManifestCannotSay(_ example: (what: String, object: LiveObject)) {
        let other = LiveObject.eventHook("who5", "other")
        let result = drafted([example.object, other])
        #expect(result.leftOut.map(\.id) == [example.object.id])
        #expect(result.leftOut.allSatisfy { !$0.reasons.isEmpty })
        #expect(!"\(result.leftOut)".contains("sentinel"))
        #expect(result.written.map(\.object.id) == ["who5"])
        #expect(result.text == drafted([other]).text)
    }

    @Test func leavesOutWhatRefersToSomethingLeftOut() {
        let long = String(repeating: "k", count: 10)
        let result = drafted([
            .hookKey("HKY1", long), .hookKey("HKY2", long),
            .inlineHook(
                "cal1", "a",
                oauth: [
                    "authType": "private_key_jwt", "clientId": "a", "hookKeyId": "HKY2",
                    "tokenUrl": "https://a.b/",
                ]),
        ])
        #expect(result.leftOut.map(\.id) == ["HKY2", "cal1"])
        #expect(result.leftOut.first?.reasons == ["Another hook key has the same name."])
    }

    @Test func whiteSpaceAroundAFilterIsNotWritten() {
        let filter = "\n  event.actor.id eq '1' &&\n event.actor.type eq 'User' \n"
        let result = drafted([
            .eventHook("who1", "a", filters: ["user.lifecycle.deactivate": filter])
        ])
        #expect(result.leftOut == [])
        #expect(result.text.contains("user.lifecycle.deactivate: |-\n        event.actor.id"))
    }

    /// What Okta has taken is a filter, whatever the check of ours knows.
    @Test(arguments: [
        ("user.lifecycle.deactivate", "event.nosuch.method() = 3", "filter-single-equals?"),
        ("user.lifecycle.deactivate", "event.target.size()", "filter-size-not-compared?"),
        ("user.lifecycle.deactivate", "", "filter-empty?"),
        ("user.lifecycle.create", "event.actor.id eq '1'", "filter-without-event?"),
    ])
    func anOddFilterIsKeptAndTold(_ example: (event: String, filter: String, code: String)) {
        let hook = LiveObject.eventHook("who1", "a", filters: [example.event: example.filter])
        let result = drafted([hook])
        #expect(result.leftOut == [])
        #expect(result.warnings.map(\.rule.id) == ["filter-kept"])
        #expect(
            result.text.contains(
                """
                    # A filter is odd, and Okta has taken it. Without this line, it is an error.
                    check_filters: false

                """))
        let folder = Folder(result.text)
        #expect(
            folder.findings().map { String($0.brief.drop { $0 != " " }.dropFirst()) }
                == [example.code])
        let path = AttributePath("events.filter", key: example.event)
        #expect(folder.resources().first?.values[path] == .plain(.text(example.filter)))
        let strict = result.text.split(separator: "\n").filter { !$0.contains("check_filters") }
        #expect(Folder(strict.joined(separator: "\n")).findings().hasErrors)
    }

    @Test func aVariableOfOktasToolsIsNobodysSecret() {
        let result = drafted([
            .eventHook("who1", "Okta base", url: "https://hooks.acme.com/?token=sentinel")
        ])
        #expect(result.secrets.map(\.variable) == ["OKTA_BASE_URL_2"])
    }

    @Test func saysWhatTheOrgHoldsBesides() {
        let result = drafted([.eventHook("who1", "a", unread: ["channel.config.retries"])])
        #expect(result.warnings.map(\.rule.id) == ["unknown-members"])
        #expect(result.text.contains("  # event_hook.a has `channel.config.retries` in the org,"))
        #expect(Folder(result.text).findings().isEmpty)
    }
}

private func expectSame(
    _ text: String, _ expected: String, location: Testing.SourceLocation = #_sourceLocation
) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, pair) in zip(lines, wanted).enumerated() where pair.0 != pair.1 {
        Issue.record("line \(index + 1): \(pair.0)\nexpected: \(pair.1)", sourceLocation: location)
        return
    }
    #expect(lines.count == wanted.count, sourceLocation: location)
}
