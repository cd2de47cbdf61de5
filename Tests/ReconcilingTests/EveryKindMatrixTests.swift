import Kinds
import Planning
import Reconciling
import Testing
import Vocabulary

@testable import Fakes

/// The matrices over all kinds at once: every request goes wrong, and the process dies at every
/// moment.
@Suite("The matrices of every kind")
struct EveryKindMatrixTests {
    @Test("do what is wanted without a fault", arguments: EveryKindScene.all)
    func noFault(_ scene: EveryKindScene) async throws {
        let world = try await scene.world()
        let applied = try await world.apply(EveryKindScene.after, scene.order)
        #expect(applied.report.verdict == .complete, "\(applied.report.results)")
        for kind in KindRegistry.all {
            let mine = applied.plan.changes.filter { $0.address.kind == kind.name }
            let actions = Set(mine.map(\.action))
            #expect(actions.isSuperset(of: [.create, .update, .delete]), "\(kind.name)")
        }
        #expect(applied.plan.count(of: .replace) == 1)
        try await scene.holdNow(world, "no fault")
        try await scene.holdAfterOneMoreRun(world, "no fault")
    }

    @Test("keep the promises when a request goes wrong", arguments: EveryKindScene.all)
    func everyRequest(_ scene: EveryKindScene) async throws {
        let cost = try await scene.cost()
        #expect(cost.requests >= 20)
        for fault in OrgFault.allCases {
            for number in scene.sample(of: Array(1...cost.requests), fault.rawValue) {
                let what = "\(fault) at request \(number), \(scene)"
                let world = try await scene.world()
                await world.org.startCounting(faults: [number: fault])
                do {
                    _ = try await world.apply(EveryKindScene.after, scene.order)
                } catch is World.Refused {
                    Issue.record("\(what) speaks against the plan")
                } catch {
                    // One of the three lists of the plan went wrong, so that there is none.
                    #expect(number <= KindRegistry.all.count, "\(what)")
                }
                try await scene.holdNow(world, what)
                try await scene.holdAfterOneMoreRun(world, what)
            }
        }
    }

    @Test("keep the promises when the process dies", arguments: EveryKindScene.all)
    func everyMoment(_ scene: EveryKindScene) async throws {
        let cost = try await scene.cost()
        let deaths =
            (1...cost.requests).flatMap { [Lifeline.Death.beforeRequest($0), .afterRequest($0)] }
            + (1...cost.puts).flatMap { [Lifeline.Death.beforePut($0), .afterPut($0)] }
        for death in scene.sample(of: deaths, "death") {
            let what = "\(death), \(scene)"
            let world = try await scene.world()
            var order = scene.order
            order.life = Lifeline(death)
            do {
                _ = try await world.apply(EveryKindScene.after, order)
            } catch {
                #expect(!(error is World.Refused), "\(what)")
            }
            try await scene.holdNow(world, what)
            try await scene.holdAfterOneMoreRun(world, what)
        }
    }
}
