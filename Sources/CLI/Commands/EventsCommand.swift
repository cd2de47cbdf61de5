import ArgumentParser
import Kinds
import Rendering
import Vocabulary

struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Search Okta's catalogue of event types, offline.",
        discussion: """
            Words are searched for in names and categories; all of them must be found.

              tenterhook events user lifecycle
              tenterhook events --eligible group
            """)

    @Argument(help: "Words to search for; none lists all.")
    var query: [String] = []

    @Flag(help: "Only types that an event hook may subscribe to.")
    var eligible = false

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    @OptionGroup(title: "Global options") var options: GlobalOptions

    func run() throws {
        let words = query.map { $0.lowercased() }
        let found = EventTypes.all.filter { type in
            (!eligible || type.isEligible)
                && words.allSatisfy {
                    type.name.lowercased().contains($0) || type.category.lowercased().contains($0)
                }
        }
        let console = options.console
        switch format {
        case .json: console.print(eventTypesDocument(found))
        case .text:
            guard !found.isEmpty else {
                throw Failure(
                    .error, "No event type was found",
                    ["The catalogue of Okta's release \(EventTypes.release) has none of that kind."]
                        + meant(words))
            }
            console.print(renderEventTypes(found, style: console.output))
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
