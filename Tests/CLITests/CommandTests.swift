import Application
import ArgumentParser
import Rendering
import Testing
import Vocabulary

@testable import CLI

/// A leaf of the tree of commands, with its name as a user types it: `state list`.
struct LeafCommand: Sendable, CustomTestStringConvertible {
    let name: String
    let type: any ParsableCommand.Type

    var testDescription: String { name }

    static let all = leaves(of: Tenterhook.self, path: [])

    private static func leaves(
        of command: any ParsableCommand.Type, path: [String]
    ) -> [LeafCommand] {
        let subcommands = command.configuration.subcommands
        if subcommands.isEmpty {
            return [LeafCommand(name: path.joined(separator: " "), type: command)]
        }
        return subcommands.flatMap { subcommand in
            leaves(of: subcommand, path: path + [subcommand.configuration.commandName ?? "?"])
        }
    }
}

@Suite("Commands")
struct CommandTests {
    @Test("every command conforms to the protocol by which the program knows it")
    func conformance() {
        #expect(LeafCommand.all.count > 20)
        #expect(LeafCommand.all.filter { !($0.type is any Command.Type) }.map(\.name) == [])
    }

    @Test("every command has a name, an abstract that fits a line, and examples")
    func help() {
        for leaf in LeafCommand.all {
            let configuration = leaf.type.configuration
            #expect(configuration.commandName != nil)
            #expect(!configuration.abstract.isEmpty && configuration.abstract.count <= 80)
            #expect(configuration.discussion.contains("  tenterhook \(leaf.name)"), "\(leaf.name)")
        }
    }

    @Test("the options of the command line reach the command")
    func options() throws {
        let parsed = try Tenterhook.parseAsRoot([
            "plan", "-C", "folder", "-f", "other.yaml", "--org", "prod", "--var", "a=1", "--var",
            "a=2=3", "--target", "event_hook.leavers", "--parallelism", "3", "--timeout", "5",
            "--format", "json", "--no-tests",
        ])
        let plan = try #require(parsed as? PlanCommand)
        #expect(plan.options.directory == "folder")
        #expect(plan.options.manifestPath == "other.yaml")
        #expect(plan.options.org == "prod")
        #expect(try plan.options.variableValues() == ["a": "2=3"])
        #expect(plan.orgOptions.targets.map(\.description) == ["event_hook.leavers"])
        #expect(plan.orgOptions.parallelism == 3)
        #expect(plan.orgOptions.connection.timeout == 5)
        #expect(plan.outputFormat == .json)
        #expect(plan.tests.noTests)
        let settings = try RunSetup(plan.options, plan.orgOptions.connection).installation.settings
        #expect(settings.manifest == "other.yaml")
        #expect(settings.org == "prod")
        #expect(settings.variables == ["a": "2=3"])
        #expect(settings.parallelism == 3)
        #expect(settings.timeout == .seconds(5))
        #expect(settings.lockTimeout == .zero)
    }

    @Test("the lock's options reach the run")
    func lockOptions() throws {
        let parsed = try Tenterhook.parseAsRoot(["apply", "--lock-timeout", "1m30s"])
        let apply = try #require(parsed as? ApplyCommand)
        let setup = try RunSetup(
            apply.options, apply.orgOptions.connection, lock: apply.lockOptions)
        #expect(setup.installation.settings.lockTimeout == .seconds(90))
        #expect(setup.installation.settings.parallelism == 10)
    }

    @Test(
        "arguments that can't be meant are rejected",
        arguments: [
            ["plan", "--parallelism", "0"], ["plan", "--parallelism", "101"],
            ["plan", "--timeout", "0"], ["plan", "--force"], ["plan", "--format", "xml"],
            ["apply", "plan.json", "--target", "event_hook.a"], ["apply", "--lock-timeout", "x"],
            ["apply", "--lock-timeout", "25h"], ["import"], ["import", "event_hook.a"],
            ["import", "event_hook.a", "id", "--org-url", "https://a.okta.com"],
            ["import", "--from-terraform", "a.tfstate", "event_hook.a"],
            ["compare", "a", "a"], ["compare", "a", "b", "--org", "a"],
            ["filter", "replay", "x", "--offline"], ["filter", "replay", "x", "--limit", "-1"],
            ["filter", "replay", "x", "--log", "a", "--since", "1d"],
            ["preview", "event_hook.a", "--set", "x"], ["events", "--group", ""],
            ["state", "rm"], ["unknown"],
        ])
    func rejected(_ arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try Tenterhook.parseAsRoot(arguments) }
        #expect(error.map { Tenterhook.exitCode(for: $0).rawValue } == 64, "\(arguments)")
    }

    @Test("a variable without a name or a value is rejected", arguments: ["a", "=1", ""])
    func variables(_ text: String) throws {
        let parsed = try Tenterhook.parseAsRoot(["validate", "--var", text])
        let validate = try #require(parsed as? ValidateCommand)
        #expect(throws: ValidationError.self) { try RunSetup(validate.options) }
    }

    @Test(
        "a waiting time has its units in order",
        arguments: [
            ("90s", 90), ("5m", 300), ("1h30m", 5400), ("24h", 86400), ("0s", 0), ("30", nil),
            ("5m1h", nil), ("", nil), ("1d", nil), ("25h", nil),
        ] as [(String, Int?)])
    func waitingTime(_ text: String, _ seconds: Int?) {
        #expect(WaitingTime(argument: text)?.seconds == seconds)
    }
}
