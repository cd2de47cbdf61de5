import ArgumentParser
import Catalog
import HTTPTransport
import JSON
import Kinds
import Rendering

struct VersionCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Print the version and what it was built with.",
        discussion: """
            To be given along with a report of a fault.

              tenterhook version
              tenterhook version --format json
            """)

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup(title: "Global options") var options: GlobalOptions

    var outputFormat: OutputFormat { format }

    func run() throws {
        let console = options.console
        switch format {
        case .text:
            console.print(
                """
                tenterhook \(BuildFacts.version) (\(BuildFacts.configuration))
                event catalogue \(EventTypes.release)
                \(HTTPClient.libraryVersion)

                """)
        case .json:
            console.print([
                "version": .string(BuildFacts.version),
                "configuration": .string(BuildFacts.configuration),
                "event_catalogue": .string(EventTypes.release),
                "libcurl": .string(HTTPClient.libraryVersion),
            ])
        }
    }
}
