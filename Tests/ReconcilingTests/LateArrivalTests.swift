import Planning
import Ports
import Reconciling
import State
import Testing

@testable import Fakes

/// Creates whose answer was lost, and which nobody finds where they are looked for first.
@Suite struct LateArrivalTests {
    /// The look comes too early, and the repetition finds its name taken: by itself.
    @Test func aCreateThatArrivesAfterTheLookIsFound() async throws {
        let world = World()
        await world.org.startCounting(faults: [2: .lostAnswer])
        await world.org.showPast(inLists: 2)
        let applied = try await world.apply([Hook("a")])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.count(named: "a") == 1)
        #expect(try await world.snapshot.intents.isEmpty)
        #expect(try await world.plan([Hook("a")]).outcome.plan.isEmpty)
    }

    /// It arrives when the run has given up: the question stays open, and the next run answers it.
    @Test func aCreateThatArrivesAfterTheRunIsFoundByTheNext() async throws {
        let world = World()
        await world.org.startCounting(faults: [2: .lostAnswer])
        await world.org.showPast(inLists: 5)
        let applied = try await world.apply([Hook("a")])
        #expect(applied.report.verdict == .partial)
        #expect(try await world.snapshot.intents[Hook("a").address] != nil)

        await world.org.startCounting()
        await world.org.showPast(inLists: 0)
        #expect(try await world.apply([Hook("a")]).report.verdict == .complete)
        #expect(await world.org.count(named: "a") == 1)
    }

    /// Somebody edits the new object before the next run: it is found by its name and its time, and
    /// the edit is drift.
    @Test func aCreateThatWasEditedSinceIsFound() async throws {
        let world = World()
        await world.org.startCounting(faults: [2: .outageAfterChange])
        #expect(try await world.apply([Hook("a")]).report.verdict == .partial)
        await world.org.startCounting()
        await world.org.edit("a") { $0.description = "by hand" }

        let applied = try await world.apply([Hook("a").description("ours")])
        #expect(applied.plan.drift.map(\.kind) == [.changed])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.count(named: "a") == 1)
        #expect(await world.org.named("a")?.description == "ours")
    }
}
