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
        let addresses = manifest.addresses
        let orgs = manifest.orgs.count

        let console = options.console
        let failure = Failure(diagnostics, sources: manifest.sources)
        if diagnostics.hasErrors { throw failure }
        switch format {
        case .json:
            console.print(["valid": true, "diagnostics": diagnosticsDocument(diagnostics)])
        case .text:
            console.show(failure)
            console.print(
                "Valid: \(addresses.count) \(addresses.count == 1 ? "resource" : "resources")"
                    + " for \(orgs) \(orgs == 1 ? "org" : "orgs").\n")
        }
    }
}
