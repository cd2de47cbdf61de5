import ArgumentParser
import Catalog
import Kinds
import Rendering
import Vocabulary

struct EventsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Search Okta's catalogue of event types, offline.",
        discussion: """
            Words are searched for in names and groups; all of them must be found.

              tenterhook events user lifecycle
              tenterhook events --eligible group
              tenterhook events --group 'core identity' user
              tenterhook events --groups
            """)

    @Argument(help: "Words to search for; none lists all.")
    var query: [String] = []

    @Flag(help: "Only types that an event hook may subscribe to.")
    var eligible = false

    @Option(
        help: ArgumentHelp(
            "Only types of this group of Okta's: its name, or a part of it that no other has.",
            valueName: "group"))
    var group: String?

    @Flag(help: "List the groups of the types, with how many each has, in place of the types.")
    var groups = false

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup(title: "Global options") var options: GlobalOptions

    func validate() throws {
        if group?.isEmpty ?? false { throw ValidationError("--group takes the name of a group.") }
    }

    var outputFormat: OutputFormat { format }

    func run() throws {
        let words = query.map { $0.lowercased() }
        let group = try self.group.map { try Self.group(meaning: $0) }
        let found = EventTypes.all.filter { type in
            (!eligible || type.isEligible) && (group == nil || type.category == group)
                && words.allSatisfy {
                    type.name.lowercased().contains($0) || type.category.lowercased().contains($0)
                }
        }
        let console = options.console
        if found.isEmpty, format == .text {
            throw Failure(
                .error, .noEventTypeFound,
                [
                    "The catalogue of Okta's release \(EventTypes.release) has none of that kind"
                        + (group.map { " in the group `\($0)`." } ?? ".")
                ] + meant(words))
        }
        let view: EventTypeView =
            groups ? .groups(EventTypeGroup.groups(of: found)) : .types(found)
        console.print(view.render(format, style: console.output))
    }

    /// The group of the catalogue that a name on the command line stands for.
    private static func group(meaning name: String) throws -> String {
        let catalogue = Set(EventTypes.all.map(\.category))
        let commands = ["tenterhook events --groups"]
        switch EventTypeGroup.meaning(of: name, among: catalogue) {
        case .group(let group): return group
        case .several(let groups):
            throw Failure(
                .error, .ambiguousGroup,
                [
                    "`\(name)` is in the names of "
                        + groups.map { "`\($0)`" }.joined(separator: ", ") + "."
                ],
                commands: commands)
        case .none(let nearest):
            throw Failure(
                .error, .unknownGroup,
                [
                    "The catalogue of Okta's release \(EventTypes.release) has no group `\(name)`."
                        + (nearest.map { " Did you mean `\($0)`?" } ?? "")
                ],
                commands: commands)
        }
    }

    /// Words of the catalogue in place of those that it does not have.
    private func meant(_ words: [String]) -> [String] {
        let catalogue = Set(
            EventTypes.all.flatMap { type in
                (type.name + " " + type.category).lowercased()
                    .split { !$0.isLetter && !$0.isNumber }.map(String.init)
            })
        return words.compactMap { word in
            if catalogue.contains(where: { $0.contains(word) }) { return nil }
            return nearestName(to: word, among: catalogue).map { "Did you mean `\($0)`?" }
        }
    }
}
