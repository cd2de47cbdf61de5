import Planning
import Reconciling
import Seeding
import Testing

@testable import Fakes

/// The process dies at every request and at every write of the state, and the run after it once more.
@Suite("The crash matrix")
struct CrashMatrixTests {
    @Test("keeps the promises", arguments: MatrixScene.all)
    func everyMoment(_ scene: MatrixScene) async throws {
        let cost = try await scene.cost()
        let deaths =
            (1...cost.requests).flatMap { [Lifeline.Death.beforeRequest($0), .afterRequest($0)] }
            + (1...cost.puts).flatMap { [Lifeline.Death.beforePut($0), .afterPut($0)] }
        for death in scene.sample(of: deaths) {
            let world = try await scene.world()
            await die(world, scene, death)
            let promises = scene.promises(of: world, "\(death)")
            try await promises.holdNow()
            try await promises.holdAfterOneMoreRun()
            try await promises.holdInTheOrg()
        }
    }

    @Test("keeps the promises when the secret under way is taken back", arguments: MatrixScene.all)
    func everyMomentOfARotation(_ scene: MatrixScene) async throws {
        let cost = try await scene.cost()
        let moments = scene.sample(of: Array(1...cost.requests))
        for death in moments.map(Lifeline.Death.afterRequest) {
            let world = try await scene.world()
            await die(world, scene, death)
            world.secrets["ROTATED"] = FakeSecrets.value(of: "ROTATED")
            let promises = scene.promises(of: world, "\(death)")
            try await promises.holdNow()
            try await promises.holdAfterOneMoreRun()
            try await promises.holdInTheOrg()
        }
    }

    @Test("knows a secret that it was just about to set for the first time")
    func everyMomentOfAFirstSecret() async throws {
        let hook = Hook("a")
        let wanted = [hook.auth(env: "SECRET")]
        for death in (1...4).flatMap({ [Lifeline.Death.beforeRequest($0), .afterRequest($0)] }) {
            let world = World()
            world.secrets["SECRET"] = "SENTINEL one"
            try await world.settle([hook])
            _ = try? await world.apply(wanted, .init(life: Lifeline(death)))
            #expect(try await world.apply(wanted).report.verdict == .complete)
            #expect(await world.org.named("a")?.authValue == "SENTINEL one", "\(death)")

            world.secrets["SECRET"] = "SENTINEL two"
            #expect(try await world.apply(wanted).report.verdict == .complete)
            #expect(await world.org.named("a")?.authValue == "SENTINEL two", "\(death)")
        }
    }

    @Test("keeps the promises when the next run dies too", arguments: MatrixScene.all)
    func everyMomentTwice(_ scene: MatrixScene) async throws {
        let cost = try await scene.cost()
        var generator = SeededGenerator(seed: 7)
        for round in 0..<(MatrixScene.isFull ? 100 : 8) {
            let world = try await scene.world()
            var deaths: [Lifeline.Death] = []
            for _ in 0..<Int.random(in: 2...4, using: &generator) {
                let request = Int.random(in: 1...cost.requests, using: &generator)
                let put = Int.random(in: 1...cost.puts, using: &generator)
                deaths.append(
                    generator.pick([
                        .beforeRequest(request), .afterRequest(request), .beforePut(put),
                        .afterPut(put),
                    ]))
            }
            let promises = scene.promises(of: world, "round \(round), \(deaths)")
            for death in deaths {
                await die(world, scene, death)
                try await promises.holdNow()
            }
            try await promises.holdAfterOneMoreRun()
            try await promises.holdInTheOrg()
        }
    }

    /// A run that dies. What it says of itself reaches nobody.
    private func die(_ world: World, _ scene: MatrixScene, _ death: Lifeline.Death) async {
        var order = scene.order
        order.life = Lifeline(death)
        do {
            _ = try await world.apply(MatrixScene.after, order)
        } catch {
            #expect(!(error is World.Refused), "\(death)")
        }
    }
}
