import ArgumentParser
import Manifests

struct SchemaCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of the manifest.",
        discussion: """
            Editors complete and check the manifest with it; `init` writes it beside the manifest.

              tenterhook schema > tenterhook.schema.json
            """)

    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() throws { options.console.print(manifestSchema()) }
}
