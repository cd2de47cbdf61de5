import JSON
import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

/// Lists may lag behind what was written. The first list of an apply is the plan's.
@Suite("Reading back what was written")
struct ConfirmationTests {
    private let before = [Hook("kept").description("old"), Hook("gone")]
    private let after = [Hook("kept").description("new"), Hook("made")]

    @Test func waitsForAListThatLags() async throws {
        let world = World()
        try await world.settle(before)
        await world.org.showPast(inLists: 3)

        let applied = try await world.apply(after)
        #expect(applied.report.verdict == .complete)
        #expect(world.sleeps.count == 2)
        #expect(await world.requests.count { $0.hasPrefix("list") } == 4)
        let plan = try await world.plan(after).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func tellsWhatIsNotAsPlannedWhenItLagsTooLong() async throws {
        let world = World()
        try await world.settle(before)
        await world.org.showPast(inLists: 4)

        let applied = try await world.apply(after)
        #expect(applied.report.verdict == .partial)
        #expect(
            applied.result(after[0])
                == .unconfirmed([
                    Difference(
                        path: AttributePath("description"), before: .text("new"),
                        after: .text("old"))
                ]))
        #expect(applied.result(after[1]) == .unconfirmed([]))
        #expect(applied.result(before[1]) == .unconfirmed([]))
        // What was made is not forgotten because a list did not show it.
        #expect(try await world.snapshot.resources[after[1].address] != nil)
        #expect(try await world.apply(after).report.verdict == .complete)
        #expect(try await world.plan(after).outcome.plan.isEmpty)
        #expect(await world.org.count(named: "made") == 1)
    }

    @Test func keepsASecretThatAListStillShows() async throws {
        let world = World()
        world.secrets["KEY"] = "SENTINEL"
        try await world.settle([Hook("a").header("X-Key", env: "KEY")])
        await world.org.showPast(inLists: 4)

        // The header is none any more, but the org shows it still.
        let applied = try await world.apply([Hook("a").header("X-Key", "plain")])
        guard case .unconfirmed(let differences)? = applied.result(Hook("a")) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(differences.map(\.after).allSatisfy { $0?.isSensitive == true })
        #expect(await world.backend.leaks == 0)
        #expect(
            try await world.apply([Hook("a").header("X-Key", "plain")]).report.verdict == .complete)
    }

    @Test func thatFailsIsNoConfirmation() async throws {
        let world = World()
        await world.org.startCounting(faults: [4: .refused])
        let applied = try await world.apply([Hook("a")])
        guard case .failed(.verify, .org(.refused))? = applied.result(Hook("a")) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(applied.report.verdict == .partial)
        #expect(try await world.plan([Hook("a")]).outcome.plan.isEmpty)
    }
}
