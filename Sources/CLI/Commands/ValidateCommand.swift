import ArgumentParser
import JSON
import Kinds
import Manifests
import Rendering
import Vocabulary

struct ValidateCommand: ParsableCommand {
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

    func run() throws {
        let variables = try options.variableValues()
        let reading = try Workspace.read(options)
        let sources = reading.excerptSources
        var diagnostics = reading.diagnostics
        var addresses: Set<Address> = []
        var orgs = 0
        if let manifest = reading.manifest {
            for org in manifest.orgs where options.org == nil || options.org == org.name {
                let lowered = manifest.declarations(for: org, variables: variables)
                addresses.formUnion(lowered.resources.map(\.address))
                orgs += 1
                for diagnostic in lowered.diagnostics where !diagnostics.contains(diagnostic) {
                    diagnostics.append(diagnostic)
                }
            }
            if orgs == 0, case .unclear(let problem) = manifest.organisation(named: options.org) {
                diagnostics.append(problem)
            }
        }

        let console = options.console
        let failure = Failure(diagnostics, sources: sources)
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
