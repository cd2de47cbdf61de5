import Kinds
import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Proving a secret that was never seen")
struct ProveTests {
    private static let path = AttributePath("channel.config.authScheme.value")
    private let hook = Hook("leavers").header("X-Team", "identity").auth(env: "KEPT")
    private let kept = FakeSecrets.value(of: "KEPT")

    /// A world in which the hook was adopted.
    private func world(_ hooks: [any Declared]? = nil) async throws -> World {
        let hooks = hooks ?? [hook]
        let world = World()
        for name in ["KEPT", "OTHER"] { world.secrets[name] = FakeSecrets.value(of: name) }
        try await world.settle(hooks)
        try await world.forgetAll()
        try await world.adopt(hooks)
        await world.org.startCounting()
        return world
    }

    private func prove(
        _ world: World, _ probe: FakeProbe, _ wanted: Hook? = nil
    ) async throws -> Proof? {
        let wanted = wanted ?? hook
        let report = try await world.prove([wanted], probe)
        #expect(report.problems.isEmpty)
        #expect(await world.org.requests.allSatisfy(\.isRead))
        #expect(await world.backend.leaks == 0)
        let isKnown = try await world.snapshot.resources[wanted.address]?.unknownSecrets.isEmpty
        #expect(isKnown == report.provesAny)
        return report.proofs[wanted.address]?[Self.path]
    }

    @Test func theRightOneTakenAndAnotherRefusedIsAProof() async throws {
        let world = try await world()
        let probe = FakeProbe.taking(kept)
        let proof = try await prove(world, probe)
        let print = try #require(proof?.fingerprint)
        #expect(world.fingerprints.matches(Secret(kept), print))
        #expect(
            probe.challenges.map(\.url)
                == [hook, hook].map { _ in
                    Secret("https://leavers.example/hook")
                })
        #expect(
            probe.challenges.map { $0.headers.map(\.name) } == [
                ["X-Team", "Authorization"], ["X-Team", "Authorization"],
            ])
        #expect(Set(probe.challenges.map(\.token)).count == 2)
        // Known from now on: there is nothing to do, and another one is a change.
        #expect(try await world.plan([hook]).outcome.plan.unseen == [])
        let rotated = hook.auth(env: "OTHER")
        #expect(try await world.plan([rotated]).outcome.plan.changes.map(\.action) == [.update])
        #expect(try await world.prove([hook], probe).proofs == [:])
    }

    @Test func anEndpointThatTakesAnythingProvesNothing() async throws {
        let probe = FakeProbe { _, _ in .passed }
        #expect(try await prove(try await world(), probe) == .takesAnything)
    }

    @Test func theWrongOneIsRefused() async throws {
        let probe = FakeProbe.taking("another")
        #expect(
            try await prove(try await world(), probe)
                == .refused(detail: "It answered with status 401."))
        // Nothing made up is sent to an endpoint that does not know us.
        #expect(probe.challenges.allSatisfy { $0.headers.last?.value.reveal() == kept })
    }

    @Test(
        "a mishap is no refusal", arguments: [200, 302, 408, 429, 500, 503])
    func aMishapIsNoRefusal(_ status: Int) async throws {
        let probe = FakeProbe.taking(kept, else: status)
        #expect(
            try await prove(try await world(), probe)
                == .unclear(detail: "It answered with status \(status)."))
    }

    @Test func oneFailureIsForgivenAsOktaDoes() async throws {
        let kept = kept
        let probe = FakeProbe { challenge, number in
            if number == 1 { return .unanswered(detail: "No answer came.") }
            return challenge.headers.last?.value.reveal() == kept
                ? .passed : .failed(status: 403, detail: "")
        }
        #expect(try await prove(try await world(), probe)?.fingerprint != nil)
        #expect(probe.challenges.count == 3)
    }

    @Test func nothingIsSentWhereItWouldSayNothing() async throws {
        let probe = FakeProbe { _, _ in .passed }
        let unverified = try await world()
        await unverified.org.edit("leavers") { $0.isVerified = false }
        #expect(try await prove(unverified, probe) == .notVerified)

        let moved = hook.url("https://elsewhere.example/hook")
        #expect(
            try await prove(try await world(), probe, moved)
                == .otherChannel(AttributePath("channel.config.uri")))
        let renamed = hook.auth("X-Key", env: "KEPT")
        #expect(
            try await prove(try await world(), probe, renamed)
                == .otherChannel(AttributePath("channel.config.authScheme.key")))
        let headed = hook.header("X-More", "1")
        #expect(
            try await prove(try await world(), probe, headed)
                == .otherChannel(AttributePath("channel.config.headers", key: "X-More")))

        #expect(try await prove(try await world(), probe, Hook("leavers")) == .notDeclared)
        let gone = try await world()
        await gone.org.remove("leavers")
        #expect(try await prove(gone, probe) == .missing)
        #expect(probe.challenges.isEmpty)
    }

    @Test func aKindWithoutAChallengeIsNotAsked() async throws {
        let inline = Resource.http("enrich", env: "KEPT")
        let client = Resource.oauth("client", env: "OTHER")
        let world = try await world([inline, client])
        let probe = FakeProbe { _, _ in .passed }
        let report = try await world.prove([inline, client], probe)
        #expect(report.proofs[inline.address] == [Self.path: .notAskable])
        #expect(
            report.proofs[client.address]
                == [AttributePath("channel.config.clientSecret"): .notAskable])
        #expect(probe.challenges.isEmpty)
    }

    @Test func aSecretURLIsAskedToo() async throws {
        let secret = Hook("secret").url(env: "OTHER").auth(env: "KEPT")
        let world = try await world([secret])
        let probe = FakeProbe.taking(kept)
        #expect(try await prove(world, probe, secret)?.fingerprint != nil)
        #expect(probe.challenges[0].url.reveal() == FakeSecrets.value(of: "OTHER"))
    }

    @Test func hooksThatShareAnEndpointShareTheAnswer() async throws {
        let hooks = ["a", "b", "c"].map {
            Hook($0).url("https://shared.example/hook").auth(env: "KEPT")
        }
        let world = try await world(hooks)
        let probe = FakeProbe.taking(kept)
        let report = try await world.prove(hooks, probe)
        #expect(report.proofs.count == 3 && probe.challenges.count == 2)
        #expect(try await world.plan(hooks).outcome.plan.unseen == [])
    }

    @Test func aSecretThatIsNotToBeHadIsTold() async throws {
        let world = try await world()
        world.secrets["KEPT"] = nil
        let probe = FakeProbe { _, _ in .passed }
        let report = try await world.prove([hook], probe)
        #expect(report.problems.map(\.rule.id) == ["secret-unavailable"])
        #expect(report.proofs.isEmpty && probe.challenges.isEmpty)
    }
}
