import JSON
import Kinds
import Planning
import Reconciling
import Seeding
import State
import Testing
import Vocabulary

@testable import Fakes

/// A plan in which every kind has creates, updates and deletes, and every channel and a replacement
/// are among them.
struct EveryKindScene: Hashable, Sendable, CustomStringConvertible {
    var parallelism: Int

    var description: String { "\(parallelism) at once" }

    static let all = [EveryKindScene(parallelism: 1), EveryKindScene(parallelism: 4)]

    private static let saml = "com.okta.saml.tokens.transform"
    private static let event = Hook("event")

    static let before: [any Declared] = [
        Resource.key("kept-key"), Resource.key("renamed-key"), Resource.key("old-key"),
        Resource.http("kept", env: "KEPT"), Resource.http("replaced", env: "KEPT"),
        Resource.http("asleep"), Resource.oauth("rotated", env: "ROTATED"),
        Resource.oauth("rekeyed", key: "old-key"), Resource.oauth("gone", key: "old-key"),
        event, Hook("event-gone"),
    ]

    static let after: [any Declared] = [
        Resource.key("kept-key"), Resource.key("renamed-key").named("other-name"),
        Resource.key("new-key"), Resource.http("kept", env: "KEPT"),
        Resource.http("replaced", env: "KEPT").type(saml), Resource.http("asleep").inactive(),
        Resource.oauth("rotated", env: "ROTATED"), Resource.oauth("rekeyed", key: "new-key"),
        Resource.oauth("new", key: "new-key").inactive(), event.description("moved"),
        Hook("event-new"),
    ]

    /// All of some cases in a full run; else a seeded part of them, another one for each word.
    func sample<Case>(of cases: [Case], _ word: String) -> [Case] {
        if MatrixScene.isFull { return cases }
        let seed = word.utf8.reduce(UInt64(parallelism)) { $0 &* 31 &+ UInt64($1) }
        var generator = SeededGenerator(seed: seed)
        return Array(cases.shuffled(using: &generator).prefix((cases.count + 3) / 4))
    }

    var order: World.Order { World.Order(parallelism: parallelism) }

    /// A world in which `after` is wanted and `before` is there.
    func world() async throws -> World {
        let world = World()
        for name in ["KEPT", "ROTATED"] { world.secrets[name] = FakeSecrets.value(of: name) }
        try await world.settle(Self.before)
        world.secrets["ROTATED"] = FakeSecrets.value(of: "ROTATED-ON")
        return world
    }

    /// What a run without faults costs.
    func cost() async throws -> (requests: Int, puts: Int) {
        let world = try await world()
        let puts = await world.backend.puts
        _ = try await world.apply(Self.after, order)
        return (await world.org.requests.count, await world.backend.puts - puts)
    }

    /// Right after a run: nothing is there twice or forgotten, and no secret is in the state.
    func holdNow(_ world: World, _ what: String) async throws {
        let snapshot = try await world.snapshot
        let recorded = Set(snapshot.resources.values.map(\.id))
        let announced = Set(
            snapshot.intents.values.filter { [.create, .replace].contains($0.operation) }
                .compactMap { $0.attributes["name"]?.text })
        let objects = await world.org.objects.values
        for kind in KindRegistry.all {
            let names = objects.filter { $0.kind == kind }.map(\.name)
            #expect(Set(names).count == names.count, "\(what): twins among \(names.sorted())")
        }
        for object in objects {
            let isKnown = recorded.contains(object.id) || announced.contains(object.name)
            #expect(isKnown, "\(what): \(object.name) is forgotten")
        }
        #expect(await world.backend.leaks == 0, "\(what): a secret is in the state")
    }

    /// One run without faults brings all to what is wanted, and then nothing is left to do.
    func holdAfterOneMoreRun(_ world: World, _ what: String) async throws {
        await world.org.startCounting()
        let applied = try await world.apply(Self.after, order)
        #expect(applied.report.verdict == .complete, "\(what): \(applied.report.results)")
        #expect(!FakeSecrets.areIn(applied.plan.json.bytes()), "\(what): a secret is in the plan")
        let plan = try await world.plan(Self.after, order).outcome.plan
        #expect(plan.changes == [], "\(what)")
        #expect(plan.drift == [], "\(what)")
        #expect(plan.unmanaged == [], "\(what)")
        #expect(try await world.snapshot.intents == [:], "\(what)")
        try await Self.holdInTheOrg(world, Self.after, what)
    }

    /// The org holds what is declared, secrets included, and nothing else.
    static func holdInTheOrg(
        _ world: World, _ after: [any Declared], _ what: String
    ) async throws {
        let wanted = after.compactMap { $0 as? Resource }
        let snapshot = try await world.snapshot
        #expect(await world.org.objects.count == wanted.count, "\(what)")
        for resource in wanted {
            let object = await world.org.object(resource.kind, named: resource.name)
            var values = Attributes()
            for (path, value) in resource.declaration.values {
                switch value {
                case .plain(let value): values[path] = value
                case .secret(.environment(let name)):
                    values[path] = world.secrets[name].map { .text($0) }
                case .secret: Issue.record("\(resource.address): not known here")
                }
            }
            values = values.resolvingReferences(in: snapshot)
            let body = try resource.kind.body(for: values) { _ in nil }
            #expect(object?.body == body, "\(what): \(resource.address)")
            #expect(object?.isActive == resource.isActive, "\(what): \(resource.address)")
        }
    }
}
