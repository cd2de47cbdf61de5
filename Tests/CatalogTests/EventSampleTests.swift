import Filters
import JSON
import Testing

@testable import Catalog

/// Made-up events: one for each type that hooks may subscribe to, and each such as Okta's could be.
struct EventSampleTests {
    private static let eligible = EventTypes.all.filter(\.isEligible)

    private func sample(_ type: String) -> JSONValue {
        EventSamples.event(
            ofType: type, uuid: "8c1e4a6e-16a5-41ef-9d7b-0242ac120002",
            published: "2026-11-20T10:00:00.000Z")
    }

    @Test func eachGroupOfEligibleTypesHasOne() {
        #expect(Set(EventSamples.groups) == Set(Self.eligible.map(\.category)))
        #expect(Self.eligible.count > 250)
    }

    @Test func eachEligibleTypeHasOneThatTheSchemaKnows() throws {
        for type in Self.eligible {
            let event = sample(type.name)
            #expect(EventFields.problems(in: event) == [], "\(type.name)")
            #expect(event["eventType"]?.string == type.name)
            #expect(event["uuid"]?.string == "8c1e4a6e-16a5-41ef-9d7b-0242ac120002")
            #expect(event["published"]?.string == "2026-11-20T10:00:00.000Z")
            let targets = try #require(event["target"]?.array)
            #expect(!targets.isEmpty, "\(type.name)")
            for target in targets {
                #expect(target["id"]?.string?.count == 20, "\(type.name): \(target.text())")
            }
            #expect(try JSONValue(parsing: event.bytes()) == event)
        }
    }

    /// Every name in the tables leads somewhere: a target that has no line of its own would be
    /// missing without a word.
    @Test func theTablesHaveNoLooseEnds() {
        for line in (eventSampleGroups + "\n" + eventSampleTypes).split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
            let isGroup = eventSampleGroups.contains(line)
            for name in cells[isGroup ? 2 : 1] {
                #expect(EventSamples.things[name] != nil, "\(line)")
            }
        }
        let names = Self.eligible.map(\.name)
        for beginning in EventSamples.rowsByType.keys {
            #expect(
                names.contains { $0 == beginning || $0.hasPrefix(beginning + ".") }, "\(beginning)")
        }
    }

    @Test(arguments: [
        ("user.lifecycle.create", ["User"]),
        ("group.user_membership.add", ["User", "UserGroup"]),
        ("group.lifecycle.create", ["UserGroup"]),
        ("policy.rule.update", ["PolicyRule", "PolicyEntity"]),
        ("user.authentication.sso", ["AppInstance", "AppUser"]),
        ("application.lifecycle.create", ["AppInstance"]),
    ])
    func theTargetsFit(type: String, targets: [String]) {
        #expect(sample(type)["target"]?.array?.compactMap { $0["type"]?.string } == targets)
    }

    @Test func aTypeThatIsNotInTheCatalogueHasOneToo() {
        let event = sample("brand.new.thing")
        #expect(event["eventType"]?.string == "brand.new.thing")
        #expect(event["displayMessage"]?.string == "Brand new thing")
        #expect(EventFields.problems(in: event) == [])
    }

    @Test func aFailureSaysSo() {
        #expect(sample("inline_hook.executed")["outcome"]?["result"]?.string == "FAILURE")
        #expect(
            sample("user.account.update_profile")["debugContext"]?["debugData"]?[
                "changedAttributes"] != nil)
    }

    @Test func anEventThatIsNotOneIsFound() throws {
        let event = try JSONValue(
            parsing: Array(
                #"{"debugData":{},"target":[{"tpye":"User"}],"actor":5,"severity":"LOUD","outcome":null}"#
                    .utf8))
        let found = EventFields.problems(in: event).map { "\($0.path) \($0.reason)" }
        #expect(
            found == [
                "debugData unknown", "target[0].tpye unknown", #"actor not("an object")"#,
                #"severity not("a text")"#,
            ])
    }
}
