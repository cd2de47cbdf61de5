import Planning
import Ports
import Reconciling
import Testing

@testable import Fakes

/// Every request of an apply goes wrong in every way, one at a time.
@Suite("The fault matrix")
struct FaultMatrixTests {
    @Test("keeps the promises", arguments: MatrixScene.all, OrgFault.allCases)
    func everyRequest(_ scene: MatrixScene, fault: OrgFault) async throws {
        let cost = try await scene.cost()
        #expect(cost.requests >= 12)
        for number in scene.sample(of: Array(1...cost.requests)) {
            let world = try await scene.world()
            await world.org.startCounting(faults: [number: fault])
            do {
                _ = try await world.apply(MatrixScene.after, scene.order)
            } catch is World.Refused {
                Issue.record("\(fault) at \(number) speaks against the plan")
            } catch {
                // The list of the plan went wrong, so that there is none.
                #expect(number == 1, "\(fault) at \(number)")
            }
            let promises = scene.promises(of: world, "\(fault) at request \(number)")
            try await promises.holdNow()
            try await promises.holdAfterOneMoreRun()
            try await promises.holdInTheOrg()
        }
    }

    @Test("does what is wanted without a fault", arguments: MatrixScene.all)
    func noFault(_ scene: MatrixScene) async throws {
        let world = try await scene.world()
        let applied = try await world.apply(MatrixScene.after, scene.order)
        #expect(applied.plan.count(of: .create) == 2)
        #expect(applied.plan.count(of: .update) == 2)
        #expect(applied.plan.count(of: .delete) == 2)
        #expect(applied.report.verdict == .complete)
        let promises = scene.promises(of: world, "no fault")
        try await promises.holdNow()
        try await promises.holdAfterOneMoreRun()
        try await promises.holdInTheOrg()
        #expect(await world.org.requests.map(\.verb) == [.list, .list])
    }

    @Test("a put that fails once is repeated", arguments: MatrixScene.all)
    func everyPutOnce(_ scene: MatrixScene) async throws {
        let cost = try await scene.cost()
        for number in scene.sample(of: Array(1...cost.puts)) {
            let world = try await scene.world()
            let puts = await world.backend.puts
            await world.backend.fail(
                put: puts + number, with: .failed(detail: "disk full"),
                afterStoring: number.isMultiple(of: 2))
            let applied = try await world.apply(MatrixScene.after, scene.order)
            #expect(applied.report.verdict == .complete)
            let promises = scene.promises(of: world, "put \(number) fails once")
            try await promises.holdNow()
            try await promises.holdAfterOneMoreRun()
            try await promises.holdInTheOrg()
        }
    }

    @Test("keeps the promises when all puts fail from some put on", arguments: MatrixScene.all)
    func everyPut(_ scene: MatrixScene) async throws {
        let cost = try await scene.cost()
        for number in scene.sample(of: Array(1...cost.puts)) {
            let world = try await scene.world()
            let puts = await world.backend.puts
            await world.backend.fail(
                putsFrom: puts + number, with: .failed(detail: "disk full"))
            let applied = try await world.apply(MatrixScene.after, scene.order)
            // A run may need fewer puts than the one that was counted.
            let needed = await world.backend.puts - puts
            #expect(applied.report.verdict == .partial || needed < number)
            await world.backend.heal()
            let promises = scene.promises(of: world, "put \(number) fails")
            try await promises.holdNow()
            try await promises.holdAfterOneMoreRun()
            try await promises.holdInTheOrg()
        }
    }
}
