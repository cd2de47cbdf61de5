import Application
import ArgumentParser
import Kinds
import Rendering
import Vocabulary

struct TestCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the tests of filters in the manifest, offline.",
        discussion: """
            Puts the events under `tests:` of each hook to its filters, for every org or for the \
            one named. Exit code 1 when a test fails; then it is told which part of the filter \
            came to what.

              tenterhook test
              tenterhook test event_hook.leavers
              tenterhook test --format junit > report.xml
            """)

    @Argument(help: "The hooks; all by default.")
    var addresses: [Address] = []

    @Option(help: "text, json or junit.")
    var format: FilterTestView.Format = .text

    @OptionGroup(title: "Global options") var options: GlobalOptions

    var outputFormat: OutputFormat { format == .json ? .json : .text }

    func run() throws {
        let console = options.console
        let manifest = try EveryOrg(try RunSetup(options).installation)
        if manifest.diagnostics.hasErrors {
            throw Failure(manifest.diagnostics, sources: manifest.sources)
        }
        for address in addresses { try check(address, in: manifest) }
        var run = FilterTestRun()
        for org in manifest.orgs { run.put(org.declarations, of: org.name, chosen: addresses) }
        if run.diagnostics.hasErrors {
            throw Failure(run.diagnostics, sources: manifest.sources)
        }
        if !run.diagnostics.isEmpty {
            console.show(Failure(run.diagnostics, sources: manifest.sources))
        }
        console.print(FilterTestView(run.report).render(format, style: console.output))
        if run.report.failures > 0 { throw Failure(.error) }
    }

    /// Of a hook that is named, there must be something to test.
    private func check(_ address: Address, in manifest: EveryOrg) throws {
        guard manifest.addresses.contains(address) else {
            let near = nearestAddress(to: address, among: manifest.addresses)
            throw Failure(
                .error, .notInManifest,
                [
                    "The manifest does not declare `\(address)`."
                        + (near.map { " Did you mean `\($0)`?" } ?? "")
                ])
        }
        let isTested = manifest.orgs.contains { org in
            org.declarations.contains { $0.address == address && !$0.tests.isEmpty }
        }
        guard !isTested else { return }
        throw Failure(.error, .noTests, ["`\(address)` has no tests."])
    }
}

/// Whether a plan is made only where the tests of filters pass.
struct TestOptions: ParsableArguments {
    @Flag(help: "Do not run the tests of filters.")
    var noTests = false
}
