import JSON
import Planning
import Reconciling
import Testing
import Vocabulary

@testable import Fakes

@Suite("A saved plan")
struct StalePlanTests {
    /// Saves a plan as a file would hold it.
    private func save(_ world: World, _ hooks: [Hook]) async throws -> Plan {
        let plan = try await world.plan(hooks).outcome.plan
        return try Plan(json: try JSONValue(parsing: plan.json.bytes(.pretty, sorted: true)))
    }

    private func staleness(
        _ saved: Plan, _ world: World, _ hooks: [Hook]
    ) async throws -> Staleness? {
        let now = try await world.plan(hooks, .init(saved: saved))
        return Staleness.of(saved, against: now.outcome.plan)
    }

    @Test func fitsAsLongAsNothingMoved() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL one"
        let hook = Hook("a").auth(env: "SECRET").url(env: "SECRET").header("X", env: "SECRET")
        try await world.settle([hook])
        world.secrets["SECRET"] = "SENTINEL two"
        let hooks = [hook, Hook("b").auth(env: "SECRET")]
        let saved = try await save(world, hooks)
        #expect(saved.changes.count == 2)
        #expect(try await staleness(saved, world, hooks) == nil)
    }

    @Test func fitsWhenTheOrgShowedASecretThatNobodyKnew() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL"
        let hook = Hook("a").url(env: "SECRET").header("X-Key", env: "SECRET")
        try await world.settle([hook])
        await world.org.edit("a") {
            $0.url = "https://SENTINEL.example/theirs"
            $0.headers[0].value = "SENTINEL theirs"
        }
        let saved = try await save(world, [hook])
        #expect(saved.changes.map(\.action) == [.update])
        #expect(try await staleness(saved, world, [hook]) == nil)
    }

    @Test func isStaleOnceTheOrgTheSecretOrTheStateMoved() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL one"
        let hook = Hook("a").auth(env: "SECRET")
        try await world.settle([hook])
        let wanted = [hook.description("new")]
        let saved = try await save(world, wanted)

        world.secrets["SECRET"] = "SENTINEL two"
        #expect(
            try await staleness(saved, world, wanted)
                == .secretChanged(hook.address, Self.secret))
        world.secrets["SECRET"] = "SENTINEL one"
        #expect(try await staleness(saved, world, wanted) == nil)

        await world.org.edit("a") { $0.url = "https://theirs.example" }
        #expect(
            try await staleness(saved, world, wanted) == .moved(hook.address, "channel.config.uri"))

        // A hook that the plan leaves as it is has a secret too.
        await world.org.edit("a") { $0.url = "https://a.example/hook" }
        world.secrets["OTHER"] = "SENTINEL one"
        let idle = Hook("Z").auth(env: "OTHER")
        let both = wanted + [idle]
        try await world.settle([hook, idle])
        let plan = try await save(world, both)
        #expect(plan.changes.map(\.address) == [hook.address])
        world.secrets["OTHER"] = "SENTINEL two"
        #expect(
            try await staleness(plan, world, both) == .secretChanged(idle.address, Self.secret))
        // And the reverse: only the secret was to be changed, and is what it was again.
        let rotation = try await save(world, [hook, idle])
        #expect(rotation.changes.map(\.address) == [idle.address])
        world.secrets["OTHER"] = "SENTINEL one"
        #expect(
            try await staleness(rotation, world, [hook, idle])
                == .secretChanged(idle.address, Self.secret))

        _ = try await world.apply(wanted)
        guard case .stateMoved? = try await staleness(saved, world, wanted) else {
            Issue.record("the state's serial does not count")
            return
        }
    }

    private static let secret = AttributePath("channel.config.authScheme.value")
}
