import JSON
import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Secrets")
struct SecretTests {
    static let secretValue = AttributePath("channel.config.authScheme.value")

    @Test func aNewValueIsWritten() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL one"
        let hook = Hook("leavers").auth(env: "SECRET")
        try await world.settle([hook])

        world.secrets["SECRET"] = "SENTINEL two"
        let applied = try await world.apply([hook])
        let change = try #require(applied.plan.changes.first)
        #expect(change.before[Self.secretValue] != change.after[Self.secretValue])
        #expect(applied.report.verdict == .complete)
        #expect(await world.org.named("leavers")?.authValue == "SENTINEL two")
        #expect(try await world.plan([hook]).outcome.plan.isEmpty)
    }

    @Test func theSameValueIsNoChangeAndCostsNoNewFingerprint() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL"
        world.secrets["URL"] = "https://SENTINEL.example"
        let hook = Hook("leavers").auth(env: "SECRET").header("X-Key", env: "SECRET")
            .url(env: "URL")
        try await world.settle([hook])
        let made = world.fingerprints.made

        let plan = try await world.plan([hook]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
        #expect(world.fingerprints.made == made)
    }

    @Test func sharedByHooksIsFingerprintedOnce() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL"
        try await world.settle((1...5).map { Hook("h\($0)").auth(env: "SECRET") })
        #expect(world.fingerprints.made == 1)
    }

    /// One salt for all: a rotated secret is compared with the old one and recorded by one hash.
    @Test func aRotatedSecretIsHashedOnceAndNewOnesGetTheRecordedSalt() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL one"
        try await world.settle([Hook("leavers").auth(env: "SECRET")])
        let before = world.fingerprints.hashes.count

        world.secrets["SECRET"] = "SENTINEL two"
        world.secrets["OTHER"] = "SENTINEL other"
        let hooks = [Hook("leavers").auth(env: "SECRET"), Hook("movers").auth(env: "OTHER")]
        _ = try await world.plan(hooks)
        #expect(world.fingerprints.hashes.count == before + 2)

        _ = try await world.apply(hooks)
        let prints = try await world.snapshot.resources.values.compactMap { resource in
            if case .secret(let print)? = resource.attributes[Self.secretValue] {
                print
            } else {
                nil
            }
        }
        #expect(prints.count == 2)
        #expect(Set(prints.map(\.parameters.salt)).count == 1)
    }

    @Test func thatCannotBeHadIsAnErrorWithItsReference() async throws {
        let world = World()
        let outcome = try await world.plan([Hook("leavers").auth(env: "MISSING")]).outcome
        #expect(outcome.diagnostics.map(\.rule.id) == ["secret-unavailable"])
        #expect(outcome.diagnostics[0].detail.contains("env MISSING"))
    }

    /// Okta shows URLs and headers in clear, so that secrets come back with every list.
    @Test(arguments: ["nothing", "env", "live", "manifest", "undeclared", "plain", "deleted"])
    func thatOktaShowsAreNowhereInPlanOrState(_ moves: String) async throws {
        let world = World()
        world.secrets["URL"] = "https://SENTINEL.example/one"
        world.secrets["KEY"] = "SENTINEL one"
        var hook = Hook("leavers").url(env: "URL").header("X-Key", env: "KEY").auth(env: "KEY")
        try await world.settle([hook])
        var hooks = [hook]
        switch moves {
        case "env":
            world.secrets["URL"] = "https://SENTINEL.example/two"
            world.secrets["KEY"] = "SENTINEL two"
        case "live":
            await world.org.edit("leavers") {
                $0.url = "https://SENTINEL.example/theirs"
                $0.headers[0].value = "SENTINEL theirs"
            }
        case "manifest":
            world.secrets["OTHER"] = "https://SENTINEL.example/other"
            hook = hook.url(env: "OTHER").header("X-Key", env: "OTHER").description("new")
            hooks = [hook]
        case "undeclared": hooks = [Hook("leavers", url: "https://plain.example").auth(env: "KEY")]
        case "plain": hooks = [hook.url("https://plain.example").header("X-Key", "plain")]
        case "deleted": hooks = []
        default: break
        }

        let applied = try await world.apply(hooks)
        #expect(!FakeSecrets.areIn(applied.plan.json.bytes()))
        #expect(applied.report.verdict == .complete)
        #expect(await world.backend.leaks == 0)
        #expect(try await world.plan(hooks).outcome.plan.isEmpty)
    }

    @Test func thatOktaShowsStaySecretWhenARunDiedBeforeTheirHookWasDeleted() async throws {
        for death in (1...4).flatMap({ [Lifeline.Death.beforeRequest($0), .afterRequest($0)] }) {
            let world = World()
            world.secrets["URL"] = "https://SENTINEL.example/one"
            let hook = Hook("leavers").url(env: "URL").header("X-Key", env: "URL")
            try await world.settle([hook])
            _ = try? await world.apply([], .init(life: Lifeline(death)))

            // The next run settles what was left open before it does anything else.
            let applied = try await world.apply([])
            #expect(!FakeSecrets.areIn(applied.plan.json.bytes()), "\(death)")
            #expect(await world.backend.leaks == 0, "\(death)")
        }
    }

    @Test func aValueThatBecameASecretAndStaysWhatItWasIsNoChange() async throws {
        let world = World()
        world.secrets["URL"] = "https://plain.example"
        try await world.settle([Hook("leavers", url: "https://plain.example")])
        let plan = try await world.plan([Hook("leavers").url(env: "URL")]).outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func aValueThatBecameAnotherAndSecretIsAChangeAndNoDrift() async throws {
        let world = World()
        world.secrets["URL"] = "https://SENTINEL.example"
        try await world.settle([Hook("leavers", url: "https://plain.example")])
        let plan = try await world.plan([Hook("leavers").url(env: "URL")]).outcome.plan
        #expect(plan.changes.map(\.action) == [.update])
        #expect(plan.drift.isEmpty)
    }

    @Test func aSecretThatBecamePlainAndStaysWhatItWasIsNoChange() async throws {
        let world = World()
        world.secrets["URL"] = "https://plain.example"
        try await world.settle([Hook("leavers").url(env: "URL")])
        let plan = try await world.plan([Hook("leavers", url: "https://plain.example")])
            .outcome.plan
        #expect(plan.isEmpty && plan.drift.isEmpty)
    }

    @Test func thatNobodyHasSeenIsTakenToBeTheDeclaredOne() async throws {
        let world = World()
        world.secrets["SECRET"] = "SENTINEL"
        let hook = Hook("leavers").auth(env: "SECRET")
        try await world.settle([hook])
        try await world.rewrite {
            $0.resources[hook.address]?.attributes[Self.secretValue] = .unknown
        }

        #expect(try await world.plan([hook]).outcome.plan.isEmpty)
        // The next write sends it, and from then on it is known.
        _ = try await world.apply([hook.description("new")])
        let recorded = try await world.snapshot.resources[hook.address]
        #expect(recorded?.attributes[Self.secretValue] != .unknown)
    }
}
