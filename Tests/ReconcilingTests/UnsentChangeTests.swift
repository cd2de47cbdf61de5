import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

/// All changes of a stage are announced before the first one is sent. The plan after a crash must not
/// take an announcement that wasn't sent for something that happened.
@Suite("An announced change that wasn't sent")
struct UnsentChangeTests {
    /// Applies hooks in a run that dies after it announced their changes and before it sent one.
    private func announce(_ hooks: [Hook], in world: World) async throws {
        _ = try? await world.apply(hooks, .init(life: Lifeline(.afterPut(1))))
        #expect(try await !world.snapshot.intents.isEmpty)
        #expect(await world.org.requests.allSatisfy { $0.verb == .list })
    }

    @Test func leavesDriftOfAValueVisible() async throws {
        let world = World()
        let hook = Hook("a").description("ours")
        try await world.settle([hook])
        await world.org.edit("a") { $0.description = "theirs" }
        try await announce([hook], in: world)

        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.drift.map(\.kind) == [.changed])
        #expect(plan.drift.first?.recorded["description"] == .text("ours"))
    }

    /// Okta drops the verification when somebody changes the URL.
    @Test func leavesDriftOfAValueAndItsVerificationVisible() async throws {
        let world = World()
        let hook = Hook("a")
        try await world.settle([hook])
        await world.org.edit("a") {
            $0.url = "https://theirs.example"
            $0.isVerified = false
        }
        try await announce([hook], in: world)

        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.drift.map(\.kind) == [.changed])
        #expect(
            plan.drift.first?.recorded["channel.config.uri"] == .text("https://a.example/hook"))
        #expect(plan.drift.first?.recordedVerified == true)
        #expect(plan.changes.map(\.action) == [.update])
    }

    @Test func isNotDriftWhenItAddsASecret() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL one"
        let hook = Hook("a")
        try await world.settle([hook])
        let wanted = hook.auth(env: "SECRET")
        try await announce([wanted], in: world)

        let plan = try await world.plan([wanted]).outcome.plan
        #expect(plan.drift == [])
        #expect(plan.changes.map(\.action) == [.update])
    }

    @Test func isNotLeftOpenWhenItsSecretIsMissing() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL one"
        let hook = Hook("a").auth(env: "SECRET")
        let planned = try await world.plan([hook])
        // Another process, which hasn't resolved the secret.
        let report = try await world.carryOut(planned)
        #expect(
            report.results[hook.address]
                == .failed(.create, .missingSecret(SecretTests.secretValue)))
        #expect(await world.org.requests.allSatisfy { $0.verb == .list })
        #expect(try await world.snapshot.intents == [:])
    }
}
