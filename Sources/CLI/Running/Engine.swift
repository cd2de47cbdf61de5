import HTTPTransport
import Kinds
import Manifests
import OktaOrg
import Planning
import Ports
import Reconciling
import Rendering
import Secrets
import State
import Vocabulary

/// What plan, apply, destroy and verify share: a workspace, its org, and the plan made of them.
struct Engine {
    let workspace: Workspace
    let connection: OrgConnection
    let knowledge: SecretKnowledge
    let console: Console
    let notices: Notices
    /// What is to be said of the tests that passed.
    private let testWarnings: [Diagnostic]

    /// - Parameters:
    ///   - access: what the command does to the org; a token is asked for no more.
    ///   - tests: whether the tests of what is targeted must pass before the org is asked.
    init(
        _ options: GlobalOptions, _ orgOptions: OrgOptionGroup, access: OrgAccess = .read,
        org planned: String? = nil, tests: Bool = false
    ) async throws {
        try await self.init(
            options, orgOptions.connection, access: access, org: planned,
            tested: tests ? orgOptions.targets : nil)
    }

    /// - Parameters:
    ///   - access: what the command does to the org; a token is asked for no more.
    ///   - needsResources: false for work on what the state knows, to which the manifest's resources
    ///     and the values of its variables do not matter.
    ///   - tested: the addresses whose tests must pass first, empty for all; nil to run none.
    init(
        _ options: GlobalOptions, _ connectionOptions: ConnectionOptions,
        access: OrgAccess = .read, org planned: String? = nil, needsResources: Bool = true,
        tested: [Address]? = nil
    ) async throws {
        HTTPClient.warmUp()
        console = options.console
        notices = Notices(console: console)
        let workspace = try Workspace(options, org: planned, needsResources: needsResources)
        self.workspace = workspace
        testWarnings = try tested.map { try workspace.passTests(of: $0) } ?? []
        let environment = ProcessEnvironment.variables
        let secrets = SystemSecrets(environment: environment)
        knowledge = SecretKnowledge(source: secrets, fingerprints: ScryptFingerprints())
        connection = try await OrgConnection(
            workspace.org, access: access, secrets: secrets, environment: environment,
            options: connectionOptions, verbose: options.verbose, notices: notices)
    }

    /// Makes a plan against a state; what speaks against it ends the command.
    func plan(
        mode: Plan.Mode, targets: [Address], state: RunState, saved: Plan? = nil,
        use: UseOptions? = nil
    ) async throws -> PlanResult {
        if saved == nil { try ensureKnown(targets, state) }
        let operation = PlanOperation(org: connection.client, knowledge: knowledge) { url, policy in
            endpointURLProblem(url, policy: policy, isSecret: true)
        }
        let request = PlanRequest(
            mode: mode, orgName: workspace.org.name, orgURL: connection.url,
            manifestDigest: workspace.digest, declarations: workspace.declarations,
            policy: workspace.manifest.policy, targets: targets,
            protected: workspace.manifest.protected,
            relocations: workspace.manifest.relocations, saved: saved)
        var result: PlanResult
        do throws(OrgError) {
            result = try await operation.run(request, snapshot: state.snapshot)
            if let use, use.whereUsed { try await find(use, for: &result, targets: targets) }
        } catch {
            throw Failure(error)
        }
        for line in result.settlements { console.say(console.errors.visible(line) + "\n") }
        return result
    }

    /// Refuses a target that stands nowhere before the org is asked.
    private func ensureKnown(_ targets: [Address], _ state: RunState) throws {
        let declared = workspace.declarations.map(\.address)
        let known = Set(declared).union(state.snapshot.resources.keys)
        let moved = workspace.manifest.relocations.moves.map(\.from)
        let unknown = targets.filter { !known.contains($0) && !moved.contains($0) }
        guard unknown.isEmpty else {
            throw Failure(
                unknown.map { .unknownTarget($0, among: known.sorted()) },
                sources: workspace.sources)
        }
    }

    /// Finds out what uses the objects of a plan, and holds the deletes against it.
    private func find(
        _ use: UseOptions, for result: inout PlanResult, targets: [Address]
    ) async throws(OrgError) {
        let live = Set(result.live.map(\.id))
        let objects = result.settled.resources.filter { address, resource in
            live.contains(resource.id) && (targets.isEmpty || targets.contains(address))
        }
        let whereUsed = try await WhereUsedOperation(org: connection.client).run(objects)
        result.whereUsed = whereUsed
        result.usage = await connection.client.usage()
        if !use.force {
            result.outcome.diagnostics += whereUsed.breaches(in: result.outcome.plan)
        }
    }

    /// Shows a plan as text. One that only a guard refuses is shown as well, for the reader wants to
    /// see what was refused; one with other errors would say what is not so.
    ///
    /// - Parameter wasShown: whether it is a saved one, which was shown when it was made.
    func show(_ result: PlanResult, wasShown: Bool = false) {
        guard result.outcome.diagnostics.hasOnlyGuards else { return }
        console.print(
            renderPlan(
                result.outcome.plan, usage: result.usage, whereUsed: result.whereUsed,
                wasShown: wasShown, style: console.output))
    }

    /// What the manifest and a plan give rise to. Errors end the command; warnings are shown.
    func check(_ result: PlanResult) throws {
        let diagnostics = workspace.warnings + testWarnings + result.outcome.diagnostics
        if diagnostics.hasErrors {
            throw Failure(diagnostics, sources: workspace.sources)
        }
        if !diagnostics.isEmpty {
            console.show(
                Failure(.done, .diagnostics(diagnostics, sources: workspace.sources)))
        }
    }
}

extension [Diagnostic] {
    /// Whether nothing among them is an error but what a guard refuses.
    var hasOnlyGuards: Bool { allSatisfy { $0.severity != .error || $0.isGuard } }
}
