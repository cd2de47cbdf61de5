import Application
import ArgumentParser
import Filters
import JSON
import Kinds
import Rendering
import Vocabulary

struct FilterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "filter",
        abstract: "Check a filter, and try it on events.",
        discussion: """
            A filter is given as an expression, or by the address of the hook in the manifest.

              tenterhook filter check "event.target.?[type eq 'UserGroup'].size() > 0"
              tenterhook filter check event_hook.movers
              tenterhook filter eval event_hook.movers --event event.json
              tenterhook filter replay event_hook.movers --since 7d
            """,
        subcommands: [Check.self, Eval.self, Replay.self])

    /// A filter, and where it is from.
    struct Subject {
        /// What a person calls it: the address, or `expression`.
        var name: String
        /// The event type that it is for, when it is a hook's.
        var eventType: String?
        var text: String
    }

    /// What a person may mean by a filter.
    enum Meaning {
        case expression(Subject)
        case hook(Hook)
    }

    /// A hook of the manifest, as far as filters go.
    struct Hook {
        var address: Address
        /// Sorted by event type.
        var filters: [Subject] = []
        var events: [String] = []
    }

    /// An address where the argument is one of a kind that there is, else an expression.
    static func meaning(of text: String, _ installation: Installation) throws -> Meaning {
        guard let address = Address(text), let kind = KindRegistry.kind(of: address) else {
            try ensureNoKey(text, installation)
            return .expression(Subject(name: "expression", text: text))
        }
        guard kind.isFiltered else {
            throw ApplicationError.wrongKind(
                address, "receives no events", installation, among: \.isFiltered)
        }
        let workspace = try installation.workspace()
        guard let declaration = workspace.declarations.first(where: { $0.address == address })
        else {
            let near = nearestAddress(to: address, among: workspace.declarations.map(\.address))
            throw Failure(
                .error, .notInManifest,
                [
                    "The manifest does not declare `\(address)`."
                        + (near.map { " Did you mean `\($0)`?" } ?? "")
                ])
        }
        var hook = Hook(address: address)
        for (path, value) in declaration.values {
            guard let attribute = declaration.kind.attribute(path.attribute) else { continue }
            switch (attribute.shape, value) {
            case (.filters, .plain(.text(let text))):
                hook.filters.append(
                    Subject(
                        name: "\(address) \(path.key ?? "")", eventType: path.key, text: text))
            case (.names, .plain(.names(let names))): hook.events += names
            default: break
            }
        }
        hook.filters.sort { $0.name < $1.name }
        return .hook(hook)
    }

    /// One word that is not about the event is no filter; where it is a hook's key, or near to its
    /// address, the hook is meant.
    private static func ensureNoKey(_ text: String, _ installation: Installation) throws {
        let typed = Address(text) ?? Address(kind: "", key: text)
        let isWord = text.split { ".:/".contains($0) }.allSatisfy { Address.isKey(String($0)) }
        guard isWord, !["event", "true", "false", "null"].contains(text.lowercased()),
            typed.kind != "event", !text.hasPrefix("event.")
        else { return }
        let addresses = installation.declaredAddresses
        guard let meant = nearestAddress(to: typed, among: addresses) else { return }
        throw Failure(
            .error, .notAFilter,
            [
                meant.key == text
                    ? "`\(text)` is a key alone; a hook is named by its address: `\(meant)`."
                    : "`\(text)` is no expression of the event's, and no address. Did you mean"
                        + " `\(meant)`?"
            ])
    }

    struct Check: Command {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Say what a filter delivers, and what is wrong with it.",
            discussion: """
                What is said is an error where the filter cannot be, and a warning where Okta \
                documents nothing of the kind for filters and may refuse it.

                  tenterhook filter check "event.outcome.result eq 'FAILURE'"
                  tenterhook filter check event_hook.movers --format json
                """)

        @Argument(help: ArgumentHelp("An expression, or a hook's address.", valueName: "filter"))
        var filter: String

        @Option(help: "text or json.")
        var format: OutputFormat = .text

        @OptionGroup(title: "Global options") var options: GlobalOptions

        var outputFormat: OutputFormat { format }

        private func subjects() throws -> [Subject] {
            switch try FilterCommand.meaning(of: filter, try RunSetup(options).installation) {
            case .expression(let subject): return [subject]
            case .hook(let hook):
                guard !hook.filters.isEmpty else {
                    throw Failure(
                        .error, .filterMissing,
                        ["`\(hook.address)` has no filter: all its events are delivered."])
                }
                return hook.filters
            }
        }

        func run() throws {
            let console = options.console
            let subjects = try self.subjects()
            var diagnostics: [Diagnostic] = []
            var sources: [String: [UInt8]] = [:]
            var checked: [FilterCheckView.Subject] = []
            for subject in subjects {
                let findings = FilterCheck.findings(on: subject.text, for: subject.eventType)
                diagnostics += filterDiagnostics(findings, in: subject.text, named: subject.name)
                sources[subject.name] = Array(subject.text.utf8)
                checked.append(
                    FilterCheckView.Subject(
                        eventType: subject.eventType, text: subject.text, findings: findings))
            }
            let text = FilterCheckView(checked).render(format, style: console.output)
            console.print(text)
            if format == .json {
                if diagnostics.hasErrors { throw Failure(.error) }
                return
            }
            let failure = Failure(diagnostics, sources: sources)
            if !text.isEmpty, !diagnostics.isEmpty { console.say("\n") }
            if diagnostics.hasErrors { throw failure }
            console.show(failure)
        }
    }

    /// The expression of a filter, or the failure that says why it is none or cannot be one.
    static func checked(_ subject: Subject) throws -> FilterExpression {
        let findings = FilterCheck.findings(on: subject.text, for: subject.eventType)
        let diagnostics = filterDiagnostics(findings, in: subject.text, named: subject.name)
        if diagnostics.hasErrors {
            throw Failure(diagnostics, sources: [subject.name: Array(subject.text.utf8)])
        }
        return try parsed(subject)
    }

    /// The expression of a filter, or the failure that says why it is none.
    static func parsed(_ subject: Subject) throws -> FilterExpression {
        do throws(ExpressionError) {
            return try FilterExpression(parsing: subject.text)
        } catch {
            throw Failure(
                filterDiagnostics([error.finding], in: subject.text, named: subject.name),
                sources: [subject.name: Array(subject.text.utf8)])
        }
    }
}
