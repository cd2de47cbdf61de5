import ArgumentParser
import Kinds
import Reconciling
import StateFile
import Vocabulary

struct AdoptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Take over objects of the org, by the names that the manifest gives.",
        discussion: """
            Each declared address whose name the org has already, or each that is named, is put \
            into the state; the org is not written to. The next plan shows what differs.

              tenterhook adopt
              tenterhook adopt event_hook.leavers
            """)

    @Argument(help: "The addresses; all that the org has an object for when none is named.")
    var addresses: [Address] = []

    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() async throws {
        let engine = try await Engine(options, orgOptions)
        let named = Set(addresses + orgOptions.targets).sorted()
        let run = AdoptRun(engine: engine, command: "adopt", skippingMissing: named.isEmpty)
        try await run.run { snapshot in
            if named.isEmpty { return candidates(engine.workspace, snapshot) }
            return try named.map { Adoption(try engine.workspace.declaration(of: $0)) }
        }
    }

    /// Every declared address that is not managed yet.
    private func candidates(_ workspace: Workspace, _ snapshot: Snapshot) -> [Adoption] {
        workspace.declarations.filter { snapshot.resources[$0.address] == nil }
            .map { Adoption($0) }
    }
}
