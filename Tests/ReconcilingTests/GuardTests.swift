import Kinds
import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Guards, targets and modes")
struct GuardTests {
    @Test func preventDestroyStopsADestroy() async throws {
        let world = World()
        let hook = Hook("a").preventDestroy()
        try await world.settle([hook])
        let planned = try await world.plan([hook], .init(mode: .destroy))
        #expect(planned.outcome.diagnostics.map(\.rule.id) == ["prevent-destroy"])
        #expect(planned.outcome.diagnostics.map(\.isGuard) == [true])
    }

    @Test func maxDeletesCounts() async throws {
        let world = World()
        try await world.settle([Hook("a"), Hook("b"), Hook("c")])
        let order = World.Order(policy: Policy(maxDeletes: .count(1)))
        #expect(try await world.codes([Hook("a")], order) == ["max-deletes"])
        #expect(try await world.codes([Hook("a"), Hook("b")], order) == [])
    }

    @Test func maxDeletesAsAPercentageHoldsFromTenObjectsOn() async throws {
        let order = World.Order(policy: Policy(maxDeletes: .percent(20)))
        let few = World()
        let nine = (1...9).map { Hook("h\($0)") }
        try await few.settle(nine)
        #expect(try await few.codes([], order) == [])

        let many = World()
        let ten = (0...9).map { Hook("h\($0)") }
        try await many.settle(ten)
        #expect(try await many.codes(Array(ten.dropFirst(2)), order) == [])
        #expect(try await many.codes(Array(ten.dropFirst(3)), order) == ["max-deletes"])
    }

    @Test func targetsLeaveAllElseAlone() async throws {
        let world = World()
        try await world.settle([Hook("a"), Hook("gone")])
        await world.org.edit("a") { $0.description = "drifted" }

        let order = World.Order(targets: [Hook("b").address])
        let applied = try await world.apply([Hook("a").description("x"), Hook("b")], order)
        #expect(applied.plan.changes.map(\.address.key) == ["b"])
        #expect(applied.plan.drift.isEmpty)
        #expect(applied.plan.targets == order.targets)
        #expect(Set(await world.org.hooks.values.map(\.name)) == ["a", "b", "gone"])
        #expect(await world.org.named("a")?.description == "drifted")
    }

    @Test func aTargetThatIsNowhereIsAnError() async throws {
        let world = World()
        let order = World.Order(targets: [Hook("leaver").address])
        let outcome = try await world.plan([Hook("leavers")], order).outcome
        #expect(outcome.diagnostics.map(\.rule.id) == ["unknown-target"])
        #expect(outcome.diagnostics[0].detail.contains("Did you mean `event_hook.leavers`?"))
    }

    @Test func destroyTakesAllThatIsManagedAndCreatesNothing() async throws {
        let world = World()
        try await world.settle([Hook("a"), Hook("b").inactive(), Hook("vanished")])
        await world.org.remove("vanished")

        let applied = try await world.apply(
            [Hook("a"), Hook("b").inactive(), Hook("never-made")], .init(mode: .destroy))
        #expect(
            applied.plan.changes.map { "\($0.action) \($0.address.key)" } == [
                "forget vanished", "delete a", "delete b",
            ])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.hooks.isEmpty)
        #expect(try await world.snapshot.resources.isEmpty)
    }

    @Test func whatIsGoneFromManifestAndOrgIsForgottenWithoutARequest() async throws {
        let world = World()
        try await world.settle([Hook("a")])
        await world.org.remove("a")

        let applied = try await world.apply([])
        #expect(applied.plan.changes.map(\.action) == [.forget])
        #expect(applied.plan.drift.map(\.kind) == [.deleted])
        #expect(applied.report.results == [Hook("a").address: .confirmed])
        #expect(await world.requests == ["list event_hook"])
        #expect(try await world.snapshot.resources.isEmpty)
    }
}
