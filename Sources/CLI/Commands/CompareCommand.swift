import Application
import ArgumentParser
import Planning
import Rendering

struct CompareCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Show what differs between two orgs beyond their vars.",
        discussion: """
            Looks at the same addresses in two orgs of the manifest. What their vars make differ is \
            left out; what was changed by hand in one of them, is there in one only, or is verified \
            in one only is shown. Reads both orgs, one request a kind, and writes nothing. Exit \
            code 2 when they differ.

              tenterhook compare preview prod
              tenterhook compare preview prod --format json
            """)
    static let asksOrg = true

    @Argument(help: ArgumentHelp("An org, by its name in the manifest.", valueName: "org"))
    var first: String

    @Argument(help: ArgumentHelp("The org to compare it with.", valueName: "other-org"))
    var second: String

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func validate() throws {
        if options.org != nil {
            throw ValidationError("compare names its two orgs itself; leave --org out.")
        }
        if first == second { throw ValidationError("An org is not compared with itself.") }
    }

    var outputFormat: OutputFormat { format }

    func run() async throws {
        let installation = try RunSetup(options, orgOptions.connection).installation
        let comparison = try await installation.compare(
            first, second, targets: orgOptions.targets)
        let console = options.console
        console.print(ComparisonView(comparison).render(format, style: console.output))
        if !comparison.isEmpty { throw ExitCode(ExitStatus.changesPending.rawValue) }
    }
}
