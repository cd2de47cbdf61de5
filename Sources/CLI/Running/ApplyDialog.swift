import Application
import Manifests
import OktaOrg
import Planning
import Reconciling
import Rendering
import Vocabulary

/// The dialog of an apply or a destroy: shows the plan, asks, shows the progress, and reports.
struct ApplyDialog {
    let options: GlobalOptions
    let orgOptions: OrgOptionGroup
    let lockOptions: LockOptions
    let answers: Answers
    let use: UseOptions
    /// The file of the saved plan; nil if the command plans by itself.
    let file: String?
    let command: String

    /// - Parameter passingTests: Whether the tests of filters must pass before the org is asked.
    func run(_ order: PlanOrder, passingTests: Bool) async throws {
        let setup = try RunSetup(options, orgOptions.connection, lock: lockOptions)
        let workspace = try setup.installation.workspace(org: order.saved?.orgName)
        let warnings = passingTests ? try workspace.passTests(of: order.targets) : []
        let session = try await setup.installation.session(workspace, access: .manage)
        let audience = Audience(
            dialog: self, console: options.console, notices: setup.notices,
            reporter: ProgressReporter(console: options.console), testWarnings: warnings,
            isSaved: order.saved != nil)
        let report: ApplyReport
        do {
            report = try await session.apply(
                order, command: command, stop: ProcessEnvironment.stop, audience: audience)
        } catch ApplicationError.stalePlan(let staleness, let saved) {
            let isOneOfSeveral = options.org == nil && workspace.manifest.orgs.count > 1
            throw Failure(
                staleness, of: saved, in: file ?? "plan.json",
                org: isOneOfSeveral ? saved.orgName : nil)
        }
        switch report.verdict {
        case .complete: return
        case .unverified: throw Failure(.verificationFailed)
        case .partial: throw Failure(.partlyApplied)
        case .unauthorized: throw Failure(.refusedByOkta)
        }
    }

    /// The user at the terminal.
    private struct Audience: ApplyAudience {
        let dialog: ApplyDialog
        let console: Console
        let notices: Notices
        let reporter: ProgressReporter
        let testWarnings: [Diagnostic]
        let isSaved: Bool

        func approve(_ planned: PlanResult, in session: OrgSession) async throws {
            try console.show(planned, isKnown: isSaved, in: session, testWarnings: testWarnings)
            // Nothing is done that could not be shown.
            if Console.hasLostOutput { throw Failure(.error) }
            try ApplyQuestion(
                plan: planned.outcome.plan, answers: dialog.answers, use: dialog.use,
                command: dialog.command, file: dialog.file
            ).ask(console)
            Interrupts.listen(ProcessEnvironment.stop) { reporter.take(.stopping) }
            reporter.start()
            notices.pass(to: reporter)
        }

        func observe(_ event: ApplyEvent) { reporter.take(event) }

        func finish(_ report: ApplyReport, of plan: Plan) async {
            notices.pass(to: nil)
            await reporter.finish()
            if !plan.isEmpty || report.verdict != .complete {
                console.print(ApplyView(report, of: plan).text(console.output))
            }
        }
    }
}

extension Console {
    /// Shows a plan and its warnings, or ends the command.
    ///
    /// A plan that only a guard refuses is shown too, because the reader wants to see what the guard
    /// refused. A plan with other errors would be wrong.
    ///
    /// - Parameters:
    ///   - isKnown: Whether it's a saved plan, which was shown when it was made.
    ///   - testWarnings: The findings of the filters' tests.
    func show(
        _ result: PlanResult, as format: PlanView.Format = .text, isKnown: Bool = false,
        in session: OrgSession, testWarnings: [Diagnostic]
    ) throws {
        let workspace = session.workspace
        let diagnostics = workspace.warnings + testWarnings + result.outcome.diagnostics
        // Without a finding, no excerpt is needed.
        let failure = Failure(diagnostics, sources: diagnostics.isEmpty ? [:] : workspace.sources)
        if !diagnostics.hasOnlyGuards { throw failure }
        let view = PlanView(
            result.outcome.plan,
            refusal: diagnostics.hasErrors ? carried.completed(diagnostics) : [],
            usage: result.usage, whereUsed: result.whereUsed, isKnown: isKnown)
        print(view.render(format, style: output, seal: SavedPlan.seal))
        if !diagnostics.isEmpty { show(failure) }
        // All has been said, in the document as well.
        if diagnostics.hasErrors { throw Failure(failure.code) }
    }
}
