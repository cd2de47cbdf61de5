import JSON
import Kinds
import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Properties of random worlds")
struct PropertyTests {
    /// Errors that such a world may rightly earn.
    static let rightful: Set<String> = [
        "name-swap", "name-taken", "name-in-org", "no-free-slot", "secret-not-declared",
    ]

    static let seeds: Range<UInt64> = 0..<(MatrixScene.isFull ? 3000 : 100)

    @Test func holdForEverySeed() async throws {
        var applied = 0
        var changes: [Change.Action: Int] = [:]
        var drifts: Set<Drift.Kind> = []
        for seed in Self.seeds {
            var random = RandomWorld(seed: seed)
            let world = try await random.world()
            let planned = try await world.plan(random.after, random.order)
            let plan = planned.outcome.plan
            #expect(await world.org.requests.count <= 1, "seed \(seed): one list a kind")
            try planIsWhatItIs(planned, world, &random, seed)

            let codes = planned.outcome.diagnostics.filter { $0.severity == .error }.map(\.rule.id)
            #expect(Set(codes).isSubset(of: Self.rightful), "seed \(seed): \(codes)")
            for change in plan.changes { changes[change.action, default: 0] += 1 }
            drifts.formUnion(plan.drift.map(\.kind))
            guard codes.isEmpty else { continue }
            applied += 1
            try await applyLeavesNothing(world, random, seed)
        }
        // The worlds are not all of one kind.
        #expect(applied > Self.seeds.count / 2, "applied \(applied)")
        #expect(changes.keys.count == 4, "\(changes)")
        #expect(drifts == [.changed, .deleted, .touched])
    }

    /// The order of nothing given matters, the codec keeps all, and no secret is in it.
    private func planIsWhatItIs(
        _ planned: PlanResult, _ world: World, _ random: inout RandomWorld, _ seed: UInt64
    ) throws {
        let plan = planned.outcome.plan
        let bytes = plan.json.bytes(.pretty, sorted: true)
        #expect(try Plan(json: plan.json) == plan, "seed \(seed)")
        #expect(try Plan(json: JSONValue(parsing: bytes)) == plan, "seed \(seed)")
        #expect(!FakeSecrets.areIn(bytes), "seed \(seed): a secret is in the plan")
        for diagnostic in planned.outcome.diagnostics {
            let text = Array((diagnostic.summary + diagnostic.detail).utf8)
            #expect(!FakeSecrets.areIn(text), "seed \(seed): a secret is in a diagnostic")
        }

        let input = PlanInput(
            mode: .apply, orgName: plan.orgName, orgURL: plan.orgURL,
            manifestDigest: plan.manifestDigest, desired: planned.desired,
            recorded: planned.settled, live: planned.live, policy: random.order.policy, targets: [])
        let first = Planner.plan(input)
        var other = input
        other.desired = random.shuffled(input.desired)
        other.live = random.shuffled(input.live)
        let second = Planner.plan(other)
        #expect(first.plan == second.plan, "seed \(seed)")
        #expect(first.diagnostics == second.diagnostics, "seed \(seed)")
        #expect(first.plan.changes == plan.changes, "seed \(seed)")
    }

    /// After an apply, another plan is empty; the state holds no secret; strangers are untouched.
    private func applyLeavesNothing(
        _ world: World, _ random: RandomWorld, _ seed: UInt64
    ) async throws {
        let strangers = await world.org.hooks.filter { $0.value.name.hasPrefix("stranger") }
        let applied = try await world.apply(random.after, random.order)
        #expect(applied.report.verdict == .complete, "seed \(seed): \(applied.report.results)")
        #expect(await world.backend.leaks == 0, "seed \(seed): a secret is in the state")
        let now = await world.org.hooks
        #expect(strangers.allSatisfy { now[$0.key] == $0.value }, "seed \(seed)")

        let made = world.fingerprints.made
        let plan = try await world.plan(random.after, random.order).outcome.plan
        #expect(plan.changes == [], "seed \(seed)")
        #expect(plan.drift == [], "seed \(seed)")
        // What is declared, ignored and not as declared is made out anew each time.
        let ignores = random.after.contains { !$0.declaration.lifecycle.ignoreChanges.isEmpty }
        if !ignores { #expect(world.fingerprints.made == made, "seed \(seed): a needless one") }
        #expect(try await world.snapshot.intents == [:], "seed \(seed)")
    }

    /// Any plan, any fault or death, anywhere.
    @Test func holdWhateverGoesWrong() async throws {
        var broken = 0
        for seed in Self.seeds.prefix(Self.seeds.count / 2) {
            var random = RandomWorld(seed: seed)
            let world = try await random.world()
            let planned = try await world.plan(random.after, random.order)
            guard planned.outcome.diagnostics.isEmpty, !planned.outcome.plan.isEmpty else {
                continue
            }
            let strangers = planned.outcome.plan.unmanaged.map(\.name)
            let number = random.number(in: 2...12)
            var order = random.order
            var faults: [Int: OrgFault] = [:]
            switch random.number(in: 1...5) {
            case 1: faults[number] = random.shuffled(OrgFault.allCases)[0]
            case 2: order.life = Lifeline(.beforeRequest(number))
            case 3: order.life = Lifeline(.afterRequest(number))
            case 4: order.life = Lifeline(.beforePut(number))
            default: order.life = Lifeline(.afterPut(number))
            }
            await world.org.startCounting(faults: faults)
            let applied = try await world.apply(random.after, order)
            if applied.report.verdict != .complete { broken += 1 }

            let promises = Promises(
                world: world, hooks: random.after, strangers: Set(strangers),
                what: "seed \(seed), number \(number)")
            try await promises.holdNow()
            try await promises.holdAfterOneMoreRun(random.order)
        }
        #expect(broken > Self.seeds.count / 8, "broken \(broken)")
    }

    @Test(arguments: [1, 25, 100])
    func aHookCostsTwoRequestsAndARunTwoMore(_ count: Int) async throws {
        let world = World(rules: .init(limit: 200))
        world.secrets["SECRET"] = FakeSecrets.value(of: "SECRET")
        let hooks = (0..<count).map { Hook("h\($0)").auth(env: "SECRET") }
        let order = World.Order(policy: Policy(limits: ["event_hooks": 200]), parallelism: 10)
        #expect(try await world.apply(hooks, order).report.verdict == .complete)
        #expect(await world.org.requests.count == 2 * count + 2)
        // Ten at once share their writes of the state.
        #expect(await world.backend.puts <= 4 * count + 1)
        await world.org.startCounting()
        #expect(try await world.plan(hooks, order).outcome.plan.isEmpty)
        #expect(await world.org.requests.count == 1)
    }
}
