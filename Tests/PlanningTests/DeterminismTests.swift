import JSON
import Planning
import Reconciling
import Seeding
import Testing
import Vocabulary

/// A plan follows from what is given, and not from the order in which it is given.
struct DeterminismTests {
    @Test(arguments: GoldenCase.all)
    func orderMakesNoDifference(_ golden: GoldenCase) async throws {
        guard let world = try golden.read().world else { return }
        let first = try await world.plan()
        for seed in 1...8 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var shuffled = world
            shuffled.request.declarations.shuffle(using: &generator)
            shuffled.request.targets.shuffle(using: &generator)
            shuffled.live.shuffle(using: &generator)
            let again = try await shuffled.plan()
            #expect(again.outcome.plan == first.outcome.plan, "\(golden.name), seed \(seed)")
            #expect(
                again.outcome.plan.json.text() == first.outcome.plan.json.text(),
                "\(golden.name), seed \(seed)")
            #expect(
                again.outcome.diagnostics.inOrder == first.outcome.diagnostics.inOrder,
                "\(golden.name), seed \(seed)")
            #expect(again.settlements == first.settlements, "\(golden.name), seed \(seed)")
        }
    }

    @Test func changesAreSortedByStageAndAddress() async throws {
        for golden in GoldenCase.all {
            guard let plan = try await golden.read().world?.plan().outcome.plan else { continue }
            let places = plan.changes.map { ($0.stage, $0.address) }
            #expect(
                places.elementsEqual(places.sorted { $0 < $1 }, by: ==), "\(golden.name)")
            #expect(plan.drift.map(\.address) == plan.drift.map(\.address).sorted())
        }
    }

    @Test func whatIsWaitedForIsInNoLaterStage() async throws {
        for golden in GoldenCase.all {
            guard let plan = try await golden.read().world?.plan().outcome.plan else { continue }
            let stages = Dictionary(
                uniqueKeysWithValues: plan.changes.map { ($0.address, $0.stage) })
            for change in plan.changes {
                for awaited in change.dependsOn {
                    let stage = try #require(stages[awaited], "\(golden.name): \(awaited)")
                    #expect(stage <= change.stage, "\(golden.name): \(awaited)")
                }
                #expect(Set(change.dependsOn).count == change.dependsOn.count, "\(golden.name)")
            }
        }
    }
}
