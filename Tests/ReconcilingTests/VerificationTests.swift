import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Endpoints that Okta cannot verify")
struct VerificationTests {
    static let deaf = "https://deaf.example"

    private func world(_ rules: FakeOrg.Rules = .init()) async -> World {
        let world = World(rules: rules)
        await world.org.configure { $0.deafURLs = [Self.deaf] }
        return world
    }

    @Test func leaveTheHookWrittenAndOthersGoOn() async throws {
        let world = await world()
        let hooks = [Hook("a", url: Self.deaf), Hook("b")]
        let applied = try await world.apply(hooks, .init(parallelism: 1))

        #expect(applied.report.verdict == .unverified)
        guard case .unverified(.org(.refused)?, besides: [])? = applied.result(hooks[0]) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(applied.result(hooks[1]) == .confirmed)
        let snapshot = try await world.snapshot
        #expect(snapshot.resources[hooks[0].address]?.isVerified == false)
        #expect(snapshot.intents.isEmpty)
        // The next plan is to verify, and no more.
        let plan = try await world.plan(hooks).outcome.plan
        #expect(plan.changes.map(\.steps) == [[Step(.verify)]])
        #expect(plan.drift.isEmpty)
    }

    @Test func areToldEvenWhenOnlyALaterLookShowsThem() async throws {
        let world = World(rules: .init(resetsForURLOnly: false, hidesReset: true))
        let hooks = [Hook("a", url: Self.deaf), Hook("b"), Hook("c")]
        try await world.settle(hooks)

        // All three lose their verification unseen; one of them cannot get it back.
        await world.org.configure { $0.deafURLs = [Self.deaf] }
        let headers = hooks.map { $0.header("X", "1") }
        let applied = try await world.apply(headers)
        #expect(applied.report.verdict == .unverified)
        #expect(applied.result(hooks[1]) == .confirmed)
        #expect(applied.result(hooks[2]) == .confirmed)
        let snapshot = try await world.snapshot
        #expect(
            ["a", "b", "c"].map { snapshot.resources[Hook($0).address]?.isVerified } == [
                false, true, true,
            ])
        #expect(try await world.plan(headers).outcome.plan.drift.isEmpty)
    }

    @Test func doNotStopAHookThatWaitsForTheName() async throws {
        let world = await world()
        let (a, b) = (Hook("a", name: "A"), Hook("b", name: "B"))
        try await world.settle([a, b])

        let applied = try await world.apply([a.named("B"), b.named("C").url(Self.deaf)])
        #expect(applied.result(a) == .confirmed)
        #expect(applied.report.verdict == .unverified)
    }

    @Test func areTakenBackForACreateThatRollsBack() async throws {
        let world = await world()
        let hook = Hook("a", url: Self.deaf).rollingBack()
        let applied = try await world.apply([hook, Hook("b")])

        guard case .rolledBack(.org(.refused), nil)? = applied.result(hook) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(applied.report.verdict == .unverified)
        #expect(await world.org.hooks.values.map(\.name) == ["b"])
        #expect(try await world.snapshot.resources.keys.map(\.key) == ["b"])
        #expect(try await world.snapshot.intents.isEmpty)
    }

    @Test func areTakenBackForAnUpdateThatRollsBack() async throws {
        let world = await world()
        world.secrets["SECRET"] = "SENTINEL"
        let hook = Hook("a", url: "https://good.example").description("old").auth(env: "SECRET")
            .rollingBack()
        try await world.settle([hook])
        let before = try #require(await world.org.named("a"))

        let applied = try await world.apply([hook.url(Self.deaf).description("new")])
        guard case .rolledBack(_, nil)? = applied.result(hook) else {
            Issue.record("\(applied.report.results)")
            return
        }
        var after = try #require(await world.org.named("a"))
        #expect(after.isVerified)
        after.lastUpdated = before.lastUpdated
        after.bodyStatus = before.bodyStatus
        #expect(after == before)
        // The state says what the org says.
        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func saySoWhenTheOldEndpointFailsAsWell() async throws {
        let world = await world()
        let hook = Hook("a", url: "https://good.example").rollingBack()
        try await world.settle([hook])
        await world.org.configure { $0.deafURLs.insert("https://good.example") }

        let applied = try await world.apply([hook.url(Self.deaf)])
        guard case .rolledBack(.org(.refused), .org(.refused)?)? = applied.result(hook) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(applied.report.verdict == .unverified)
        let live = try #require(await world.org.named("a"))
        #expect(live.url == "https://good.example" && live.isActive && !live.isVerified)
    }

    @Test func areTakenBackForAHookThatWasInactive() async throws {
        let world = await world()
        let hook = Hook("a", url: "https://good.example").rollingBack()
        try await world.settle([hook.inactive()])

        let applied = try await world.apply([hook.url(Self.deaf)])
        guard case .rolledBack(_, nil)? = applied.result(hook) else {
            Issue.record("\(applied.report.results)")
            return
        }
        let live = try #require(await world.org.named("a"))
        #expect(!live.isActive)
        #expect(live.url == "https://good.example")
        let plan = try await world.plan([hook.inactive()]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func areTakenBackForAHookThatOnlyWoke() async throws {
        let world = await world()
        let hook = Hook("a", url: Self.deaf).rollingBack()
        try await world.settle([hook.inactive()])

        let applied = try await world.apply([hook])
        #expect(applied.plan.changes[0].steps == [Step(.activate), Step(.verify)])
        guard case .rolledBack(_, nil)? = applied.result(hook) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(await world.org.named("a")?.isActive == false)
        let plan = try await world.plan([hook.inactive()]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func areReadBackLikeAnyOther() async throws {
        let world = await world()
        let hook = Hook("a", url: "https://good.example").description("old")
        try await world.settle([hook])
        await world.org.showPast(inLists: 4)

        let applied = try await world.apply([hook.url(Self.deaf).description("new")])
        guard case .unverified(.org(.refused)?, let differences)? = applied.result(hook) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(differences.map(\.path.description) == ["channel.config.uri", "description"])
        #expect(applied.report.verdict == .partial)
    }

    /// Whether the name is free is not known of a change that was to be taken back and was not.
    @Test func stopAHookThatWaitsForANameThatMayHaveBeenTakenBack() async throws {
        let world = await world()
        let (a, b) = (Hook("a", name: "A"), Hook("b", name: "B").rollingBack())
        try await world.settle([a, b])

        // The list, the update, its verification, and the update that was to take it back.
        await world.org.startCounting(faults: [4: .refused])
        let applied = try await world.apply([a.named("B"), b.named("C").url(Self.deaf)])
        #expect(applied.result(a) == .skipped(dependency: b.address))
    }

    /// Nobody has the old secret any more, so the plan does not promise to write it.
    @Test func aReplacedSecretIsNotTakenBack() async throws {
        let world = await world()
        world.secrets["SECRET"] = "SENTINEL one"
        let hook = Hook("b").auth(env: "SECRET").rollingBack()
        try await world.settle([hook])

        world.secrets["SECRET"] = "SENTINEL two"
        let applied = try await world.apply([hook.url(Self.deaf)])
        #expect(applied.plan.changes.map(\.rollback) == [[]])
        guard case .unverified? = applied.result(hook) else {
            Issue.record("\(applied.report.results)")
            return
        }
    }

    @Test func keepAnUpdateWhoseOldSecretIsNotAtHand() async throws {
        let world = await world()
        world.secrets["SECRET"] = "SENTINEL one"
        let hook = Hook("a", url: "https://good.example").auth(env: "SECRET").rollingBack()
        try await world.settle([hook])

        world.secrets["SECRET"] = "SENTINEL two"
        let applied = try await world.apply([hook.url(Self.deaf)])
        guard case .unverified(.org(.refused)?, besides: [])? = applied.result(hook) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(await world.org.named("a")?.authValue == "SENTINEL two")
    }
}
