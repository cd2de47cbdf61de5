import Kinds
import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("The order of changes")
struct OrderTests {
    @Test func freesANameBeforeItIsTaken() async throws {
        let world = World()
        let (a, b, c) = (Hook("a", name: "A"), Hook("b", name: "B"), Hook("c", name: "C"))
        try await world.settle([a, b, c])

        // A takes B's name, B takes C's, and C goes.
        let applied = try await world.apply([a.named("B"), b.named("C")])
        #expect(applied.report.verdict == .complete)
        let writes = await world.requests.filter { !$0.hasPrefix("list") }
        #expect(writes == ["deactivate C", "delete C", "update B", "update A"])
    }

    @Test func takesALongChainOfNamesFromItsEnd() async throws {
        let world = World()
        let hooks = (1...6).map { Hook("h\($0)", name: "N\($0)") }
        try await world.settle(hooks)

        let moved = (1...6).map { hooks[$0 - 1].named("N\($0 + 1)") }
        #expect(try await world.apply(moved).report.verdict == .complete)
        let writes = await world.requests.filter { $0.hasPrefix("update") }
        #expect(writes == (1...6).reversed().map { "update N\($0)" })
    }

    @Test func cannotSwapNames() async throws {
        let world = World()
        let (a, b) = (Hook("a", name: "A"), Hook("b", name: "B"))
        try await world.settle([a, b])
        #expect(try await world.codes([a.named("B"), b.named("A")]) == ["name-swap"])
    }

    @Test func refusesANameThatItsHolderKeeps() async throws {
        let world = World()
        let a = Hook("a", name: "A")
        try await world.settle([a, Hook("b", name: "B")])
        // B's own change is not among the targets, so that it keeps its name.
        let order = World.Order(targets: [a.address])
        #expect(
            try await world.codes([a.named("B"), Hook("b", name: "C")], order) == ["name-taken"])
    }

    @Test func movesANameToAnotherKey() async throws {
        let world = World()
        try await world.settle([Hook("old", name: "Leavers")])

        let applied = try await world.apply([Hook("new", name: "Leavers")])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.count(named: "Leavers") == 1)
        #expect(try await world.snapshot.resources.keys.map(\.key) == ["new"])
    }

    @Test func freesSlotsUnderTheLimitBeforeTheyAreNeeded() async throws {
        let world = World(rules: .init(limit: 3))
        let order = World.Order(policy: Policy(limits: ["event_hooks": 3]))
        await world.org.seed(FakeHook(name: "stranger", url: "https://else.example"))
        try await world.settle([Hook("a"), Hook("b")])

        let applied = try await world.apply([Hook("c"), Hook("d")], order)
        #expect(applied.report.verdict == .complete)
        #expect(Set(await world.org.hooks.values.map(\.name)) == ["c", "d", "stranger"])
    }

    @Test func refusesToGoBeyondTheLimit() async throws {
        let world = World(rules: .init(limit: 3))
        let order = World.Order(policy: Policy(limits: ["event_hooks": 3]))
        try await world.settle([Hook("a"), Hook("b")])
        let wanted = [Hook("b"), Hook("c"), Hook("d"), Hook("e")]
        #expect(try await world.codes(wanted, order) == ["no-free-slot"])
        #expect(try await world.codes(Array(wanted.dropLast()), order) == [])
    }

    @Test func deletesWhatIsInactiveWithoutADeactivation() async throws {
        let world = World()
        try await world.settle([Hook("a").inactive(), Hook("b")])

        #expect(try await world.apply([], .init(parallelism: 1)).report.verdict == .complete)
        let writes = await world.requests.filter { !$0.hasPrefix("list") }
        #expect(writes == ["delete a", "deactivate b", "delete b"])
        #expect(try await world.snapshot.resources.isEmpty)
    }

    @Test func takesAHookThatIsGoneInBetweenForDeleted() async throws {
        let world = World()
        try await world.settle([Hook("a")])
        let planned = try await world.plan([])
        #expect(planned.outcome.plan.changes.map(\.action) == [.delete])
        await world.org.remove("a")
        #expect(try await world.carryOut(planned).verdict == .complete)
        #expect(try await world.snapshot.resources.isEmpty)
    }
}
