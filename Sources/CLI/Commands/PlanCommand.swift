import Application
import ArgumentParser
import Planning
import Reconciling
import Rendering
import Vocabulary

struct PlanCommand: Command {
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
    static let asksOrg = true

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
        var format: PlanView.Format = .text
    }

    var outputFormat: OutputFormat { planOptions.format == .json ? .json : .text }

    func run() async throws {
        if let out = planOptions.out { try SavedPlan.ensurePlace(out) }
        let installation = try RunSetup(options, orgOptions.connection).installation
        let workspace = try installation.workspace()
        let runsTests = !tests.noTests && !planOptions.destroy
        let warnings = runsTests ? try workspace.passTests(of: orgOptions.targets) : []
        let session = try await installation.session(workspace)
        let result = try await session.plan(
            PlanOrder(
                mode: planOptions.destroy ? .destroy : .apply, targets: orgOptions.targets,
                whereUsed: use.whereUsed, force: use.force))
        let plan = result.outcome.plan

        let console = options.console
        try console.show(result, as: planOptions.format, in: session, testWarnings: warnings)
        if let out = planOptions.out {
            try SavedPlan.write(plan, to: out)
            let apply = console.carried.completed("tenterhook apply \(shellWord(out))")
            console.sayLine("Saved to \(out). Apply it with: \(apply)")
        }
        if planOptions.detailedExitcode, !plan.isEmpty {
            throw ExitCode(ExitStatus.changesPending.rawValue)
        }
    }
}
