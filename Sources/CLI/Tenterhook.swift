import Application
import ArgumentParser
import Glibc
import Vocabulary

/// The program's one entry point.
@main
struct Tenterhook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenterhook",
        abstract: "Holds an Okta org's hooks where a file in git says they belong.",
        discussion: """
            Write hooks in tenterhook.yaml, see what would change, apply it, and have every hook \
            verified by Okta in the same run.

              tenterhook init                    write a first tenterhook.yaml
              tenterhook validate                check it, offline
              tenterhook plan --out plan.json    what would change, saved
              tenterhook apply plan.json         do exactly that

            Exit codes: 0 done · 1 error · 2 changes pending, orgs differ · 4 refused by a guard · \
            5 a verification failed · 6 partly applied · 7 plan is stale · 8 state is locked · \
            9 refused by Okta · 64 wrong usage
            """,
        version: BuildFacts.version,
        subcommands: [
            InitCommand.self, ValidateCommand.self, PlanCommand.self, ApplyCommand.self,
            DestroyCommand.self, ImportCommand.self, AdoptCommand.self, VerifyCommand.self,
            ExecuteCommand.self, HookKeyCommand.self, CompareCommand.self, FilterCommand.self,
            PreviewCommand.self, TestCommand.self, StateCommand.self, EventsCommand.self,
            SchemaCommand.self,
            VersionCommand.self,
        ])

    static func main() async {
        // libcurl is told not to touch signals; a closed connection must not end the program.
        signal(SIGPIPE, SIG_IGN)
        var console = Console.standard
        var code = ExitStatus.done.rawValue
        var document: FailureDocument?
        do {
            prepare(for: namedCommand(CommandLine.arguments.dropFirst()))
            var command = try parseAsRoot()
            (console, document) = output(of: command)
            try enterFolder(of: command)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            if let failure = Failure(ending: error) {
                console.show(failure)
                if let json = document?.json(of: failure) { console.print(json) }
                code = failure.code.rawValue
            } else {
                code = tell(error, console)
            }
        }
        if let failure = Console.outputFailure {
            console.show(failure)
            let wentWell = [ExitStatus.done, .changesPending].map(\.rawValue).contains(code)
            if wentWell { code = failure.code.rawValue }
        }
        // At once: a thread that is still at work must not see libraries clean up what it uses. All
        // output is written by now.
        _exit(code)
    }

    /// Prints what the argument parser has to say: help, or what is wrong with the arguments.
    private static func tell(_ error: any Error, _ console: Console) -> Int32 {
        let code = exitCode(for: error)
        var message = fullMessage(for: error)
        if code == .validationFailure, let meant = meantCommand(CommandLine.arguments.dropFirst()) {
            message += "\nDid you mean `\(meant)`?"
        }
        if message.isEmpty { return code.rawValue }
        if code == .success { console.print(message + "\n") } else { console.say(message + "\n") }
        return code.rawValue
    }

    /// The command that was probably meant, where a word stands for one that there is not.
    private static func meantCommand(_ words: some Sequence<String>) -> String? {
        var command: any ParsableCommand.Type = Tenterhook.self
        var path = ["tenterhook"]
        for word in words {
            let commands = command.configuration.subcommands
            if commands.isEmpty || word.hasPrefix("-") { return nil }
            if let next = commands.first(where: { $0.configuration.commandName == word }) {
                command = next
                path.append(word)
                continue
            }
            // By closures: the compiler does not get through a key path of a metatype.
            let names = commands.compactMap { $0.configuration.commandName }
            guard let near = nearestName(to: word, among: names) else { return nil }
            return (path + [near]).joined(separator: " ")
        }
        return nil
    }

    /// The console that a command's options ask for, and the document that its failure prints.
    private static func output(of command: any ParsableCommand) -> (Console, FailureDocument?) {
        guard let command = command as? any Command else { return (.standard, nil) }
        return (command.options.console, command.failureDocument)
    }

    /// Starts what a command will need, before its arguments are parsed.
    private static func prepare(for command: any ParsableCommand.Type) {
        let command = command as? any Command.Type
        if command?.isParallel != true { setUpSingleHeap() }
        if command?.asksOrg == true { Installation.warmUp() }
    }

    /// Returns the command that the words before all options name.
    private static func namedCommand(
        _ words: some Sequence<String>
    ) -> any ParsableCommand.Type {
        var command: any ParsableCommand.Type = Tenterhook.self
        for word in words {
            let commands = command.configuration.subcommands
            guard let next = commands.first(where: { $0.configuration.commandName == word })
            else { break }
            command = next
        }
        return command
    }

    /// Goes to the folder that `-C` names; every path is meant from there.
    private static func enterFolder(of command: any ParsableCommand) throws {
        guard let folder = (command as? any Command)?.options.directory, chdir(folder) != 0
        else { return }
        throw Failure(
            .error, .folderNotAccessible, ["\(folder): \(FileProblem(errno).words)."])
    }
}
