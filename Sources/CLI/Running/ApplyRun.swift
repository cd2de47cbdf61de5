import ArgumentParser
import Manifests
import OktaOrg
import Planning
import Ports
import Reconciling
import Rendering

/// One apply or destroy, from the lock to the exit code.
struct ApplyRun {
    let options: GlobalOptions
    let orgOptions: OrgOptionGroup
    let lockOptions: LockOptions
    let answers: Answers
    let use: UseOptions
    /// The plan that is to be applied exactly; nil to plan now.
    let saved: Plan?
    /// The file that it was read from.
    let file: String?
    let mode: Plan.Mode
    /// Whether the tests of filters must pass first.
    let tests: Bool
    let command: String

    func run() async throws {
        let engine = try await Engine(
            options, orgOptions, access: .manage, org: saved?.orgName, tests: tests)
        let backend = try RunState.backend(for: engine.workspace)
        let verdict = try await RunState.locked(
            backend, command: command, waiting: (lockOptions.lockTimeout, engine.console)
        ) {
            try await apply(engine, backend)
        }
        switch verdict {
        case .complete: return
        case .unverified: throw Failure(.verificationFailed)
        case .partial: throw Failure(.partlyApplied)
        case .unauthorized: throw Failure(.refusedByOkta)
        }
    }

    private func apply(
        _ engine: Engine, _ backend: any StateBackend
    ) async throws -> ApplyReport.Verdict {
        let console = engine.console
        let state = try await RunState(
            backend: backend, orgURL: engine.connection.url, lineage: saved?.stateLineage)
        let result = try await engine.plan(
            mode: mode, targets: saved?.targets ?? orgOptions.targets, state: state, saved: saved,
            use: use)
        let plan = result.outcome.plan
        if let saved, let staleness = Staleness.of(saved, against: plan) {
            switch staleness {
            case .moved, .secretChanged, .otherChanges:
                // What is wrong tells more: where a secret cannot be had, it seems to have moved.
                if !result.outcome.diagnostics.hasOnlyGuards { try engine.check(result) }
            case .otherOrg, .manifestEdited, .stateMoved, .otherState: break
            }
            var words = describe(staleness, of: saved, in: file ?? "plan.json")
            if options.org == nil, engine.workspace.manifest.orgs.count > 1 {
                words.commands = words.commands.map { "\($0) --org \(shellWord(saved.orgName))" }
            }
            throw Failure(.stalePlan, .explanation(words))
        }
        engine.show(result, wasShown: saved != nil)
        try engine.check(result)
        // Nothing is done that could not be shown.
        if Console.hasLostOutput { throw Failure(.error) }
        try ApplyQuestion(plan: plan, answers: answers, use: use, command: command, file: file)
            .ask(console)

        let stop = ProcessEnvironment.stop
        let reporter = ProgressReporter(console: console)
        Interrupts.listen(stop) { reporter.take(.stopping) }
        reporter.start()
        engine.notices.pass(to: reporter)
        let operation = ApplyOperation(
            org: engine.connection.client, store: state.store(), knowledge: engine.knowledge,
            surroundings: ProcessEnvironment.surroundings, parallelism: orgOptions.parallelism,
            stop: stop, observe: { reporter.take($0) })
        let report = await operation.run(result)
        engine.notices.pass(to: nil)
        await reporter.finish()
        if !plan.isEmpty || report.verdict != .complete {
            console.print(renderReport(report, plan: plan, style: console.output))
        }
        return report.verdict
    }
}
