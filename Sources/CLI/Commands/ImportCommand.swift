import ArgumentParser
import Kinds
import Reconciling
import Rendering
import Vocabulary

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over one object of the org, by its id.",
        discussion: """
            The object is put into the state under an address that the manifest declares; the org \
            is not written to. The next plan shows where the two differ.

              tenterhook import event_hook.leavers who8tsqyrhCdmetzx135
            """)

    @Argument(help: "The address, as the manifest declares it.")
    var address: Address
    @Argument(help: "The object's id in the org.")
    var id: String

    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func validate() throws {
        guard orgOptions.targets.isEmpty else {
            throw ValidationError("import takes its address as an argument, not as --target.")
        }
    }

    func run() async throws {
        let engine = try await Engine(options, orgOptions)
        let declaration = try engine.workspace.declaration(of: address)
        let report = try await engine.withState(command: "import") { state in
            try await AdoptRun(engine: engine).run(
                [Adoption(address, .id(id), at: declaration.location)], state.snapshot,
                state.store())
        }
        engine.console.print(renderAdoption(report, style: engine.console.output))
    }
}
