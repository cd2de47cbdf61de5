import Application
import ArgumentParser
import Kinds
import Planning
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

    struct List: Command {
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

        var outputFormat: OutputFormat { format }

        func run() async throws {
            let state = try await RunSetup(options).installation.recordedState()
            let console = options.console
            console.print(
                StateListView(state.snapshot).render(format, style: console.output))
        }
    }

    struct Show: Command {
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

        var outputFormat: OutputFormat { format }

        func run() async throws {
            let installation = try RunSetup(options, connection).installation
            let resource = try await installation.recordedState().resource(address)
            let console = options.console
            var use: WhereUsed.Finding?
            if whereUsed {
                let session = try await installation.session(needsResources: false)
                use = try await session.uses(of: address, resource)
            }
            console.print(
                ResourceView(address, resource, use: use).render(format, style: console.output))
        }
    }

    struct Remove: Command {
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
            let installation = try RunSetup(options, lock: lockOptions).installation
            try await installation.forget(addresses)
            for address in addresses { options.console.printLine("\(address) forgotten") }
        }
    }

    struct Move: Command {
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
            let installation = try RunSetup(options, lock: lockOptions).installation
            try await installation.move(from, to: to)
            options.console.printLine("\(from) is now \(to)")
        }
    }

    struct Unlock: Command {
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
            try await RunSetup(options).installation.unlock(id: id)
            options.console.printLine("Unlocked.")
        }
    }
}
