import Application
import OktaOrg
import Planning
import Ports
import Reconciling
import State
import Synchronization
import Testing
import Vocabulary

@testable import Fakes

/// An audience that approves every plan or none, and remembers what it saw.
final class Spectator: ApplyAudience {
    struct Refusal: Error {}

    private let approves: Bool
    private let log = Mutex<[String]>([])

    init(approves: Bool = true) { self.approves = approves }

    var steps: [String] { log.withLock { $0 } }

    func approve(_ planned: PlanResult, in session: OrgSession) async throws {
        log.withLock { $0.append("plan of \(planned.outcome.plan.changes.count)") }
        if !approves { throw Refusal() }
    }

    func observe(_ event: ApplyEvent) {}

    func finish(_ report: ApplyReport, of plan: Plan) async {
        log.withLock { $0.append("\(report.verdict)") }
    }
}

@discardableResult
func apply(
    _ run: Installation, _ order: PlanOrder = PlanOrder(), _ spectator: Spectator = Spectator()
) async throws -> ApplyReport {
    let session = try await run.session(org: order.saved?.orgName, access: .manage)
    return try await session.apply(
        order, command: "apply", stop: StopSignal(), audience: spectator)
}

@Suite("Planning and applying")
struct ApplyUseCaseTests {
    private func memory(_ scene: Scene) throws -> MemoryBackend {
        try #require(scene.backend as? MemoryBackend)
    }

    @Test("a plan writes neither the org nor the state")
    func planWritesNothing() async throws {
        let scene = Scene()
        let result = try await scene.run().session().plan(PlanOrder())
        #expect(result.outcome.plan.changes.map(\.address.description) == ["event_hook.leavers"])
        #expect(await scene.org.requests.allSatisfy(\.isRead))
        #expect(await (try memory(scene)).puts == 0)
    }

    @Test("after an apply the next plan is empty")
    func applyConverges() async throws {
        let scene = Scene(Scene.manifest("leavers", "joiners"))
        let spectator = Spectator()
        let report = try await apply(scene.run(), PlanOrder(), spectator)
        #expect(report.verdict == .complete)
        #expect(spectator.steps == ["plan of 2", "complete"])
        let next = try await scene.run().session().plan(PlanOrder())
        #expect(next.outcome.plan.isEmpty)
    }

    @Test("the first state of an org takes the salt of another org's state")
    func saltOfTheProject() async throws {
        let manifest = Scene.manifest(orgs: ["prod", "test"])
            .replacing(
                "endpoint: { url: \"https://leavers.example/hook\" }",
                with: """
                    endpoint:
                          url: "https://leavers.example/hook"
                          auth: { header: X-Key, value: { env: KEY } }
                    """)
        let test = MemoryBackend()
        let scene = Scene(manifest, others: ["test": test])
        let environment = ["TOKEN": "t", "KEY": "SENTINEL"]
        for org in ["prod", "test"] {
            await scene.org.remove("leavers")
            try await apply(scene.run(RunSettings(org: org), environment: environment))
        }
        let states = [try await memory(scene).get(), try await test.get()]
        let fingerprints = try states.flatMap { state in
            try Snapshot(parsing: #require(state).bytes).fingerprints
        }
        #expect(fingerprints.count == 2)
        #expect(Set(fingerprints).count == 1)
    }

    @Test("a plan that isn't approved is not applied, and the lock is released")
    func refusal() async throws {
        let backend = BusyBackend(refusals: 0)
        let scene = Scene(backend: backend)
        await #expect(throws: Spectator.Refusal.self) {
            try await apply(scene.run(), PlanOrder(), Spectator(approves: false))
        }
        #expect(await scene.org.requests.allSatisfy(\.isRead))
        #expect(await !backend.isLocked)
        #expect(try await backend.get() == nil)
    }

    @Test("the result arrives while the state is locked")
    func finishesUnderTheLock() async throws {
        struct Witness: ApplyAudience {
            let backend: BusyBackend
            func approve(_ planned: PlanResult, in session: OrgSession) async throws {
                #expect(await backend.isLocked)
            }
            func observe(_ event: ApplyEvent) {}
            func finish(_ report: ApplyReport, of plan: Plan) async {
                #expect(await backend.isLocked)
            }
        }
        let backend = BusyBackend(refusals: 0)
        let session = try await Scene(backend: backend).run().session(access: .manage)
        let report = try await session.apply(
            PlanOrder(), command: "apply", stop: StopSignal(), audience: Witness(backend: backend))
        #expect(report.verdict == .complete)
        #expect(await !backend.isLocked)
    }

    @Test("a destroy deletes what the state knows")
    func destroy() async throws {
        let scene = Scene()
        try await apply(scene.run())
        let report = try await apply(scene.run(), PlanOrder(mode: .destroy))
        #expect(report.verdict == .complete)
        #expect(await scene.org.hooks.isEmpty)
    }

    @Test("a saved plan is applied as it is, even to a state that isn't there yet")
    func savedPlan() async throws {
        let scene = Scene()
        let saved = try await scene.run().session().plan(PlanOrder()).outcome.plan
        #expect(try await apply(scene.run(), PlanOrder(saved: saved)).verdict == .complete)
    }

    @Test("a saved plan is stale if the manifest was edited")
    func editedManifest() async throws {
        let scene = Scene()
        let saved = try await scene.run().session().plan(PlanOrder()).outcome.plan
        scene.write(Scene.manifest("leavers", "joiners"))
        await #expect(throws: ApplicationError.stalePlan(.manifestEdited, of: saved)) {
            try await apply(scene.run(), PlanOrder(saved: saved))
        }
        #expect(await scene.org.requests.allSatisfy(\.isRead))
    }

    @Test("a saved plan is stale if the state was written")
    func writtenState() async throws {
        let scene = Scene()
        try await apply(scene.run())
        scene.write(Scene.manifest("leavers", "joiners"))
        let saved = try await scene.run().session().plan(PlanOrder()).outcome.plan
        try await apply(scene.run())
        let error = await #expect(throws: ApplicationError.self) {
            try await apply(scene.run(), PlanOrder(saved: saved))
        }
        guard case .stalePlan(.stateMoved, of: saved)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("an unknown target is found before the org is asked")
    func unknownTarget() async throws {
        let scene = Scene()
        let session = try await scene.run().session()
        let error = await #expect(throws: ApplicationError.self) {
            try await session.plan(
                PlanOrder(targets: [Address(kind: "event_hook", key: "leaver")]))
        }
        #expect(error?.codes == ["unknown-target"])
        #expect(await scene.org.requests == [])
    }

    @Test("a failure of the org is passed on")
    func orgFailure() async throws {
        let scene = Scene()
        await scene.org.startCounting(faults: [1: .unauthorized])
        let session = try await scene.run().session()
        await #expect(throws: ApplicationError.org(OrgFault.unauthorized.error(isRead: true))) {
            try await session.plan(PlanOrder())
        }
    }
}
