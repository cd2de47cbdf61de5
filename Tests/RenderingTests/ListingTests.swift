import Catalog
import JSON
import Kinds
import State
import Testing
import Vocabulary

@testable import Rendering

@Suite struct ListingTests {
    private let resource = RecordedResource(
        id: "who1",
        attributes: Sample.attributes(description: "a\nb", secret: .secret(Sample.fingerprint())),
        isVerified: true, lastUpdated: "2026-08-01T09:00:00Z")

    private var snapshot: Snapshot {
        Snapshot(
            lineage: "l", org: "https://acme.okta.com",
            resources: [
                Sample.leavers: resource,
                Sample.audit: RecordedResource(id: "who22", attributes: Attributes()),
            ],
            intents: [
                Sample.old: Intent(
                    operation: .create, id: nil, attributes: Attributes(),
                    time: "2026-08-01T10:00:00Z")
            ])
    }

    @Test func `the state's list`() {
        let unfinished = "create begun 2026-08-01T10:00:00Z, outcome not recorded"
        #expect(
            StateListView(snapshot).text(Sample.plain) == """
                address             id     verified
                event_hook.audit    who22  -
                event_hook.leavers  who1   yes
                event_hook.old      -      -         \(unfinished)

                """)
        #expect(
            StateListView(Snapshot(lineage: "l", org: "o")).text(Sample.plain)
                == "Nothing is recorded.\n")
        #expect(
            StateListView(snapshot).json.array?.last == [
                "address": "event_hook.old", "kind": "event_hook", "id": nil, "verified": nil,
                "intent": ["operation": "create", "time": "2026-08-01T10:00:00Z"],
            ])
    }

    @Test func `one resource of the state`() {
        #expect(
            ResourceView(Sample.leavers, resource).text(Sample.plain) == """
                event_hook.leavers
                  id            who1
                  verified      yes
                  last updated  2026-08-01T09:00:00Z
                  name          "Leavers"
                  description   | a
                                | b
                  status        active
                  events        user.lifecycle.deactivate
                  url           "https://hooks.acme.com/a"
                  auth.header   "Authorization"
                  auth.value    ‹secret›

                """)
        let document = ResourceView(Sample.leavers, resource).json
        #expect(document["attributes"]?["channel"]?["config"]?["authScheme"]?["value"] == .null)
        #expect(document["sensitive"] == ["channel": ["config": ["authScheme": ["value": true]]]])
        #expect(document["verified"] == true)
    }

    @Test func `event types`() throws {
        let types = try ["user.session.start", "user.lifecycle.create"].map {
            try #require(EventTypes.named($0))
        }
        let lines = EventTypeView.types(types).text(Sample.plain).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0] == "event type             hooks  notes  group")
        #expect(lines[1] == "user.session.start     yes           PasswordLess")
        #expect(lines[2].hasPrefix("user.lifecycle.create  yes           "))
        #expect(EventTypeView.types([]).text(Sample.plain) == "No event type matches.\n")
        #expect(
            EventTypeView.types([types[1]]).json == [
                [
                    "name": "user.lifecycle.create", "eligible": true, "status": "published",
                    "identity_engine_only": false, "category": .string(types[1].category),
                    "group": .string(types[1].category),
                ]
            ])
    }

    @Test func `event types fit the terminal`() throws {
        let types = [
            EventType(
                name: "a.long.name.of.an.event.that.is.not.for.hooks", isEligible: false,
                status: .beta, isIdentityEngineOnly: true,
                category: "Delegated and Distributed Administration")
        ]
        #expect(
            EventTypeView.types(types).text(TextStyle(width: 80)) == """
                event type                                     hooks  notes
                a.long.name.of.an.event.that.is.not.for.hooks  no     beta, identity engine

                """)
        #expect(EventTypeView.types(types).text(TextStyle(width: 120)).contains("Delegated"))
    }
}
