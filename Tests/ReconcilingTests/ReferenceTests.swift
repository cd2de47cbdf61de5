import Kinds
import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("References between objects")
struct ReferenceTests {
    let signing = Resource.key("signing")
    let enrich = Resource.oauth("enrich", key: "signing")

    private func writes(_ world: World) async -> [String] {
        await world.requests.filter { !$0.hasPrefix("list") }
    }

    @Test func aKeyIsMadeFirstAndItsIdIsSentAndRecorded() async throws {
        let world = World()
        let applied = try await world.apply([enrich, signing])
        #expect(applied.report.verdict == .complete)
        #expect(await writes(world) == ["create signing", "create enrich"])

        let id = try #require(await world.org.object(.hookKey, named: "signing")?.id)
        #expect(await world.org.object(.inlineHook, named: "enrich")?.hookKeyID == id)
        let recorded = try await world.snapshot.resources[enrich.address]
        #expect(recorded?.attributes["channel.config.hookKeyId"] == .text(id))
        await world.org.startCounting()
        #expect(try await world.plan([enrich, signing]).outcome.plan.isEmpty)
        // One list a kind that the manifest or the state holds.
        #expect(await world.org.requests.count == 2)
    }

    @Test func aPlanOfEveryKindCostsThreeRequests() async throws {
        let world = World()
        let all: [any Declared] = [enrich, signing, Hook("event")]
        try await world.settle(all)
        #expect(try await world.plan(all).outcome.plan.isEmpty)
        #expect(await world.org.requests.map(\.verb) == [.list, .list, .list])
    }

    @Test func aKeyThatCouldNotBeMadeKeepsItsHookFromBeingBegun() async throws {
        let world = World()
        // Two lists of the plan come first.
        await world.org.startCounting(faults: [3: .refused])
        let applied = try await world.apply([enrich, signing])
        #expect(applied.report.verdict == .partial)
        #expect(applied.report.results[enrich.address] == .skipped(dependency: signing.address))
        #expect(try await world.snapshot.intents == [:])

        await world.org.startCounting()
        #expect(try await world.apply([enrich, signing]).report.verdict == .complete)
    }

    @Test func aKeyDeletedByHandIsMadeAnewAndItsHookFollows() async throws {
        let world = World()
        try await world.settle([enrich, signing])
        let old = await world.org.object(.hookKey, named: "signing")?.id
        await world.org.remove(.hookKey, "signing")

        let applied = try await world.apply([enrich, signing])
        #expect(applied.plan.drift.map(\.kind) == [.deleted])
        #expect(applied.report.verdict == .complete)
        #expect(await writes(world) == ["create signing", "update enrich"])
        let new = try #require(await world.org.object(.hookKey, named: "signing")?.id)
        #expect(new != old)
        #expect(await world.org.object(.inlineHook, named: "enrich")?.hookKeyID == new)
        #expect(try await world.plan([enrich, signing]).outcome.plan.isEmpty)
    }

    @Test func aKeyIsDeletedAfterTheHooksThatUsedIt() async throws {
        let world = World()
        let second = Resource.oauth("second", key: "signing")
        try await world.settle([enrich, second, signing, Hook("event")])
        let other = Resource.key("other")
        let wanted: [any Declared] = [Resource.oauth("enrich", key: "other"), other]

        let applied = try await world.apply(wanted, .init(parallelism: 1))
        #expect(applied.report.verdict == .complete)
        #expect(
            await writes(world) == [
                "create other", "update enrich", "deactivate event", "delete event",
                "deactivate second", "delete second", "delete signing",
            ])
    }

    @Test func aKeyIsKeptWhenAHookThatUsesItCouldNotBeChanged() async throws {
        let world = World()
        try await world.settle([enrich, signing])
        // Two lists, the hook's deactivation, its delete.
        await world.org.startCounting(faults: [4: .refused])
        let applied = try await world.apply([], .init(parallelism: 1))
        #expect(applied.report.results[signing.address] == .skipped(dependency: enrich.address))
        #expect(await world.org.object(.hookKey, named: "signing") != nil)
        await world.org.startCounting()
        #expect(try await world.apply([]).report.verdict == .complete)
        #expect(await world.org.objects.isEmpty)
    }

    @Test func destroyGoesBackwards() async throws {
        let world = World()
        let all: [any Declared] = [enrich, signing, Hook("event")]
        try await world.settle(all)
        let applied = try await world.apply(all, .init(mode: .destroy, parallelism: 1))
        #expect(applied.report.verdict == .complete)
        #expect(
            await writes(world) == [
                "deactivate event", "delete event", "deactivate enrich", "delete enrich",
                "delete signing",
            ])
    }

    @Test func aKeyIsRenamedInPlace() async throws {
        let world = World()
        try await world.settle([enrich, signing])
        let applied = try await world.apply([enrich, signing.named("renamed")])
        #expect(applied.report.verdict == .complete)
        #expect(await writes(world) == ["update signing"])
    }

    @Test func aSavedPlanThatMakesAKeyIsCarriedOutAsItStands() async throws {
        let world = World()
        let all: [any Declared] = [enrich, signing, Hook("event")]
        try await world.settle([Hook("event")])
        let saved = try Plan(json: try await world.plan(all).outcome.plan.json)
        let planned = try await world.plan(all, .init(saved: saved))
        #expect(Staleness.of(saved, against: planned.outcome.plan) == nil)
        #expect(try await world.carryOut(planned).verdict == .complete)
    }

    @Test func whatIsNotRecordedIsNotSent() async throws {
        let world = World()
        var planned = try await world.plan([enrich, signing])
        // No planner makes such a plan: the hook without its key.
        planned.outcome.plan.changes.removeAll { $0.address == signing.address }
        for index in planned.outcome.plan.changes.indices {
            planned.outcome.plan.changes[index].dependsOn = []
        }
        let report = try await world.carryOut(planned)
        let path = AttributePath("channel.config.hookKeyId")
        #expect(
            report.results[enrich.address]
                == .failed(.create, .missingReference(path, signing.address)))
        #expect(await writes(world) == [])
        #expect(try await world.snapshot.intents == [:])
    }

    @Test func aTargetThatNeedsAKeyWhichIsNotThereIsRefused() async throws {
        let world = World()
        let order = World.Order(targets: [enrich.address])
        #expect(try await world.codes([enrich, signing], order) == ["reference-missing"])
        try await world.settle([signing])
        #expect(try await world.codes([enrich, signing], order) == [])
    }
}
