import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Drift")
struct DriftTests {
    @Test func ofAValueIsShownAndUndone() async throws {
        let world = World()
        let hook = Hook("leavers").description("ours")
        try await world.settle([hook])
        await world.org.edit("leavers") { $0.description = "theirs" }

        let applied = try await world.apply([hook])
        let drift = try #require(applied.plan.drift.first)
        #expect(drift.kind == .changed)
        #expect(drift.recorded["description"] == .text("ours"))
        #expect(drift.live["description"] == .text("theirs"))
        #expect(applied.plan.changes.map(\.action) == [.update])
        #expect(await world.org.named("leavers")?.description == "ours")
        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func withWhichTheManifestAgreesIsRecordedWithoutAWrite() async throws {
        let world = World()
        let hook = Hook("leavers").description("ours")
        try await world.settle([hook])
        await world.org.edit("leavers") { $0.description = "theirs" }

        let agreeing = hook.description("theirs")
        let applied = try await world.apply([agreeing])
        #expect(applied.plan.isEmpty)
        #expect(applied.plan.drift.map(\.kind) == [.changed])
        #expect(await world.requests == ["list event_hook"])
        #expect(try await world.plan([agreeing]).outcome.plan.drift.isEmpty)
        let recorded = try await world.snapshot.resources[hook.address]
        #expect(recorded?.attributes["description"] == .text("theirs"))
    }

    @Test func ofTheVerificationIsShownAndMended() async throws {
        let world = World()
        let hook = Hook("leavers")
        try await world.settle([hook])
        await world.org.edit("leavers") { $0.isVerified = false }

        let applied = try await world.apply([hook])
        #expect(applied.plan.drift.map(\.kind) == [.changed])
        #expect(applied.plan.drift.map(\.liveVerified) == [false])
        #expect(applied.plan.changes.map(\.reason) == [.notVerified])
        #expect(applied.plan.changes[0].steps == [Step(.verify)])
        #expect(applied.plan.changes[0].cost == .receivesNothingUntilVerified)
        #expect(applied.report.verdict == .complete)
        #expect(
            await world.requests == ["list event_hook", "verify leavers", "list event_hook"])
    }

    @Test func thatCanOnlyBeASecretsIsToldAsTouched() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL"
        let hook = Hook("leavers").auth(env: "SECRET")
        try await world.settle([hook, Hook("plain")])
        await world.org.edit("leavers") { $0.authValue = "theirs" }
        // Somebody saved this one as it was; nothing in it can be hidden.
        await world.org.edit("plain") { _ in }

        let applied = try await world.apply([hook, Hook("plain")])
        #expect(applied.plan.isEmpty)
        #expect(applied.plan.drift.map(\.kind) == [.touched])
        #expect(applied.plan.drift.map(\.address) == [hook.address])
    }

    @Test func ofTheAuthHeaderTakenAwayIsMended() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL"
        let hook = Hook("leavers").auth(env: "SECRET")
        try await world.settle([hook])
        await world.org.edit("leavers") {
            $0.authHeader = nil
            $0.authValue = nil
        }

        let applied = try await world.apply([hook])
        #expect(applied.plan.changes.map(\.action) == [.update])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.named("leavers")?.authValue == "SENTINEL")
    }

    @Test func isRecordedOnlyForAddressesThatWereLookedAt() async throws {
        let world = World()
        let (a, b) = (Hook("a"), Hook("b"))
        try await world.settle([a, b])
        await world.org.edit("a") { $0.description = "theirs" }
        await world.org.edit("b") { $0.description = "theirs" }

        _ = try await world.apply([a, b], .init(targets: [a.address]))
        #expect(try await world.plan([a, b]).outcome.plan.drift.map(\.address) == [b.address])
    }
}
