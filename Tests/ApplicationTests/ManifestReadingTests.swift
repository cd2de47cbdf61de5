import Application
import Manifests
import Planning
import Testing
import Vocabulary

@testable import Fakes

@Suite("Reading the manifest")
struct ManifestReadingTests {
    private static let leavers = Address(kind: "event_hook", key: "leavers")

    @Test("a run reads each file once, whatever it needs the manifest for")
    func readsEachFileOnce() async throws {
        let scene = Scene()
        scene.write("include: [more.yaml]\n" + Scene.manifest())
        scene.write(
            "hook_keys:\n  signing: { name: signing }\n", to: "more.yaml")
        let run = scene.run()
        _ = try run.workspace()
        _ = try run.workspace(needsResources: false)
        #expect(try EveryOrg(run).addresses.count == 2)
        #expect(run.declaredAddresses.count == 2)
        _ = try await run.session().plan(PlanOrder())
        _ = ApplicationError.wrongKind(
            Address(kind: "", key: "leavers"), "is no key", run, among: { _ in true })
        #expect(scene.filesRead == ["tenterhook.yaml", "more.yaml"])
    }

    private typealias UseCase = @Sendable (Installation, Scene) async throws -> Void

    /// The use cases, each for an org that has the one hook of the manifest.
    private static let useCases: [String: UseCase] = [
        "plan": { run, _ in _ = try await run.session().plan(PlanOrder()) },
        "apply": { run, _ in try await apply(run) },
        "destroy": { run, _ in try await apply(run, PlanOrder(mode: .destroy)) },
        "verify": { run, _ in _ = try await run.session().verify([]) { _, _, _ in } },
        "adopt": { run, _ in
            _ = try await run.session().adopt([], provingSecrets: true) { _ in }
        },
        "import": { run, scene in
            try await scene.run(run.settings).forget([leavers])
            scene.startCounting()
            let id = try #require(await scene.org.named("leavers")?.id)
            _ = try await run.session().adopt(leavers, id: id)
        },
        "compare": { run, _ in _ = try await run.compare("prod", "test", targets: []) },
        "state list": { run, _ in _ = try await run.recordedState() },
        "state mv": { run, _ in
            try await run.move(leavers, to: Address(kind: "event_hook", key: "joiners"))
        },
        "state rm": { run, _ in try await run.forget([leavers]) },
        "state unlock": { run, _ in try await run.unlock(id: "x") },
    ]

    @Test("every use case reads the manifest once", arguments: useCases.keys.sorted())
    func everyUseCase(_ name: String) async throws {
        let scene = Scene(Scene.manifest("leavers", orgs: ["prod", "test"]))
        let chosen = RunSettings(org: "prod")
        try await apply(scene.run(chosen))
        scene.startCounting()
        let useCase = try #require(Self.useCases[name])
        try await useCase(scene.run(name == "compare" ? RunSettings() : chosen), scene)
        #expect(scene.filesRead == ["tenterhook.yaml"])
    }

    @Test("a missing manifest is a finding, and is looked for again")
    func missing() throws {
        let scene = Scene()
        scene.write(nil)
        let run = scene.run()
        let error = #expect(throws: ApplicationError.self) { try run.workspace() }
        #expect(error?.codes == ["manifest-missing"])
        #expect(run.declaredAddresses == [])
        #expect(scene.filesRead == [])
    }

    @Test("a mistake in the manifest is a finding in its sources")
    func mistake() throws {
        let scene = Scene("version: 1\nevent_hook: {}\n")
        let error = #expect(throws: ApplicationError.self) { try scene.run().workspace() }
        guard case .findings(let diagnostics, let sources)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(diagnostics.hasErrors)
        #expect(sources.keys.sorted() == ["tenterhook.yaml"])
    }

    @Test("several orgs need a choice, which the settings make before a saved plan does")
    func choice() throws {
        let scene = Scene(Scene.manifest("leavers", orgs: ["prod", "test"]))
        let error = #expect(throws: ApplicationError.self) { try scene.run().workspace() }
        #expect(error?.codes == ["org-required"])
        #expect(try scene.run().workspace(org: "test").org.name == "test")
        #expect(
            try scene.run(RunSettings(org: "prod")).workspace(org: "test").org.name == "prod")
    }

    @Test("the digest depends on the files, the org, and the values of variables")
    func digest() throws {
        let scene = Scene(Scene.manifest("leavers", orgs: ["prod", "test"]))
        func digest(_ org: String) throws -> String {
            try scene.run(RunSettings(org: org)).workspace().digest
        }
        let prod = try digest("prod")
        #expect(try digest("prod") == prod)
        #expect(try digest("test") != prod)
        scene.write(Scene.manifest("leavers", orgs: ["prod", "test"]) + "# more\n")
        #expect(try digest("prod") != prod)
    }
}

extension ApplicationError {
    /// The codes of the diagnostics.
    var codes: [String] {
        switch self {
        case .findings(let diagnostics, _): diagnostics.map(\.rule.id)
        case .request(let diagnostic), .usage(let diagnostic): [diagnostic.rule.id]
        default: []
        }
    }

    /// The first summary.
    var summary: String? {
        switch self {
        case .findings(let diagnostics, _): diagnostics.first?.summary
        case .request(let diagnostic), .usage(let diagnostic): diagnostic.summary
        default: nil
        }
    }
}
