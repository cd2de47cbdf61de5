import Application
import Kinds
import OktaOrg
import Planning
import Ports
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Use cases that ask the org")
struct OrgUseCaseTests {
    private let leavers = Address(kind: "event_hook", key: "leavers")

    @Test("the org's URL and the token may come from the environment")
    func environment() async throws {
        let scene = Scene("version: 1\nevent_hooks: {}\n")
        func url(_ environment: [String: String]) async throws -> String {
            try await scene.run(environment: environment).session().url
        }
        let token = ["OKTA_API_TOKEN": "t"]
        #expect(
            try await url(token.merging(["OKTA_ORG_NAME": "acme"]) { $1 })
                == "https://acme.okta.com")
        #expect(
            try await url(
                token.merging(["OKTA_ORG_NAME": "acme", "OKTA_CLIENT_ORGURL": Scene.url]) { $1 })
                == Scene.url)
        let noURL = await #expect(throws: ApplicationError.self) { try await url(token) }
        #expect(noURL?.summary == "Org URL missing")
        let noToken = await #expect(throws: ApplicationError.self) {
            try await url(["OKTA_ORG_NAME": "acme"])
        }
        #expect(noToken?.summary == "Credentials missing")
        guard case .request(let problem)? = noToken else { return }
        #expect(
            problem.notes.last == "It is for signing in to default (https://acme.okta.com).")
    }

    @Test("every named hook is verified, and the outcome is recorded")
    func verify() async throws {
        let scene = Scene(Scene.manifest("leavers", "joiners"))
        try await apply(scene.run())
        await scene.org.edit("leavers") { $0.isVerified = false }
        let result = try await scene.run().session(access: .manage)
            .verify([leavers, leavers]) { _, _, _ in }
        #expect(result.outcomes == [leavers: .verified])
        #expect(await scene.org.named("leavers")?.isVerified == true)
        let unknown = await #expect(throws: ApplicationError.self) {
            try await scene.run().session(access: .manage)
                .verify([Address(kind: "event_hook", key: "none")]) { _, _, _ in }
        }
        #expect(unknown?.summary == "Not in the state")
    }

    @Test("objects are adopted by name, and the next plan is empty")
    func adopt() async throws {
        let scene = Scene(Scene.manifest("leavers", "joiners"))
        await scene.org.seed(FakeHook(name: "leavers", url: "https://leavers.example/hook"))
        var adopted: [Address] = []
        let proofs = try await scene.run().session().adopt([], provingSecrets: false) {
            adopted = $0.adopted.keys.sorted()
        }
        #expect(proofs == nil)
        #expect(adopted == [leavers])
        #expect(await scene.org.requests.allSatisfy(\.isRead))
        // A named object must be in the org.
        let missing = await #expect(throws: ApplicationError.self) {
            _ = try await scene.run().session().adopt(
                [Address(kind: "event_hook", key: "joiners")], provingSecrets: false
            ) { _ in }
        }
        guard case .findings? = missing else {
            Issue.record("\(String(describing: missing))")
            return
        }
    }

    @Test("one object is imported by its id, at a declared address")
    func importByID() async throws {
        let scene = Scene()
        let id = await scene.org.seed(
            FakeHook(name: "another name", url: "https://leavers.example/hook"))
        let report = try await scene.run().session().adopt(leavers, id: id)
        #expect(report.adopted.keys.sorted() == [leavers])
        #expect(try await scene.run().recordedState().resource(leavers).id == id)
        let undeclared = await #expect(throws: ApplicationError.self) {
            try await scene.run().session().adopt(
                Address(kind: "event_hook", key: "unknown"), id: id)
        }
        #expect(undeclared?.summary == "Not declared in the manifest")
    }

    @Test("two orgs that are the same have no differences, and a failure names its org")
    func compare() async throws {
        let scene = Scene(Scene.manifest("leavers", orgs: ["prod", "test"]))
        try await apply(scene.run(RunSettings(org: "prod")))
        let comparison = try await scene.run().compare("prod", "test", targets: [])
        #expect(comparison.isEmpty)
        await scene.org.startCounting(faults: [2: .unauthorized])
        await #expect(
            throws: ApplicationError.inOrg(
                "test", .org(OrgFault.unauthorized.error(isRead: true)))
        ) {
            try await scene.run().compare("prod", "test", targets: [])
        }
    }

    @Test("a hook key is read with its public half on request")
    func hookKey() async throws {
        let scene = Scene(
            "version: 1\norgs:\n  prod:\n    url: \(Scene.url)\n    "
                + "auth: { api_token: { env: TOKEN } }\nhook_keys:\n  signing: { name: signing }\n")
        try await apply(scene.run())
        let address = Address(kind: "hook_key", key: "signing")
        let session = try await scene.run().session(needsResources: false)
        #expect(
            try await session.hookKey(address, .hookKey, withPublicHalf: false)?.publicHalf == nil)
        #expect(
            try await session.hookKey(address, .hookKey, withPublicHalf: true)?.publicHalf != nil)
        await scene.org.remove(.hookKey, "signing")
        #expect(try await session.hookKey(address, .hookKey, withPublicHalf: true) == nil)
    }
}
