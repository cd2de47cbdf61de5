import Kinds
import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Adopting")
struct AdoptTests {
    private let hook = Hook("leavers", name: "Leavers to payroll").auth(env: "KEPT")

    private func world(_ hooks: [any Declared]) async throws -> World {
        let world = World()
        for name in ["KEPT", "ROTATED"] { world.secrets[name] = FakeSecrets.value(of: name) }
        try await world.settle(hooks)
        try await world.forgetAll()
        return world
    }

    /// What speaks against adoptions; nothing may have been adopted.
    private func codes(
        _ world: World, _ adoptions: [Adoption], _ hooks: [any Declared]
    ) async throws -> [String] {
        let before = try await world.snapshot
        let report = try await world.adopt(adoptions, declaring: hooks)
        #expect(report.adopted.isEmpty)
        #expect(try await world.snapshot == before)
        return report.problems.map(\.rule.id)
    }

    @Test func byNameLeavesNothingToDoAndTheSecretUnknown() async throws {
        let world = try await world([hook])
        let report = try await world.adopt([hook])
        #expect(await world.requests == ["list event_hook"])
        let recorded = try #require(report.adopted[hook.address])
        #expect(recorded.unknownSecrets.map(\.description) == ["channel.config.authScheme.value"])
        #expect(recorded.isVerified == true)
        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty && plan.unmanaged.isEmpty)
        #expect(plan.unchanged == 1)
    }

    @Test func byIDIgnoresTheName() async throws {
        let world = try await world([hook])
        let id = try #require(await world.org.named("Leavers to payroll")?.id)
        let renamed = hook.named("Terminations")
        let report = try await world.adopt(
            [Adoption(hook.address, .id(id))], declaring: [renamed])
        #expect(report.adopted[hook.address]?.id == id)
        #expect(try await world.plan([renamed]).outcome.plan.changes.map(\.action) == [.update])
    }

    @Test func aSecretThatIsReadableIsRecordedByItsFingerprint() async throws {
        let secret = Hook("secret").url(env: "KEPT")
        let world = try await world([secret])
        try await world.adopt([secret])
        #expect(await world.backend.leaks == 0)
        #expect(try await world.plan([secret]).outcome.plan.isEmpty)
    }

    @Test func aSecretThatIsNotToBeHadIsNoObstacleAndDoesNotLeak() async throws {
        let secret = Hook("secret").url(env: "KEPT")
        let world = try await world([secret])
        world.secrets["KEPT"] = nil
        #expect(try await world.adopt([secret]).problems.isEmpty)
        #expect(await world.backend.leaks == 0)
        world.secrets["KEPT"] = FakeSecrets.value(of: "KEPT")
        #expect(try await world.plan([secret]).outcome.plan.isEmpty)
    }

    @Test func aKnownFingerprintIsRecordedAndComparedAgainst() async throws {
        let world = try await world([hook])
        let known = world.fingerprints.make(Secret(FakeSecrets.value(of: "KEPT")))
        var adoption = Adoption(hook.declaration)
        adoption.secrets[AttributePath("channel.config.authScheme.value")] = known
        let report = try await world.adopt([adoption], declaring: [hook])
        #expect(report.adopted[hook.address]?.unknownSecrets == [])
        #expect(try await world.plan([hook]).outcome.plan.isEmpty)
        let rotated = hook.auth(env: "ROTATED")
        #expect(try await world.plan([rotated]).outcome.plan.changes.map(\.action) == [.update])
    }

    @Test func theNextWriteMakesTheSecretKnown() async throws {
        let world = try await world([hook])
        try await world.adopt([hook])
        let applied = try await world.apply([hook.description("moved")])
        #expect(applied.report.verdict == .complete)
        let recorded = try #require(await world.snapshot.resources[hook.address])
        #expect(recorded.unknownSecrets == [])
    }

    @Test func whatTheOrgDoesNotHaveIsLeftOutOnlyWhenAllIsAdopted() async throws {
        let world = try await world([hook])
        let other = Hook("other")
        #expect(
            try await codes(world, [hook, other].map { Adoption($0.declaration) }, [hook, other])
                == ["not-in-org"])
        let report = try await world.adopt([hook, other], skippingMissing: true)
        #expect(Set(report.adopted.keys) == [hook.address])
        #expect(report.missing == [other.address])
    }

    @Test func whatIsManagedAlreadyIsRefused() async throws {
        let world = try await world([hook])
        try await world.adopt([hook])
        #expect(
            try await codes(world, [Adoption(hook.declaration)], [hook]) == ["already-managed"])
        let twin = Hook("twin", name: "Leavers to payroll")
        let before = try await world.snapshot
        let report = try await world.adopt([Adoption(twin.declaration)], declaring: [twin])
        #expect(report.problems.map(\.rule.id) == ["already-managed"])
        #expect(
            report.problems[0].commands == ["tenterhook state mv \(hook.address) \(twin.address)"])
        #expect(try await world.snapshot == before)
    }

    @Test func oneObjectForTwoAddressesIsRefused() async throws {
        let world = try await world([hook])
        let twin = Hook("twin", name: "Leavers to payroll")
        #expect(
            try await codes(world, [hook, twin].map { Adoption($0.declaration) }, [hook, twin])
                == ["adopted-by-two"])
        let twice = [Adoption(hook.declaration), Adoption(hook.declaration)]
        #expect(try await codes(world, twice, [hook]) == ["adopted-twice"])
    }

    @Test func anIDOfAnotherKindIsToldAsThat() async throws {
        let key = Resource.key("signing")
        let world = try await world([hook, key])
        let id = try #require(await world.org.objects.keys.first)
        let report = try await world.adopt(
            [Adoption(hook.address, .id(id))], declaring: [hook])
        #expect(report.problems.map(\.rule.id) == ["wrong-kind"])
        #expect(report.problems[0].detail.contains("hook key \"signing\""))
        #expect(
            try await codes(world, [Adoption(hook.address, .id("who0"))], [hook])
                == ["not-in-org"])
    }

    @Test func aNameThatSeveralHaveIsRefused() async throws {
        let world = World(rules: .init(allowsTwins: true))
        world.secrets["KEPT"] = FakeSecrets.value(of: "KEPT")
        try await world.settle([hook, Hook("twin", name: "Leavers to payroll")])
        try await world.forgetAll()
        #expect(
            try await codes(world, [Adoption(hook.declaration)], [hook]) == ["ambiguous-name"])
    }

    @Test func aWriteThatWasLeftOpenIsSettledFirst() async throws {
        let world = try await world([hook])
        try await world.rewrite { snapshot in
            snapshot.intents[hook.address] = Intent(
                operation: .create, id: nil, attributes: Attributes(),
                time: "2026-08-01T00:00:00Z")
        }
        #expect(try await codes(world, [Adoption(hook.declaration)], [hook]) == ["open-write"])
    }

    @Test func everyKindIsAdoptedWithNothingLeftToDo() async throws {
        let world = try await world(EveryKindScene.after)
        let report = try await world.adopt(EveryKindScene.after)
        #expect(report.problems.isEmpty)
        for kind in KindRegistry.all {
            #expect(report.adopted.keys.contains { $0.kind == kind.name }, "\(kind.name)")
        }
        #expect(await world.org.requests.allSatisfy(\.isRead))
        #expect(await world.org.requests.count == KindRegistry.all.count)
        #expect(await world.backend.leaks == 0)
        let plan = try await world.plan(EveryKindScene.after).outcome.plan
        #expect(plan.changes == [])
        #expect(plan.drift == [])
        #expect(plan.unmanaged == [])
    }
}
