import ArgumentParser
import Reconciling
import Rendering
import Vocabulary

/// Options that all commands have.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customShort("C"),
        help: ArgumentHelp("Run as if started in this folder.", valueName: "dir"))
    var directory: String?

    @Option(
        name: [.customShort("f"), .customLong("file")],
        help: ArgumentHelp("The manifest (default: tenterhook.yaml).", valueName: "file"))
    var manifest: String?

    @Option(
        name: .customLong("org"),
        help: "The org, by its name in the manifest; not needed when there is one.")
    var org: String?

    @Option(
        name: .customLong("var"), parsing: .singleValue,
        help: ArgumentHelp("A value for ${var.NAME} (repeatable).", valueName: "name=value"))
    var variables: [String] = []

    @Option(help: "When to colour: auto, always or never.")
    var color: Console.Color = .auto

    @Flag(help: "Never ask; fail and name the option that answers.")
    var noInput = false

    @Flag(name: .shortAndLong, help: "Say on standard error what is asked of the org.")
    var verbose = false

    var console: Console {
        Console(color: color, noInput: noInput, carried: CarriedOptions(self))
    }

    var manifestPath: String { manifest ?? ManifestDisk.standardRoot }

    /// The `--var` options by name; a later one wins.
    func variableValues() throws -> [String: String] {
        var values: [String: String] = [:]
        for text in variables {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw ValidationError("--var takes name=value, not '\(text)'.")
            }
            values[String(text[..<equals])] = String(text[text.index(after: equals)...])
        }
        return values
    }
}

/// Options of the commands that talk to an org.
struct OrgOptionGroup: ParsableArguments {
    @Option(
        name: .customLong("target"), parsing: .singleValue,
        help: ArgumentHelp(
            "Look at this address only, such as event_hook.leavers (repeatable).",
            valueName: "address"))
    var targets: [Address] = []

    @OptionGroup var connection: ConnectionOptions

    var parallelism: Int { connection.parallelism }
}

/// How the conversation with an org is held.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many objects are worked on at once.", valueName: "n"))
    var parallelism = 10

    @Option(help: ArgumentHelp("How long one request may take.", valueName: "seconds"))
    var timeout = 30

    func validate() throws {
        guard (1...100).contains(parallelism) else {
            throw ValidationError("--parallelism takes a number from 1 to 100.")
        }
        guard (1...3600).contains(timeout) else {
            throw ValidationError("--timeout takes seconds, from 1 to 3600.")
        }
    }
}

extension OutputFormat: ExpressibleByArgument {}
extension PlanView.Format: ExpressibleByArgument {}
extension FilterTestView.Format: ExpressibleByArgument {}
extension ReplayView.Format: ExpressibleByArgument {}

extension Console.Color: ExpressibleByArgument, CaseIterable {
    static var allCases: [Console.Color] { [.auto, .always, .never] }
}

extension LogMoment: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Address: ExpressibleByArgument {
    /// A key without its kind, or what is no address at all, is taken here and is found nowhere, so
    /// that whoever looks it up can say what was meant.
    package init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        self = Address(argument) ?? Address(kind: "", key: argument)
    }

    static var defaultCompletionKind: CompletionKind {
        .custom { words, _, _ in AddressCompletion.addresses(for: words) }
    }
}
