import Application
import ArgumentParser
import JSON
import Rendering
import Vocabulary

struct ValidateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check the manifest, offline.",
        discussion: """
            Everything that can be known without the org and without secrets: syntax, names, types, \
            references, event types, limits, URLs, policy; for every org, or for the one named.

              tenterhook validate
              tenterhook validate --format json
            """)

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup(title: "Global options") var options: GlobalOptions

    var outputFormat: OutputFormat { format }
    var failureMembers: JSONObject { JSONObject([("valid", .bool(false))]) }

    func run() throws {
        let manifest = try EveryOrg(try RunSetup(options).installation)
        var diagnostics = manifest.diagnostics
        if !diagnostics.hasErrors {
            var tests = FilterTestRun()
            for org in manifest.orgs { tests.put(org.declarations, of: org.name) }
            diagnostics += tests.diagnostics
        }
        let console = options.console
        let failure = Failure(diagnostics, sources: manifest.sources)
        if diagnostics.hasErrors { throw failure }
        if format == .text { console.show(failure) }
        let view = ValidationView(
            resources: manifest.addresses.count, orgs: manifest.orgs.count, warnings: diagnostics)
        console.print(view.render(format, style: console.output))
    }
}
