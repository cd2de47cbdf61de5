import JSON
import Planning
import Reconciling
import Testing
import Vocabulary

@testable import Fakes

@Suite("What a manifest does not speak of")
struct CarryOverTests {
    @Test func isCarriedOverAndShownAsKept() async throws {
        let world = World()
        let full = Hook("leavers", events: [Hook.eventA, Hook.eventB]).description("kept")
            .header("X-Team", "identity").filter(Hook.eventA, "a").filter(Hook.eventB, "b")
        try await world.settle([full])

        // The filter of the event that is no longer subscribed to goes with it.
        let bare = Hook("leavers", url: "https://new.example", events: [Hook.eventA])
        let applied = try await world.apply([bare])
        let change = try #require(applied.plan.changes.first)
        #expect(
            change.kept.map(\.description) == [
                "channel.config.headers[\"X-Team\"]", "description",
                "events.filter[\"\(Hook.eventA)\"]",
            ])
        #expect(applied.report.verdict == .complete)
        let live = try #require(await world.org.named("leavers"))
        #expect(live.description == "kept")
        #expect(live.headers == [.init(key: "X-Team", value: "identity")])
        #expect(live.filters == [.init(key: Hook.eventA, value: "a")])
    }

    @Test func isTakenAwayOnceTheManifestSaysThatThereIsNone() async throws {
        let world = World()
        let full = Hook("leavers").description("old").header("X-Team", "identity")
            .filter(Hook.eventA, "a")
        try await world.settle([full])

        let none = Hook("leavers").description(nil).noHeaders().noFilters()
        #expect(try await world.apply([none]).report.verdict == .complete)
        let live = try #require(await world.org.named("leavers"))
        #expect(live.description == nil && live.headers.isEmpty && live.filters.isEmpty)
    }

    @Test func isAnErrorWhenItIsASecretThatAWriteWouldLose() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL"
        try await world.settle([Hook("leavers").auth(env: "SECRET")])

        let bare = Hook("leavers")
        #expect(try await world.plan([bare]).outcome.plan.isEmpty)
        #expect(try await world.codes([bare.url("https://new")]) == ["secret-not-declared"])
        // A lifecycle call writes nothing over.
        #expect(try await world.apply([bare.inactive()]).report.verdict == .complete)
    }

    @Test func isASecretHeaderThatStaysSecret() async throws {
        let world = World()
        world.secrets["KEY"] = "SENTINEL"
        try await world.settle([Hook("leavers").header("X-Key", env: "KEY")])

        // The manifest no longer speaks of headers, and the environment no longer has the secret.
        world.secrets["KEY"] = nil
        let bare = Hook("leavers", url: "https://new.example")
        let applied = try await world.apply([bare])
        #expect(applied.report.verdict == .complete)
        #expect(!FakeSecrets.areIn(applied.plan.json.bytes()))
        let live = try #require(await world.org.named("leavers"))
        #expect(live.headers == [.init(key: "X-Key", value: "SENTINEL")])
    }

    @Test func isLeftAloneWhereChangesAreIgnored() async throws {
        let world = World()
        let hook = Hook("leavers").description("ours").ignoring("description")
        try await world.settle([hook])
        await world.org.edit("leavers") { $0.description = "theirs" }

        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.isEmpty)
        #expect(plan.drift.map(\.kind) == [.changed])
        let applied = try await world.apply([hook.url("https://new.example")])
        #expect(applied.plan.changes[0].kept == [AttributePath("description")])
        #expect(await world.org.named("leavers")?.description == "theirs")
    }

    @Test func isTheStatusThatSomebodyElseDecides() async throws {
        let world = World()
        let hook = Hook("leavers").ignoring("status")
        try await world.settle([hook])
        await world.org.edit("leavers") { $0.isActive = false }

        #expect(try await world.plan([hook]).outcome.plan.isEmpty)
        let applied = try await world.apply([hook.description("new")])
        #expect(applied.plan.changes[0].steps == [Step(.update)])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.named("leavers")?.isActive == false)
    }
}
