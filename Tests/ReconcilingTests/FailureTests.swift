import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Steps that fail")
struct FailureTests {
    @Test func aRefusalStopsThatHookAlone() async throws {
        let world = World()
        await world.org.startCounting(faults: [2: .refused])
        let applied = try await world.apply(
            [Hook("a"), Hook("b"), Hook("c")], .init(parallelism: 1))

        #expect(applied.report.verdict == .partial)
        guard case .failed(.create, .org(.refused))? = applied.result(Hook("a")) else {
            Issue.record("\(applied.report.results)")
            return
        }
        #expect(applied.result(Hook("b")) == .confirmed)
        #expect(applied.result(Hook("c")) == .confirmed)
        #expect(try await world.snapshot.intents.isEmpty)
    }

    @Test func aRefusalSkipsWhatWaitsForIt() async throws {
        let world = World()
        let (a, b) = (Hook("a", name: "A"), Hook("b", name: "B"))
        try await world.settle([a, b, Hook("other")])
        await world.org.startCounting(faults: [2: .refused])

        let applied = try await world.apply(
            [a.named("B"), b.named("C"), Hook("other").description("x")], .init(parallelism: 1))
        #expect(applied.result(a) == .skipped(dependency: b.address))
        #expect(applied.result(Hook("other")) == .confirmed)
        #expect(applied.report.verdict == .partial)
        #expect(
            applied.events.contains {
                if case .skipped(a.address, b.address) = $0 { true } else { false }
            })
    }

    @Test func aRefusalOfWhoWeAreStopsEverything() async throws {
        let world = World()
        await world.org.startCounting(faults: [3: .unauthorized])
        let applied = try await world.apply(
            [Hook("a"), Hook("b"), Hook("c")], .init(parallelism: 1))
        #expect(applied.report.verdict == .unauthorized)
        #expect(applied.result(Hook("b")) == .interrupted(.notBegun))
        #expect(applied.result(Hook("c")) == .interrupted(.notBegun))
        #expect(await world.org.hooks.count == 1)
    }

    @Test func aRateLimitThatDoesNotEndStopsThatHookAndLeavesNoQuestion() async throws {
        let world = World()
        await world.org.startCounting(faults: [2: .rateLimited])
        let applied = try await world.apply([Hook("a"), Hook("b")], .init(parallelism: 1))
        #expect(applied.result(Hook("b")) == .confirmed)
        #expect(try await world.snapshot.intents.isEmpty)
    }

    @Test func aStopFinishesTheStepUnderWayAndBeginsNoOther() async throws {
        let world = World()
        let stop = StopSignal()
        await world.org.configure { org in
            org.onWrite = { if $0.verb == .create { stop.set() } }
        }
        let applied = try await world.apply(
            [Hook("a"), Hook("b")], .init(parallelism: 1, stop: stop))

        #expect(applied.report.verdict == .partial)
        #expect(
            applied.result(Hook("a"))
                == .interrupted(.between(taken: [.create], left: [.verify])))
        #expect(applied.result(Hook("b")) == .interrupted(.notBegun))
        #expect(
            await world.requests == ["list event_hook", "create a", "list event_hook"])
        #expect(try await world.snapshot.resources[Hook("a").address] != nil)
        #expect(try await world.snapshot.intents.isEmpty)
        #expect(try await world.apply([Hook("a"), Hook("b")]).report.verdict == .complete)
    }

    @Test func aLostRequestIsSentAgainAfterALook() async throws {
        let world = World()
        await world.org.startCounting(faults: [2: .lostRequest])
        let applied = try await world.apply([Hook("a")])
        #expect(applied.report.verdict == .complete)
        #expect(
            await world.requests == [
                "list event_hook", "create a", "list event_hook", "create a", "verify a",
                "list event_hook",
            ])
        #expect(world.sleeps.count == 1)
    }

    @Test func aLostAnswerIsFoundByALookAndNothingIsSentTwice() async throws {
        let world = World(rules: .init(allowsTwins: true))
        await world.org.startCounting(faults: [2: .lostAnswer])
        let applied = try await world.apply([Hook("a")])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.count(named: "a") == 1)
        #expect(
            await world.requests == [
                "list event_hook", "create a", "list event_hook", "verify a", "list event_hook",
            ])
        #expect(world.sleeps.isEmpty)
    }

    @Test(arguments: [OrgFault.outage, .outageAfterChange])
    func anOutageLeavesAQuestionThatTheNextRunSettles(_ fault: OrgFault) async throws {
        let world = World(rules: .init(allowsTwins: true))
        await world.org.startCounting(faults: [2: fault])
        let first = try await world.apply([Hook("a")])
        #expect(first.report.verdict == .partial)
        guard case .failed(.create, .org(.unavailable(let failure)))? = first.result(Hook("a"))
        else {
            Issue.record("\(first.report.results)")
            return
        }
        #expect(failure.mayHaveHappened)
        #expect(try await world.snapshot.intents[Hook("a").address]?.operation == .create)

        await world.org.startCounting()
        let second = try await world.apply([Hook("a")])
        let outcome = fault == .outage ? "was not." : "was."
        #expect(
            second.planned.settlements == [
                "event_hook.a: the last run did not get to know whether its create was done; it "
                    + outcome
            ])
        #expect(second.report.verdict == .complete)
        #expect(await world.org.count(named: "a") == 1)
    }

    @Test func anOutageDuringADeleteIsSettledToo() async throws {
        let world = World()
        try await world.settle([Hook("a"), Hook("b")])
        await world.org.startCounting(faults: [3: .outageAfterChange])
        _ = try await world.apply([Hook("b")])
        #expect(try await world.snapshot.intents[Hook("a").address]?.operation == .delete)

        await world.org.startCounting()
        let planned = try await world.plan([Hook("b")])
        #expect(planned.settlements.map { $0.hasSuffix("its delete was done; it was.") } == [true])
        #expect(planned.outcome.plan.isEmpty && planned.outcome.plan.drift.isEmpty)
    }

    /// The PUT arrives each time and its answer never; then the secret is taken back.
    @Test func aSecretThatMayHaveArrivedIsNotTakenForTheOldOne() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL one"
        let hook = Hook("a").auth(env: "SECRET")
        try await world.settle([hook])
        world.secrets["SECRET"] = "SENTINEL two"
        let faults = Dictionary(uniqueKeysWithValues: (1...4).map { (2 * $0, OrgFault.lostAnswer) })
        await world.org.startCounting(faults: faults)
        let applied = try await world.apply([hook])
        #expect(applied.report.verdict == .partial)
        #expect(await world.requests.count { $0 == "update a" } == 4)
        #expect(await world.org.named("a")?.authValue == "SENTINEL two")

        world.secrets["SECRET"] = "SENTINEL one"
        await world.org.startCounting()
        #expect(try await world.apply([hook]).report.verdict == .complete)
        #expect(await world.org.named("a")?.authValue == "SENTINEL one")
        #expect(try await world.plan([hook]).outcome.plan.isEmpty)
    }

    @Test func aLookThatIsRefusedLeavesTheQuestionToo() async throws {
        let world = World(rules: .init(allowsTwins: true))
        await world.org.startCounting(faults: [2: .lostAnswer, 3: .unauthorized])
        let applied = try await world.apply([Hook("a")])
        #expect(applied.report.verdict == .unauthorized)
        #expect(try await world.snapshot.intents[Hook("a").address] != nil)

        await world.org.startCounting()
        #expect(try await world.apply([Hook("a")]).report.verdict == .complete)
        #expect(await world.org.count(named: "a") == 1)
    }

    @Test func aWriteIsNotTriedForever() async throws {
        let world = World()
        let faults = Dictionary(
            uniqueKeysWithValues: (1...10).map { (2 * $0, OrgFault.lostRequest) })
        await world.org.startCounting(faults: faults)
        let applied = try await world.apply([Hook("a")])
        #expect(applied.report.verdict == .partial)
        #expect(await world.requests.count { $0 == "create a" } == 4)
        // What is on its way may still arrive: the next run looks before it creates.
        #expect(try await world.snapshot.intents[Hook("a").address] != nil)
        await world.org.startCounting()
        #expect(try await world.apply([Hook("a")]).report.verdict == .complete)
        #expect(await world.org.count(named: "a") == 1)
    }

    @Test func aStateThatCannotBeWrittenStopsTheStepBeforeItIsSent() async throws {
        let world = World()
        await world.backend.fail(putsFrom: 1, with: .failed(detail: "disk full"))
        let applied = try await world.apply([Hook("a")])
        #expect(applied.report.verdict == .partial)
        #expect(applied.result(Hook("a")) == .failed(.create, .state(.failed(detail: "disk full"))))
        #expect(await world.org.hooks.isEmpty)
    }

    @Test func aStateThatCannotBeWrittenAfterTheStepLeavesItsAnnouncement() async throws {
        let world = World(rules: .init(allowsTwins: true))
        await world.backend.fail(putsFrom: 2, with: .moved)
        let applied = try await world.apply([Hook("a")])
        #expect(applied.report.verdict == .partial)
        #expect(applied.report.stateFailure == .state(.moved))
        await world.backend.heal()
        #expect(try await world.snapshot.intents[Hook("a").address]?.operation == .create)

        #expect(try await world.apply([Hook("a")]).report.verdict == .complete)
        #expect(await world.org.count(named: "a") == 1)
    }
}
