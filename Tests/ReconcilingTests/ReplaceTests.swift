import JSON
import Kinds
import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("What Okta cannot change is made anew")
struct ReplaceTests {
    let hook = Resource.http("enrich", env: "SECRET")
    static let saml = "com.okta.saml.tokens.transform"

    private func world() async throws -> World {
        let world = World()
        world.secrets["SECRET"] = FakeSecrets.value(of: "SECRET")
        try await world.settle([hook])
        return world
    }

    private func writes(_ world: World) async -> [String] {
        await world.requests.filter { !$0.hasPrefix("list") }
    }

    @Test func theOldOneGoesAndTheNewOneIsConfirmed() async throws {
        let world = try await world()
        let old = await world.org.object(.inlineHook, named: "enrich")?.id
        let applied = try await world.apply([hook.type(Self.saml)])
        #expect(applied.plan.changes.map(\.action) == [.replace])
        #expect(applied.report.results[hook.address] == .confirmed)
        #expect(await writes(world) == ["deactivate enrich", "delete enrich", "create enrich"])

        let new = try #require(await world.org.object(.inlineHook, named: "enrich"))
        #expect(new.id != old)
        #expect(new.body["type"]?.string == Self.saml)
        let scheme = new.body["channel"]?["config"]?["authScheme"]
        #expect(scheme?["value"]?.string == FakeSecrets.value(of: "SECRET"))
        #expect(try await world.snapshot.resources[hook.address]?.id == new.id)
        #expect(try await world.plan([hook.type(Self.saml)]).outcome.plan.isEmpty)
    }

    @Test func aNewOneThatIsToBeInactiveIsPutToSleep() async throws {
        let world = try await world()
        let wanted = hook.type(Self.saml).inactive()
        #expect(try await world.apply([wanted]).report.verdict == .complete)
        #expect(
            await writes(world) == [
                "deactivate enrich", "delete enrich", "create enrich", "deactivate enrich",
            ])
        #expect(try await world.plan([wanted]).outcome.plan.isEmpty)
    }

    @Test func anInactiveOneIsDeletedAsItIs() async throws {
        let world = World()
        world.secrets["SECRET"] = FakeSecrets.value(of: "SECRET")
        try await world.settle([hook.inactive()])
        let wanted = hook.type(Self.saml).inactive()
        #expect(try await world.apply([wanted]).report.verdict == .complete)
        #expect(
            await writes(world) == ["delete enrich", "create enrich", "deactivate enrich"])
    }

    @Test func aNewOneThatIsRefusedIsMadeByTheNextRun() async throws {
        let world = try await world()
        // A list, the deactivation, the delete, the create.
        await world.org.startCounting(faults: [4: .refused])
        let applied = try await world.apply([hook.type(Self.saml)])
        guard case .failed(.create, .org(.refused))? = applied.report.results[hook.address] else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(try await world.snapshot.resources.isEmpty)
        await world.org.startCounting()
        let again = try await world.apply([hook.type(Self.saml)])
        #expect(again.plan.changes.map(\.action) == [.create])
        #expect(again.report.verdict == .complete)
    }

    @Test func aLostAnswerIsSettledByALook() async throws {
        for number in 2...4 {
            let world = try await world()
            await world.org.startCounting(faults: [number: .lostAnswer])
            let applied = try await world.apply([hook.type(Self.saml)])
            #expect(applied.report.verdict == .complete, "request \(number)")
            #expect(await world.org.objects.count == 1, "request \(number)")
        }
    }

    @Test func preventDestroyHoldsItBack() async throws {
        let world = try await world()
        var wanted = hook.type(Self.saml)
        wanted.declaration.lifecycle.preventDestroy = true
        #expect(try await world.codes([wanted]) == ["prevent-destroy"])
    }

    @Test func aChangeByHandOfTheTypeIsTakenBack() async throws {
        let world = try await world()
        await world.org.edit(.inlineHook, "enrich") { object in
            guard var body = object.body.object else { return }
            body["type"] = .string(Self.saml)
            object.body = .object(body)
        }
        let applied = try await world.apply([hook])
        #expect(applied.plan.drift.map(\.kind) == [.changed])
        #expect(applied.plan.changes.map(\.action) == [.replace])
        #expect(applied.report.verdict == .complete)
    }
}
