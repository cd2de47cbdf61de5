import JSON
import Kinds
import Planning
import Reconciling
import Seeding
import State
import Testing
import Vocabulary

@testable import Fakes

/// Random manifests of all kinds, one after the other, seeded: keys come, go and change their names,
/// hooks change their channels, keys, types and status.
@Suite("Properties of random worlds of every kind")
struct EveryKindPropertyTests {
    /// Errors that such a world may rightly earn.
    static let rightful: Set<String> = ["name-swap", "circular-order", "no-free-slot"]

    static let seeds: Range<UInt64> = 0..<(MatrixScene.isFull ? 3000 : 60)

    @Test func anApplyLeavesNothingToDo() async throws {
        var applied = 0
        var codes: [String: Int] = [:]
        for seed in Self.seeds {
            let what = "seed \(seed)"
            var random = SeededGenerator(seed: seed)
            let world = try await Self.world(&random)
            let after = Self.manifest(&random)
            let order = Self.order(&random)
            let planned = try await world.plan(after, order)
            let plan = planned.outcome.plan
            #expect(try Plan(json: plan.json) == plan, "\(what)")
            let errors = planned.outcome.diagnostics.filter { $0.severity == .error }
            let found = Set(errors.map(\.rule.id))
            #expect(found.isSubset(of: Self.rightful), "\(what): \(found)")
            for code in found { codes[code, default: 0] += 1 }
            guard found.isEmpty else { continue }
            applied += 1

            let report = try await world.apply(after, order).report
            #expect(report.verdict == .complete, "\(what): \(report.results)")
            try await nothingIsLeft(world, after, order, what)
        }
        #expect(applied > Self.seeds.count / 2, "applied \(applied)")
        #expect(codes["circular-order"] ?? 0 > 0 && codes["name-swap"] ?? 0 > 0, "\(codes)")
    }

    @Test func oneMoreApplyMendsWhateverWentWrong() async throws {
        var broken = 0
        for seed in Self.seeds {
            let what = "seed \(seed)"
            var random = SeededGenerator(seed: seed)
            let world = try await Self.world(&random)
            let after = Self.manifest(&random)
            var order = Self.order(&random)
            let planned = try await world.plan(after, order)
            guard planned.outcome.diagnostics.isEmpty, !planned.outcome.plan.isEmpty else {
                continue
            }
            let number = Int.random(in: 4...14, using: &random)
            let fault = random.pick(OrgFault.allCases)
            let deaths = [
                Lifeline.Death.beforeRequest(number), .afterRequest(number), .beforePut(number),
                .afterPut(number),
            ]
            if Bool.random(using: &random) {
                await world.org.startCounting(faults: [number: fault])
            } else {
                await world.org.startCounting()
                order.life = Lifeline(random.pick(deaths))
            }
            if try await world.apply(after, order).report.verdict != .complete { broken += 1 }

            await world.org.startCounting()
            order.life = Lifeline()
            order.stop = StopSignal()
            let again = try await world.apply(after, order).report
            #expect(again.verdict == .complete, "\(what): \(again.results)")
            try await nothingIsLeft(world, after, order, what)
        }
        #expect(broken > Self.seeds.count / 8, "broken \(broken)")
    }

    private func nothingIsLeft(
        _ world: World, _ after: [any Declared], _ order: World.Order, _ what: String
    ) async throws {
        let plan = try await world.plan(after, order).outcome.plan
        #expect(plan.changes == [] && plan.drift == [], "\(what): \(plan.changes) \(plan.drift)")
        #expect(try await world.snapshot.intents == [:], "\(what)")
        #expect(await world.backend.leaks == 0, "\(what): a secret is in the state")
        try await EveryKindScene.holdInTheOrg(world, after, what)
    }

    private static func order(_ random: inout SeededGenerator) -> World.Order {
        World.Order(
            policy: Policy(limits: ["hook_keys": random.pick([4, 50])]),
            parallelism: random.pick([1, 4]))
    }

    /// A world to which one manifest was applied, and in which a hand has been at work since.
    private static func world(_ random: inout SeededGenerator) async throws -> World {
        let world = World()
        for name in ["A", "B"] { world.secrets[name] = FakeSecrets.value(of: name) }
        let before = manifest(&random)
        try await world.settle(before)
        if Bool.random(using: &random) {
            let name = random.pick(["n1", "n2", "n3"])
            await world.org.remove(random.pick([.hookKey, .inlineHook]), name)
        }
        return world
    }

    private static func manifest(_ random: inout SeededGenerator) -> [any Declared] {
        var result: [any Declared] = []
        var names = (1...5).map { "n\($0)" }.shuffled(using: &random)
        let keys = (1...4).map { "k\($0)" }.filter { _ in Bool.random(using: &random) }
        for key in keys { result.append(Resource.key(key).named(names.removeLast())) }

        names = (1...6).map { "n\($0)" }.shuffled(using: &random)
        for number in 1...4 where Int.random(in: 1...4, using: &random) > 1 {
            var hook: Resource
            switch (Int.random(in: 1...4, using: &random), keys.isEmpty) {
            case (1, _): hook = .http("h\(number)", env: random.pick(["A", "B"]))
            case (2, _), (_, true): hook = .oauth("h\(number)", env: random.pick(["A", "B"]))
            default: hook = .oauth("h\(number)", key: random.pick(keys))
            }
            hook = hook.named(names.removeLast())
            if Bool.random(using: &random) { hook = hook.type("com.okta.saml.tokens.transform") }
            if Bool.random(using: &random) { hook = hook.inactive() }
            result.append(hook)
        }
        if Bool.random(using: &random) { result.append(Hook("event")) }
        return result
    }
}
