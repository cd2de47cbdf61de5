import Kinds
import Reconciling
import Seeding
import Vocabulary

@testable import Fakes

/// A random history, seeded: hooks that were applied once, hands that changed the org since, and
/// other hooks that are wanted now.
struct RandomWorld {
    static let limit = 8
    static let secretHeaders: Set<String> = ["x-team", "X-Key"]
    static let secrets = ["S1", "S2", "S3", "S4"]

    private var generator: SeededGenerator
    private(set) var before: [Hook] = []
    private(set) var after: [Hook] = []

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        before = hooks()
        after = generator.chance(1, of: 10) ? [] : hooks()
        // Some hooks stay as they are, as most do.
        for (index, hook) in after.enumerated() where generator.chance(1, of: 3) {
            if let old = before.first(where: { $0.key == hook.key }),
                !after.contains(where: { $0.key != hook.key && $0.name == old.name })
            {
                after[index] = old
            }
        }
    }

    var order: World.Order {
        World.Order(policy: Policy(limits: ["event_hooks": Self.limit]))
    }

    /// The world with its history.
    mutating func world() async throws -> World {
        let world = World(
            rules: .init(
                limit: Self.limit, resetsForURLOnly: generator.chance(1, of: 2),
                hidesReset: generator.chance(1, of: 3)))
        for name in Self.secrets { world.secrets[name] = FakeSecrets.value(of: name) }
        for number in 0..<Int.random(in: 0...2, using: &generator) {
            await world.org.seed(FakeHook(name: "stranger \(number)", url: "https://else.example"))
        }
        try await world.settle(before)
        for hook in before { await meddle(with: hook.name, in: world) }
        for name in Self.secrets where generator.chance(1, of: 4) {
            world.secrets[name] = FakeSecrets.value(of: "\(name)-rotated")
        }
        await world.org.startCounting()
        return world
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        elements.shuffled(using: &generator)
    }

    /// Another hand changes a hook in the org, or does not.
    private mutating func meddle(with name: String, in world: World) async {
        let value = "\(FakeSecrets.sentinel) theirs"
        switch Int.random(in: 0..<16, using: &generator) {
        case 0: await world.org.remove(name)
        case 1: await world.org.edit(name) { $0.isActive.toggle() }
        case 2: await world.org.edit(name) { $0.isVerified = false }
        case 3: await world.org.edit(name) { $0.description = "theirs" }
        case 4: await world.org.edit(name) { $0.url = "https://theirs.example" }
        case 5:
            await world.org.edit(name) { hook in
                // Another's value of what we take from a secret is a secret too.
                hook.headers = hook.headers.map {
                    .init(key: $0.key, value: Self.secretHeaders.contains($0.key) ? value : "two")
                }
            }
        case 6: await world.org.edit(name) { $0.authValue = $0.authHeader.map { _ in value } }
        case 7:
            await world.org.edit(name) {
                $0.authHeader = nil
                $0.authValue = nil
            }
        case 8:
            await world.org.edit(name) {
                $0.events = [Hook.eventC]
                $0.filters = []
            }
        case 9: await world.org.edit(name) { _ in }
        default: break
        }
    }

    private mutating func hooks() -> [Hook] {
        let keys = shuffled(["a", "b", "c", "d", "e", "f"])
            .prefix(Int.random(in: 0...6, using: &generator))
        var names = shuffled(["A", "B", "C", "D", "E", "F", "G"])
        return keys.map { key in
            // Mostly each its own name, so that rings of names are few.
            let own = key.uppercased()
            let name = names.contains(own) && generator.chance(3, of: 4) ? own : names[0]
            names.removeAll { $0 == name }
            return hook(key, name)
        }
    }

    private mutating func hook(_ key: String, _ name: String) -> Hook {
        let events = shuffled([Hook.eventA, Hook.eventB, Hook.eventC])
            .prefix(Int.random(in: 1...3, using: &generator))
        var hook = Hook(key, name: name, events: Array(events))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: hook = hook.url(env: generator.pick(Self.secrets))
        case 1: hook = hook.url("https://shared.example/hook")
        default: break
        }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: hook = hook.description("what \(name) does")
        case 1: hook = hook.description(nil)
        default: break
        }
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: hook = hook.header("X-Team", generator.pick(["one", "two"]))
        case 1: hook = hook.header("x-team", env: generator.pick(Self.secrets))
        case 2: hook = hook.noHeaders()
        case 3:
            hook = hook.header("X-Key", env: generator.pick(Self.secrets)).header("X-More", "1")
        default: break
        }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: hook = hook.noAuth()
        case 1, 2, 3: hook = hook.auth(env: generator.pick(Self.secrets))
        case 4: hook = hook.auth("X-Auth", env: generator.pick(Self.secrets))
        default: break
        }
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: hook = hook.filter(events[0], generator.pick(["true", "false"]))
        case 1: hook = hook.noFilters()
        default: break
        }
        if generator.chance(1, of: 5) { hook = hook.inactive() }
        if generator.chance(1, of: 6) { hook = hook.notVerified() }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: hook = hook.ignoring("description")
        case 1: hook = hook.ignoring("status")
        case 2: hook = hook.ignoring("channel.config.headers")
        case 3: hook = hook.ignoring("channel.config.uri", "name")
        default: break
        }
        return hook
    }
}
