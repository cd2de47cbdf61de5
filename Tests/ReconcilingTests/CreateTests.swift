import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("A hook that is not in the org")
struct CreateTests {
    @Test func isCreatedAndVerified() async throws {
        let world = World()
        let hook = Hook("leavers").description("Stop pay").header("X-Team", "identity")
            .filter(Hook.eventA, "event.outcome.result eq 'SUCCESS'")
        let applied = try await world.apply([hook])

        #expect(applied.plan.changes.map(\.action) == [.create])
        #expect(applied.plan.changes.map(\.reason) == [.notInTheOrg])
        #expect(applied.plan.changes[0].steps == [Step(.create), Step(.verify)])
        #expect(applied.report.results == [hook.address: .confirmed])
        #expect(applied.report.verdict == .complete)
        #expect(
            await world.requests == [
                "list event_hook", "create leavers", "verify leavers", "list event_hook",
            ])
        let live = try #require(await world.org.named("leavers"))
        #expect(live.isActive && live.isVerified)
        #expect(live.description == "Stop pay")
        #expect(live.headers == [.init(key: "X-Team", value: "identity")])
        #expect(
            live.filters == [
                .init(key: Hook.eventA, value: "event.outcome.result eq 'SUCCESS'")
            ])
    }

    @Test func isRecordedAsTheOrgShowsIt() async throws {
        let world = World()
        let hook = Hook("leavers")
        _ = try await world.apply([hook])

        let live = try #require(await world.org.named("leavers"))
        let snapshot = try await world.snapshot
        let recorded = try #require(snapshot.resources[hook.address])
        #expect(recorded.id == live.id)
        #expect(recorded.isVerified == true)
        #expect(recorded.lastUpdated == live.lastUpdated)
        #expect(recorded.attributes["status"] == .text("ACTIVE"))
        #expect(snapshot.intents.isEmpty)
    }

    @Test func isDeactivatedAndNotVerifiedWhenItIsToBeInactive() async throws {
        let world = World()
        let hook = Hook("leavers").inactive()
        let applied = try await world.apply([hook])

        #expect(applied.plan.changes[0].steps == [Step(.create), Step(.deactivate)])
        #expect(applied.report.verdict == .complete)
        let live = try #require(await world.org.named("leavers"))
        #expect(!live.isActive && !live.isVerified)
        #expect(try await world.plan([hook]).outcome.plan.isEmpty)
    }

    @Test func isNotVerifiedWhenTheManifestSaysSo() async throws {
        let world = World()
        let hook = Hook("leavers").notVerified()
        let applied = try await world.apply([hook])

        #expect(applied.plan.changes[0].steps == [Step(.create)])
        #expect(applied.report.verdict == .complete)
        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func isMadeAgainWhenItWasDeletedInTheOrg() async throws {
        let world = World()
        let hook = Hook("leavers")
        try await world.settle([hook])
        await world.org.remove("leavers")

        let applied = try await world.apply([hook])
        #expect(applied.plan.drift.map(\.kind) == [.deleted])
        #expect(applied.plan.changes.map(\.reason) == [.deletedInTheOrg])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.count(named: "leavers") == 1)
        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func isRefusedAtPlanTimeWhenAStrangerHasItsName() async throws {
        let world = World()
        await world.org.seed(FakeHook(name: "leavers", url: "https://else.example"))
        #expect(try await world.codes([Hook("leavers")]) == ["name-in-org"])
    }

    @Test func standsBesideUnmanagedHooksWhichAreCountedAndNeverTouched() async throws {
        let world = World()
        let hook = Hook("leavers")
        await world.org.seed(FakeHook(name: "stranger", url: "https://else.example"))
        let before = await world.org.named("stranger")

        let applied = try await world.apply([hook])
        #expect(applied.plan.unmanaged.map(\.name) == ["stranger"])
        #expect(try await world.apply([], .init(mode: .destroy)).report.verdict == .complete)
        #expect(await world.org.named("stranger") == before)
        #expect(await world.org.hooks.count == 1)
        #expect(await !world.requests.contains { $0.hasSuffix("stranger") })
    }
}
