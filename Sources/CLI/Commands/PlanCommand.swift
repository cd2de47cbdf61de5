import ArgumentParser
import JSON
import Planning
import Ports
import Reconciling
import Rendering
import Vocabulary

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what apply would do.",
        discussion: """
            Reads the org, one request a kind, and writes nothing. What was changed in the org \
            behind the manifest's back stands first, as drift.

              tenterhook plan
              tenterhook plan --out plan.json && tenterhook apply plan.json
              tenterhook plan --detailed-exitcode     exit code 2 when changes are pending
              tenterhook plan --format json | jq '.resource_changes[].change.actions'
            """)

    @OptionGroup(title: "Options of plan") var planOptions: PlanOptions
    @OptionGroup(title: "Options of plan") var tests: TestOptions
    @OptionGroup(title: "Options of plan") var use: UseOptions
    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    struct PlanOptions: ParsableArguments {
        @Option(help: ArgumentHelp("Save the plan, for apply.", valueName: "file"))
        var out: String?

        @Flag(help: "Exit with 2 when changes are pending.")
        var detailedExitcode = false

        @Flag(help: "Plan to delete everything that is managed.")
        var destroy = false

        @Option(help: "text, or json: Terraform's plan representation.")
        var format: OutputFormat = .text
    }

    func run() async throws {
        if let out = planOptions.out { try SavedPlan.ensurePlace(out) }
        let engine = try await Engine(
            options, orgOptions, tests: !tests.noTests && !planOptions.destroy)
        let backend = try RunState.backend(for: engine.workspace)
        let state = try await RunState(backend: backend, orgURL: engine.connection.url)
        try await state.tellOfOtherRun(engine.console)
        let result = try await engine.plan(
            mode: planOptions.destroy ? .destroy : .apply, targets: orgOptions.targets,
            state: state, use: use)
        let plan = result.outcome.plan

        switch planOptions.format {
        case .text: engine.show(result)
        case .json:
            if !result.outcome.diagnostics.hasErrors {
                engine.console.print(SavedPlan.document(plan, whereUsed: result.whereUsed))
            }
        }
        try engine.check(result)
        if let out = planOptions.out {
            try SavedPlan.write(plan, to: out)
            let apply = options.console.carried.completed("tenterhook apply \(shellWord(out))")
            engine.console.say("Saved to \(out). Apply it with: \(apply)\n")
        }
        if planOptions.detailedExitcode, !plan.isEmpty {
            throw ExitCode(ExitStatus.changesPending.rawValue)
        }
    }
}
