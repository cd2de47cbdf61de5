import JSON
import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

/// What holds after any run, however it went.
struct Promises {
    let world: World
    /// What is wanted in the end.
    let hooks: [Hook]
    /// Hooks that are somebody else's, by name.
    let strangers: Set<String>
    /// What went wrong, for messages.
    let what: String

    /// Right after the run: the state can be read, no object was made twice, none is forgotten, and
    /// no secret is in the state.
    func holdNow() async throws {
        let snapshot = try await world.snapshot
        let live = await world.org.hooks
        let names = live.values.map(\.name).filter { !strangers.contains($0) }
        #expect(Set(names).count == names.count, "\(what): twins among \(names.sorted())")

        let recorded = Set(snapshot.resources.values.map(\.id))
        let announced = Set(
            snapshot.intents.values.filter { [.create, .replace].contains($0.operation) }
                .compactMap { $0.attributes["name"]?.text })
        for id in await world.org.made {
            guard let hook = live[id] else { continue }
            let isKnown = recorded.contains(id) || announced.contains(hook.name)
            #expect(isKnown, "\(what): \(hook.name) is forgotten")
        }
        #expect(await world.backend.leaks == 0, "\(what): a secret is in the state")
    }

    /// One run without faults brings all to what is wanted, and then nothing is left to do.
    func holdAfterOneMoreRun(_ order: World.Order = .init()) async throws {
        await world.org.startCounting()
        let applied = try await world.apply(hooks, order)
        #expect(applied.report.verdict == .complete, "\(what): \(applied.report.results)")
        #expect(!FakeSecrets.areIn(applied.plan.json.bytes()), "\(what): a secret is in the plan")

        let plan = try await world.plan(hooks, order).outcome.plan
        #expect(plan.changes == [], "\(what)")
        #expect(plan.drift == [], "\(what)")
        // A kind that is neither wanted nor recorded is not asked for.
        #expect(Set(plan.unmanaged.map(\.name)) == (hooks.isEmpty ? [] : strangers), "\(what)")
        #expect(try await world.snapshot.intents == [:], "\(what)")
    }

    /// The org is what the hooks say.
    func holdInTheOrg() async throws {
        let live = await world.org.hooks.values.filter { !strangers.contains($0.name) }
        #expect(Set(live.map(\.name)) == Set(hooks.map(\.name)), "\(what)")
        for hook in hooks {
            let seen = live.first { $0.name == hook.name }
            let secret = hook.text(
                at: AttributePath("channel.config.authScheme.value"), world.secrets)
            #expect(seen?.authValue == secret, "\(what): \(hook.name)")
            let url = hook.text(at: AttributePath("channel.config.uri"), world.secrets)
            #expect(seen?.url == url, "\(what): \(hook.name)")
            for header in seen?.headers ?? [] {
                let path = AttributePath("channel.config.headers", key: header.key)
                let text = hook.text(at: path, world.secrets)
                #expect(header.value == text, "\(what): \(hook.name)")
            }
            #expect(seen?.isActive == hook.isActive, "\(what): \(hook.name)")
            if hook.isVerifiedWhenDone {
                #expect(seen?.isVerified == true, "\(what): \(hook.name)")
            }
        }
    }
}
