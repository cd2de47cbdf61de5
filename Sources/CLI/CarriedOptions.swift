import Rendering
import Vocabulary

/// The options of this run that say where it looked, which a command that is suggested needs as well:
/// without them it would look elsewhere.
struct CarriedOptions: Sendable {
    /// `-C` and `-f`.
    private let place: String
    /// `--org` and `--var`.
    private let choice: String

    init() {
        place = ""
        choice = ""
    }

    init(_ options: GlobalOptions) {
        func words(_ option: String, _ values: [String]) -> String {
            values.map { " \(option) \(shellWord($0))" }.joined()
        }
        place =
            words("-C", options.directory.map { [$0] } ?? [])
            + words("-f", options.manifest.map { [$0] } ?? [])
        choice =
            words("--org", options.org.map { [$0] } ?? []) + words("--var", options.variables)
    }

    /// A command of ours with the options added. `init` has no use for an org that is not there yet.
    func completed(_ command: String) -> String {
        guard command.hasPrefix("tenterhook ") else { return command }
        return command + place + (command == "tenterhook init" ? "" : choice)
    }

    func completed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var result = diagnostic
            result.commands = diagnostic.commands.map(completed)
            return result
        }
    }
}
