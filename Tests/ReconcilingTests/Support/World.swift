import Kinds
import Planning
import Ports
import Reconciling
import State
import Synchronization
import Vocabulary

@testable import Fakes

/// An org, a backend and secrets, in which runs come and go: every plan and every apply is a process
/// of its own that knows no more than the backend's bytes.
final class World: Sendable {
    static let url = "https://acme.okta.test"

    let org: FakeOrg
    let backend: MemoryBackend
    let secrets = FakeSecrets()
    let fingerprints = FakeFingerprints()
    private let slept = Mutex<[Duration]>([])
    private let ids = Atomic<Int>(0)

    init(rules: FakeOrg.Rules = FakeOrg.Rules(), checkpointInterval: Duration = .zero) {
        org = FakeOrg(rules: rules)
        backend = MemoryBackend(checkpointInterval: checkpointInterval)
    }

    /// What a run is asked for.
    struct Order: Sendable {
        var mode = Plan.Mode.apply
        var policy = Policy()
        var targets: [Address] = []
        var relocations = Relocations()
        var saved: Plan?
        var parallelism = 4
        var life = Lifeline()
        var stop = StopSignal()
    }

    /// An apply did not begin, because of what the plan has against it.
    struct Refused: Error { var codes: [String] }

    struct Applied: Sendable {
        var planned: PlanResult
        var report: ApplyReport
        var events: [ApplyEvent]

        var plan: Plan { planned.outcome.plan }

        func result(_ hook: Hook) -> ApplyReport.Result? { report.results[hook.address] }
    }

    /// All the times that a run was asked to wait.
    var sleeps: [Duration] { slept.withLock { $0 } }

    var snapshot: Snapshot {
        get async throws { try await state().snapshot }
    }

    func plan(_ hooks: [any Declared], _ order: Order = Order()) async throws -> PlanResult {
        let run = try await Run(self, order)
        return try await run.plan(hooks)
    }

    func apply(_ hooks: [any Declared], _ order: Order = Order()) async throws -> Applied {
        let run = try await Run(self, order)
        let planned = try await run.plan(hooks)
        let errors = planned.outcome.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw Refused(codes: errors.map(\.rule.id)) }
        return await run.apply(planned)
    }

    /// Carries out a plan that was made before, and may be late.
    func carryOut(_ planned: PlanResult, _ order: Order = Order()) async throws -> ApplyReport {
        let run = try await Run(self, order)
        return await run.apply(planned).report
    }

    /// Has recorded hooks verified now, outside any plan.
    func verify(_ addresses: [Address]) async throws -> [Address: VerifyOperation.Outcome] {
        let (snapshot, version) = try await state()
        let store = StateStore(backend: backend, snapshot: snapshot, version: version)
        let operation = VerifyOperation(org: org, store: store, parallelism: 2)
        return await operation.run(addresses) { _, _, _ in }
    }

    /// Brings the org to what the hooks say, and starts counting anew.
    func settle(_ hooks: [any Declared]) async throws {
        _ = try await apply(hooks)
        await org.startCounting()
    }

    /// The requests since counting started: `create leavers`.
    var requests: [String] {
        get async { await org.requests.map { "\($0.verb.rawValue) \($0.hook)" } }
    }

    /// The codes of what speaks against a plan.
    func codes(_ hooks: [any Declared], _ order: Order = Order()) async throws -> [String] {
        try await plan(hooks, order).outcome.diagnostics.map(\.rule.id)
    }

    /// Changes the state by another hand than a run's.
    func rewrite(_ change: (inout Snapshot) -> Void) async throws {
        var (snapshot, version) = try await state()
        change(&snapshot)
        _ = try await backend.put(snapshot.bytes(), ifVersion: version)
    }

    private func state() async throws -> (snapshot: Snapshot, version: String?) {
        guard let kept = try await backend.get() else {
            return (Snapshot(lineage: newID(), org: Self.url), nil)
        }
        return (try Snapshot(parsing: kept.bytes), kept.version)
    }

    private func newID() -> String {
        "id-\(ids.add(1, ordering: .acquiringAndReleasing).newValue)"
    }

    var surroundings: Surroundings {
        Surroundings(
            now: { "2026-08-01T00:00:00Z" }, newID: { self.newID() },
            sleep: { duration in
                self.slept.withLock { $0.append(duration) }
                try Task.checkCancellation()
            })
    }

    /// One process.
    private struct Run {
        let world: World
        let order: Order
        let knowledge: SecretKnowledge
        let snapshot: Snapshot
        let version: String?

        init(_ world: World, _ order: Order) async throws {
            self.world = world
            self.order = order
            knowledge = SecretKnowledge(source: world.secrets, fingerprints: world.fingerprints)
            (snapshot, version) = try await world.state()
        }

        func plan(_ hooks: [any Declared]) async throws -> PlanResult {
            let operation = PlanOperation(
                org: MortalOrg(org: world.org, life: order.life), knowledge: knowledge,
                checkURL: { _, _ in nil })
            return try await operation.run(
                PlanRequest(
                    mode: order.mode, orgName: "prod", orgURL: World.url, manifestDigest: "digest",
                    declarations: hooks.map(\.declaration), policy: order.policy,
                    targets: order.targets, relocations: order.relocations, saved: order.saved),
                snapshot: snapshot)
        }

        func apply(_ planned: PlanResult) async -> Applied {
            let store = StateStore(
                backend: MortalBackend(backend: world.backend, life: order.life),
                snapshot: snapshot, version: version)
            let log = EventLog()
            let operation = ApplyOperation(
                org: MortalOrg(org: world.org, life: order.life), store: store,
                knowledge: knowledge, surroundings: world.surroundings,
                parallelism: order.parallelism, stop: order.stop,
                observe: { event in log.append(event) })
            let report = await operation.run(planned)
            return Applied(planned: planned, report: report, events: log.events)
        }
    }
}

/// The events of one apply, in order.
final class EventLog: Sendable {
    private let log = Mutex<[ApplyEvent]>([])

    var events: [ApplyEvent] { log.withLock { $0 } }

    func append(_ event: ApplyEvent) { log.withLock { $0.append(event) } }
}
