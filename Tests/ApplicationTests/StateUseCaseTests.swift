import Application
import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("The state and its lock")
struct StateUseCaseTests {
    private let leavers = Address(kind: "event_hook", key: "leavers")
    private let joiners = Address(kind: "event_hook", key: "joiners")

    private func applied(_ hooks: String...) async throws -> Scene {
        let scene = Scene(
            hooks.count > 1 ? Scene.manifest("leavers", "joiners") : Scene.manifest())
        try await apply(scene.run())
        return scene
    }

    private func recorded(_ scene: Scene) async throws -> [Address] {
        try await scene.run().recordedState().snapshot.resources.keys.sorted()
    }

    @Test("a move gives the resource its new address")
    func move() async throws {
        let scene = try await applied("leavers")
        try await scene.run().move(leavers, to: joiners)
        #expect(try await recorded(scene) == [joiners])
    }

    @Test("a move to another kind is wrong usage, and one to a taken address is an error")
    func refusedMoves() async throws {
        let scene = try await applied("leavers", "joiners")
        let kind = await #expect(throws: ApplicationError.self) {
            try await scene.run().move(leavers, to: Address(kind: "hook_key", key: "leavers"))
        }
        guard case .usage? = kind else {
            Issue.record("\(String(describing: kind))")
            return
        }
        let taken = await #expect(throws: ApplicationError.self) {
            try await scene.run().move(leavers, to: joiners)
        }
        #expect(taken?.summary == "Address already in use")
        #expect(try await recorded(scene) == [joiners, leavers])
    }

    @Test("forgetting is all or nothing, and leaves the org alone")
    func forget() async throws {
        let scene = try await applied("leavers")
        let error = await #expect(throws: ApplicationError.self) {
            try await scene.run().forget([leavers, joiners])
        }
        #expect(error?.summary == "Not in the state")
        #expect(try await recorded(scene) == [leavers])
        try await scene.run().forget([leavers])
        #expect(try await recorded(scene) == [])
        #expect(await scene.org.hooks.count == 1)
    }

    @Test("a lock that another run holds is a failure of the state")
    func locked() async throws {
        let backend = BusyBackend(refusals: .max)
        let scene = Scene(backend: backend)
        await #expect(throws: ApplicationError.state(.locked(BusyBackend.holder))) {
            try await apply(scene.run())
        }
        #expect(scene.notices == [])
        #expect(await scene.org.requests == [])
    }

    @Test("a lock that is released in time is waited for, and the wait is told once")
    func waiting() async throws {
        let scene = Scene(backend: BusyBackend(refusals: 2))
        let limit = Duration.seconds(600)
        let report = try await apply(scene.run(RunSettings(lockTimeout: limit)))
        #expect(report.verdict == .complete)
        #expect(scene.notices == [.waitingForLock(BusyBackend.holder, limit: limit)])
    }

    @Test("a plan takes no lock, and names the run that holds it")
    func planBesideAnotherRun() async throws {
        let scene = Scene(backend: BusyBackend(refusals: .max))
        let result = try await scene.run().session().plan(PlanOrder())
        #expect(result.outcome.plan.changes.count == 1)
        #expect(scene.notices == [.otherRun(BusyBackend.holder)])
    }

    @Test("the state of another org, or a damaged one, is never used")
    func foreignState() async throws {
        let scene = Scene()
        let backend = try #require(scene.backend as? MemoryBackend)
        await backend.overwrite(Snapshot(lineage: "x", org: "https://other.okta.test").bytes())
        await #expect(
            throws: ApplicationError.stateFile(
                .otherOrg(recorded: "https://other.okta.test"), place: "memory", backup: nil)
        ) {
            try await apply(scene.run())
        }
        await backend.overwrite(Array("{".utf8))
        let error = await #expect(throws: ApplicationError.self) {
            try await scene.run().recordedState()
        }
        guard case .stateFile(.damaged, place: "memory", backup: nil)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(await scene.org.requests == [])
    }

    @Test("a recorded address that only needs an apply is told apart")
    func notInState() async throws {
        let scene = Scene()
        let run = scene.run()
        let manifest = try run.workspace().manifest
        let state = try await run.recordedState()
        func summary(_ address: Address) -> String? {
            ApplicationError.notInState(address, state.snapshot, manifest).summary
        }
        #expect(summary(leavers) == "Not applied yet")
        #expect(summary(joiners) == "Not in the state")
    }
}
