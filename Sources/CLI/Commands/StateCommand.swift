import ArgumentParser
import Kinds
import OktaOrg
import Planning
import Ports
import Reconciling
import Rendering
import State
import Vocabulary

struct StateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Look at the state, and mend it.",
        discussion: """
            The state says which objects of the org are managed, under which addresses. None of \
            these commands asks the org anything, but `show --where-used`.

              tenterhook state list
              tenterhook state show event_hook.leavers
              tenterhook state mv event_hook.leavers event_hook.terminations
            """,
        subcommands: [List.self, Show.self, Remove.self, Move.self, Unlock.self])

    /// The state of the chosen org. Neither secrets nor the network are needed for it.
    private static func open(_ options: GlobalOptions) async throws -> RunState {
        let workspace = try Workspace(options, needsResources: false)
        let url = try OrgConnection.url(of: workspace.org, ProcessEnvironment.variables)
        return try await RunState(backend: try RunState.backend(for: workspace), orgURL: url)
    }

    /// Changes the state under its lock.
    private static func edit(
        _ options: GlobalOptions, _ lockOptions: LockOptions, command: String,
        _ body: (Snapshot) throws -> [StateEdit]
    ) async throws {
        let workspace = try Workspace(options, needsResources: false)
        let url = try OrgConnection.url(of: workspace.org, ProcessEnvironment.variables)
        let backend = try RunState.backend(for: workspace)
        try await RunState.locked(
            backend, command: command, waiting: (lockOptions.lockTimeout, options.console)
        ) {
            let state = try await RunState(backend: backend, orgURL: url)
            let edits = try body(state.snapshot)
            do throws(StateBackendError) {
                try await state.store().commit(edits)
            } catch {
                throw Failure(error)
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List what is managed.",
            discussion: """
                Address, id, whether verified, and a write whose outcome is not recorded.

                  tenterhook state list
                  tenterhook state list --format json
                """)

        @Option(help: "text or json.")
        var format: OutputFormat = .text
        @OptionGroup(title: "Global options") var options: GlobalOptions

        func run() async throws {
            let state = try await StateCommand.open(options)
            let console = options.console
            switch format {
            case .text: console.print(renderStateList(state.snapshot, style: console.output))
            case .json: console.print(stateListDocument(state.snapshot))
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show what is recorded of one resource.",
            discussion: """
                As the org had it when it was last applied or verified; secrets are masked.

                  tenterhook state show event_hook.leavers
                  tenterhook state show event_hook.leavers --format json
                  tenterhook state show inline_hook.enrich --where-used
                """)

        @Argument(help: "The resource, such as event_hook.leavers.")
        var address: Address
        @Option(help: "text or json.")
        var format: OutputFormat = .text
        @Flag(help: "Ask the org what refers to it.")
        var whereUsed = false
        @OptionGroup(title: "Options for the org") var connection: ConnectionOptions
        @OptionGroup(title: "Global options") var options: GlobalOptions

        func run() async throws {
            let state = try await StateCommand.open(options)
            let resource = try state.resource(address)
            let console = options.console
            let kind = KindRegistry.kind(of: address)
            let use = whereUsed ? try await finding(resource) : nil
            switch format {
            case .text:
                console.print(
                    renderStateShow(address, resource, kind: kind, use: use, style: console.output))
            case .json: console.print(stateShowDocument(address, resource, kind: kind, use: use))
            }
        }

        /// What uses it; nil where nothing can.
        private func finding(_ resource: RecordedResource) async throws -> WhereUsed.Finding? {
            let engine = try await Engine(options, connection, needsResources: false)
            let operation = WhereUsedOperation(org: engine.connection.client)
            do throws(OrgError) {
                return try await operation.run([address: resource]).findings[address]
            } catch {
                throw Failure(error)
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rm",
            abstract: "Forget resources; the org is not touched.",
            discussion: """
                The objects stay in the org, unmanaged.

                  tenterhook state rm event_hook.leavers
                """)

        @Argument(help: "The resources to forget.")
        var addresses: [Address]
        @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
        @OptionGroup(title: "Global options") var options: GlobalOptions

        func run() async throws {
            try await StateCommand.edit(options, lockOptions, command: "state rm") { snapshot in
                for address in addresses
                where snapshot.resources[address] == nil && snapshot.intents[address] == nil {
                    throw Failure.notInState(address, snapshot)
                }
                return addresses.map { .forget($0) }
            }
            for address in addresses { options.console.print("\(address) forgotten\n") }
        }
    }

    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mv",
            abstract: "Give a resource another address.",
            discussion: """
                For a key that was renamed in the manifest, so that the hook is not deleted and \
                made anew.

                  tenterhook state mv event_hook.leavers event_hook.terminations
                """)

        @Argument(help: "The address as it is.")
        var from: Address
        @Argument(help: "The address as it is to be.")
        var to: Address
        @OptionGroup(title: "Options of the lock") var lockOptions: LockOptions
        @OptionGroup(title: "Global options") var options: GlobalOptions

        func run() async throws {
            try await StateCommand.edit(options, lockOptions, command: "state mv") { snapshot in
                guard snapshot.resources[from] != nil else {
                    throw Failure.notInState(from, snapshot)
                }
                guard from.kind == to.kind else {
                    let meant = Address(kind: from.kind, key: to.key)
                    throw Failure(
                        .wrongUsage, "A resource stays of its kind",
                        [
                            "`\(to)` is not of the kind of `\(from)`."
                                + (meant == from ? "" : " Did you mean `\(meant)`?")
                        ])
                }
                guard snapshot.resources[to] == nil, snapshot.intents[to] == nil else {
                    throw Failure(
                        .error, "The address is taken", ["The state already holds `\(to)`."])
                }
                return [.move(from: from, to: to)]
            }
            options.console.print("\(from) is now \(to)\n")
        }
    }

    struct Unlock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "unlock",
            abstract: "Take a lock away from a run that cannot give it back.",
            discussion: """
                The id stands in the message of the run that was refused. Make sure first that the \
                holder is really gone: two applies at once can undo each other.

                  tenterhook state unlock 5f1c…
                """)

        @Argument(help: "The lock's id.")
        var id: String
        @OptionGroup(title: "Global options") var options: GlobalOptions

        func run() async throws {
            let workspace = try Workspace(options, needsResources: false)
            let backend = try RunState.backend(for: workspace)
            do throws(StateBackendError) {
                try await backend.breakLock(id: id)
            } catch {
                throw Failure(error)
            }
            options.console.print("Unlocked.\n")
        }
    }
}
