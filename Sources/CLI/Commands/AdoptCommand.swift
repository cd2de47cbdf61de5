import ArgumentParser
import Kinds
import Manifests
import Planning
import Reconciling
import Rendering
import State
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

            Okta never shows a secret. With --prove-secret the endpoints of event hooks are asked \
            from here, by Okta's challenge: once with the manifest's secret and once with a \
            made-up one. Only what tells the two apart is recorded as known.

              tenterhook adopt --prove-secret
            """)

    @Argument(help: "The addresses; all that the org has an object for when none is named.")
    var addresses: [Address] = []

    @Flag(help: "Ask endpoints whether the secrets that were never seen are the manifest's.")
    var proveSecret = false

    @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
    @OptionGroup(title: "Options for the org") var orgOptions: OrgOptionGroup
    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() async throws {
        let engine = try await Engine(options, orgOptions)
        let named = Set(addresses + orgOptions.targets).sorted()
        let isProven = try await engine.withState(command: "adopt", lockOptions) { state in
            let store = state.store()
            let adoptions = try adoptions(named, engine.workspace, state.snapshot)
            let report = try await AdoptRun(engine: engine, skippingMissing: named.isEmpty)
                .run(adoptions, state.snapshot, store)
            // Who only wants secrets proven need not hear that there was nothing to adopt.
            if !proveSecret || !report.adopted.isEmpty {
                engine.console.print(renderAdoption(report, style: engine.console.output))
            }
            guard proveSecret else { return true }
            let proving = ProveRun(
                engine: engine, client: engine.connection.http,
                parallelism: orgOptions.parallelism)
            return try await proving.run(named, await store.snapshot, store)
        }
        if !isProven { throw Failure(.error) }
    }

    /// What is to be adopted: each named address, or every declared one that is not managed yet.
    /// To have its secret proven, an address that is managed may be named too.
    private func adoptions(
        _ named: [Address], _ workspace: Workspace, _ snapshot: Snapshot
    ) throws -> [Adoption] {
        func isNew(_ address: Address) -> Bool { snapshot.resources[address] == nil }
        if named.isEmpty {
            // What the manifest moves is managed, if still under its old address.
            let moved = MovedSnapshot(snapshot, workspace.manifest.relocations).snapshot.resources
            return workspace.declarations.filter { moved[$0.address] == nil }
                .map { Adoption($0) }
        }
        return try named.filter { isNew($0) || !proveSecret }.map {
            Adoption(try workspace.declaration(of: $0))
        }
    }
}
