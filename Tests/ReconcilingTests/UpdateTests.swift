import Planning
import Reconciling
import Testing
import Vocabulary

@testable import Fakes

@Suite("A hook that differs")
struct UpdateTests {
    /// One change to a settled hook, the steps and the cost that follow from it.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let before: Hook
        let after: Hook
        let steps: [Step]
        let cost: Change.Cost?

        init(
            _ text: String, _ before: Hook = base, _ after: Hook, _ steps: [Step],
            _ cost: Change.Cost? = nil
        ) {
            testDescription = text
            self.before = before
            self.after = after
            self.steps = steps
            self.cost = cost
        }
    }

    static let base = Hook("leavers").description("old").header("X-Team", "identity")
        .auth(env: "SECRET").noFilters()
    static let ifUnverified = Step(.verify, .ifUnverified)

    static let cases: [Case] = [
        Case("name", base, base.named("Leavers"), [Step(.update), ifUnverified]),
        Case("description", base, base.description("new"), [Step(.update), ifUnverified]),
        Case("description to none", base, base.description(nil), [Step(.update), ifUnverified]),
        Case(
            "events", base, base.events([Hook.eventB, Hook.eventA]), [Step(.update), ifUnverified]),
        Case("filter", base, base.filter(Hook.eventA, "true"), [Step(.update), ifUnverified]),
        Case(
            "url", base, base.url("https://new.example"), [Step(.update), Step(.verify)],
            .losesEventsUntilVerified),
        Case(
            "header's value", base, base.header("X-Team", "payroll"),
            [Step(.update), ifUnverified], .losesEventsUntilVerified),
        Case(
            "another header", base, base.header("X-Other", "1"), [Step(.update), ifUnverified],
            .losesEventsUntilVerified),
        Case(
            "auth header's name", base, base.auth("X-Auth", env: "SECRET"),
            [Step(.update), ifUnverified], .losesEventsUntilVerified),
        Case(
            "secret", base, base.auth(env: "OTHER"), [Step(.update), ifUnverified],
            .losesEventsUntilVerified),
        Case(
            "auth to none", base, base.noAuth(), [Step(.update), ifUnverified],
            .losesEventsUntilVerified),
        Case("to inactive", base, base.inactive(), [Step(.deactivate)], .stopsReceiving),
        Case(
            "to inactive with a new url", base, base.inactive().url("https://new.example"),
            [Step(.deactivate), Step(.update)], .stopsReceiving),
        Case("to active", base.inactive(), base, [Step(.activate), Step(.verify)]),
        Case(
            "to active with a new url", base.inactive(), base.url("https://new.example"),
            [Step(.update), Step(.activate), Step(.verify)], .inactive),
        Case(
            "url while inactive", base.inactive(), base.inactive().url("https://new.example"),
            [Step(.update)], .inactive),
        Case(
            "url, not to be verified", base, base.url("https://new.example").notVerified(),
            [Step(.update)], .losesEventsUntilVerified),
        Case(
            "to be verified", base.notVerified(), base, [Step(.verify)],
            .receivesNothingUntilVerified),
        Case(
            "status that is ignored, with a new url", base,
            base.inactive().url("https://new.example").ignoring("status"),
            [Step(.update), Step(.verify)], .losesEventsUntilVerified),
    ]

    @Test("is updated by the steps that it needs", arguments: cases, [true, false])
    func update(_ one: Case, resetsForURLOnly: Bool) async throws {
        let world = World(rules: .init(resetsForURLOnly: resetsForURLOnly))
        world.secrets["SECRET"] = "SENTINEL one"
        world.secrets["OTHER"] = "SENTINEL two"
        try await world.settle([one.before])
        let id = try #require(await world.org.named(one.before.name)).id

        let applied = try await world.apply([one.after])
        let change = try #require(applied.plan.changes.first)
        #expect(applied.plan.changes.count == 1)
        #expect(change.action == .update)
        #expect(change.steps == one.steps)
        #expect(change.cost == one.cost)
        #expect(applied.report.results == [one.after.address: .confirmed])

        let live = try #require(await world.org.named(one.after.name))
        #expect(live.id == id)
        let isReal = !one.testDescription.hasPrefix("status")
        #expect(!isReal || live.isActive == one.after.isActive)
        let plan = try await world.plan([one.after]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func isNotWrittenForAnotherSpellingOrOrderOfTheSame() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL"
        let hook = Hook("leavers", events: [Hook.eventA, Hook.eventB]).auth(env: "SECRET")
            .header("X-Team", "identity").header("X-More", "1")
        try await world.settle([hook])
        let other = Hook("leavers", events: [Hook.eventB, Hook.eventA])
            .auth("AUTHORIZATION", env: "SECRET").header("x-more", "1")
            .header("x-team", "identity")
        #expect(try await world.plan([other]).outcome.plan.isEmpty)
    }

    @Test func isNotVerifiedAgainWhenTheWriteDidNotCostTheVerification() async throws {
        let world = World()
        let hook = Hook("leavers").description("old")
        try await world.settle([hook])

        let applied = try await world.apply([hook.description("new")])
        #expect(applied.report.verdict == .complete)
        #expect(
            await world.requests == ["list event_hook", "update leavers", "list event_hook"])
        let ended = applied.events.compactMap { event -> StepOutcome? in
            if case .stepEnded(_, let step, let outcome, _) = event, step.operation == .verify {
                outcome
            } else {
                nil
            }
        }
        #expect(ended == [.notNeeded])
    }

    @Test func isVerifiedWhenTheAnswerSaysThatTheWriteCostTheVerification() async throws {
        let world = World(rules: .init(resetsForURLOnly: false))
        let hook = Hook("leavers").header("X-Team", "a")
        try await world.settle([hook])

        #expect(try await world.apply([hook.header("X-Team", "b")]).report.verdict == .complete)
        #expect(
            await world.requests == [
                "list event_hook", "update leavers", "verify leavers", "list event_hook",
            ])
    }

    @Test func isVerifiedWhenOnlyALaterLookShowsThatTheWriteCostTheVerification() async throws {
        let world = World(rules: .init(resetsForURLOnly: false, hidesReset: true))
        let hook = Hook("leavers").header("X-Team", "a")
        try await world.settle([hook])

        let applied = try await world.apply([hook.header("X-Team", "b")])
        #expect(applied.report.verdict == .complete)
        #expect(
            await world.requests == [
                "list event_hook", "update leavers", "list event_hook", "verify leavers",
                "list event_hook",
            ])
        #expect(await world.org.named("leavers")?.isVerified == true)
        let plan = try await world.plan([hook.header("X-Team", "b")]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }
}
