import Kinds
import Manifests
import OktaOrg
import Planning
import Ports
import Reconciling
import Rendering
import Secrets
import StateFile
import Vocabulary

/// What plan, apply, destroy and verify share: a workspace, its org, and the plan made of them.
struct Engine {
    let workspace: Workspace
    let connection: OrgConnection
    let knowledge: SecretKnowledge
    let console: Console
    let notices: Notices

    init(_ options: GlobalOptions, _ orgOptions: OrgOptionGroup, org planned: String? = nil)
        async throws
    {
        console = options.console
        notices = Notices(console: console)
        workspace = try Workspace(options, org: planned)
        let environment = ProcessEnvironment.variables
        let secrets = SystemSecrets(environment: environment)
        knowledge = SecretKnowledge(source: secrets, fingerprints: ScryptFingerprints())
        connection = try await OrgConnection(
            workspace.org, secrets: secrets, environment: environment, options: orgOptions,
            verbose: options.verbose, notices: notices)
    }

    /// Makes a plan against a state; what speaks against it ends the command.
    func plan(
        mode: Plan.Mode, targets: [Address], state: RunState, saved: Plan? = nil
    ) async throws -> PlanResult {
        let operation = PlanOperation(org: connection.client, knowledge: knowledge) { url, policy in
            endpointURLProblem(url, policy: policy, isSecret: true)
        }
        let request = PlanRequest(
            mode: mode, orgName: workspace.org.name, orgURL: connection.url,
            manifestDigest: workspace.digest, declarations: workspace.declarations,
            policy: workspace.manifest.policy, targets: targets,
            protected: workspace.manifest.protected,
            relocations: workspace.manifest.relocations, saved: saved)
        let result: PlanResult
        do throws(OrgError) {
            result = try await operation.run(request, snapshot: state.snapshot)
        } catch {
            throw Failure(error)
        }
        for line in result.settlements { console.say(console.errors.visible(line) + "\n") }
        return result
    }

    /// Shows a plan as text. One that only a guard refuses is shown as well, for the reader wants to
    /// see what was refused; one with other errors would say what is not so.
    func show(_ result: PlanResult) {
        guard result.outcome.diagnostics.hasOnlyGuards else { return }
        console.print(
            renderPlan(result.outcome.plan, usage: result.usage, style: console.output))
    }

    /// What the manifest and a plan give rise to. Errors end the command; warnings are shown.
    func check(_ result: PlanResult) throws {
        let diagnostics = workspace.warnings + result.outcome.diagnostics
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
