import Application
import ArgumentParser
import Catalog
import Endpoints
import JSON
import Kinds
import Manifests
import Ports
import Reconciling
import Rendering
import State
import Vocabulary

struct PreviewCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show what Okta would send to an event hook's endpoint, or send it.",
        discussion: """
            The request is the one of the hook as the manifest has it. The event is the latest of \
            its type in the org's System Log, or a made-up one where there is none or the org \
            cannot be asked.

              tenterhook preview event_hook.leavers
              tenterhook preview event_hook.leavers --event user.lifecycle.create --offline
              tenterhook preview event_hook.leavers --event event.json
              tenterhook preview event_hook.leavers --set outcome.result=FAILURE

            With --deliver it is sent from here to the endpoint, with the real secrets, once.

              tenterhook preview event_hook.leavers --deliver --respect-filter
            """)

    @Argument(help: "The hook, such as event_hook.leavers.")
    var address: Address

    @OptionGroup(title: "Options of preview") var preview: PreviewOptions
    @OptionGroup(title: "Options for the org") var connection: ConnectionOptions
    @OptionGroup(title: "Global options") var options: GlobalOptions

    struct PreviewOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "An event type, the uuid of an event in the org's log, or a file (- for standard "
                    + "input).", valueName: "type|uuid|file"))
        var event: String?

        @Option(
            name: .customLong("set"), parsing: .singleValue,
            help: ArgumentHelp(
                "Change a field of the event, such as outcome.result=FAILURE (repeatable).",
                valueName: "path=value"))
        var changes: [String] = []

        @Flag(help: "Do not ask the org for an event.")
        var offline = false

        @Flag(help: "Send it to the endpoint.")
        var deliver = false

        @Flag(help: "Say why Okta would send it or not, and do not send what it would not.")
        var respectFilter = false

        @Option(help: "text or json.")
        var format: OutputFormat = .text

        func validate() throws {
            for text in changes where EventChange(parsing: text) == nil {
                throw ValidationError(
                    "--set takes path=value, such as target[0].type=User, and not '\(text)'.")
            }
        }
    }

    var outputFormat: OutputFormat { preview.format }

    func run() async throws {
        let console = options.console
        let installation = try RunSetup(options, connection).installation
        let changes = preview.changes.compactMap(EventChange.init(parsing:))
        try ensureKind(installation)
        let workspace = try installation.workspace()
        let declaration = try workspace.declaration(of: address)

        var event = try await PreviewEvent.chosen(
            by: preview.event, for: declaration, offline: preview.offline,
            PreviewLog(installation: installation, workspace: workspace))
        for change in changes {
            do throws(EventChangeError) {
                try change.apply(to: &event.value)
            } catch {
                throw Failure(.error, .eventPathNotFound, [error.detail])
            }
        }
        guard let type = event.value["eventType"]?.string else {
            throw Failure(.error, .notAnEvent, ["It has no eventType any more."])
        }
        let report = PreviewReport(
            event: event.value, source: event.source,
            outcome: declaration.outcome(of: event.value.bytes(), eventType: type),
            isActive: declaration.isActive)
        let delivery = try await delivery(
            of: event.value, to: declaration, installation, workspace)
        let view = PreviewView(report, delivery, address: "\(address)")
        tell(view, event.notes, console)

        let isHeldBack = preview.respectFilter && report.isDelivered != true
        var result: DeliveryResult?
        if preview.deliver, !isHeldBack {
            result = try await deliver(delivery, of: declaration, installation, workspace)
        }
        console.print(view.render(preview.format, result: result, style: console.output))
        if result == nil, preview.deliver, preview.format == .text {
            console.say("\nNothing was sent.\n")
        }
        if isHeldBack { throw Failure(.error) }
        if let result, result.verdict != .accepted { throw Failure(.verificationFailed) }
    }

    private func ensureKind(_ installation: Installation) throws {
        let kind = KindRegistry.kind(of: address)
        if kind?.isFiltered == true { return }
        if kind?.isExecutable == true {
            throw Failure(
                .error, .kindNotSupported,
                [
                    "`\(address)` receives no events. Its payload is shown, and its endpoint "
                        + "called by Okta, by:"
                ],
                commands: [
                    "tenterhook execute \(address) --print-payload",
                    "tenterhook execute \(address)",
                ])
        }
        throw ApplicationError.wrongKind(
            address, "receives no events", installation, among: \.isFiltered)
    }

    /// The request; where the hook is in the org is known once it is applied.
    private func delivery(
        of event: JSONValue, to declaration: ResourceDeclaration, _ installation: Installation,
        _ workspace: Workspace
    ) async throws -> HookDelivery {
        let surroundings = ProcessEnvironment.surroundings
        let body = DeliveryEnvelope.body(
            of: [event], hookURL: try await hookURL(of: declaration, installation, workspace),
            eventID: surroundings.newID(), time: PreviewEvent.time(surroundings))
        guard let delivery = HookDelivery(to: declaration, body: body) else {
            throw Failure(
                .error, .endpointMissing, ["The manifest gives `\(address)` no URL."])
        }
        return delivery
    }

    private func hookURL(
        of declaration: ResourceDeclaration, _ installation: Installation, _ workspace: Workspace
    ) async throws -> String {
        let unknown = "(known after apply)"
        guard let url = try installation.knownURL(of: workspace.org) else { return unknown }
        let state = try await installation.state(of: workspace)
        let id = state.snapshot.resources[address]?.id ?? unknown
        return "\(url)\(declaration.kind.collection)/\(id)"
    }

    /// Prints the request. Text has what is beside it on standard error, so the request is all of the
    /// output.
    private func tell(_ view: PreviewView, _ notes: [String], _ console: Console) {
        let isText = preview.format == .text
        if isText {
            for sentence in [view.source] + notes {
                console.saySentence(sentence)
            }
            console.say("\n")
        }
        console.print(view.render(preview.format, style: console.output))
        if isText {
            console.say(
                "\n"
                    + view.verdictText(withTrace: preview.respectFilter, style: console.errors))
        }
    }

    private func deliver(
        _ delivery: HookDelivery, of declaration: ResourceDeclaration,
        _ installation: Installation, _ workspace: Workspace
    ) async throws -> DeliveryResult {
        let operation = DeliverOperation(
            endpoint: EndpointDeliverer(client: try installation.http()),
            knowledge: installation.knowledge
        ) { url, policy in
            endpointURLProblem(url, policy: policy, isSecret: true)
        }
        let console = options.console
        let words = renderSentence(
            "It is sent to the endpoint of \(address) now: \(place(of: delivery)).",
            style: console.errors)
        let gap = preview.respectFilter && preview.format == .text ? "\n" : ""
        switch await operation.run(
            delivery, of: declaration, policy: workspace.manifest.policy,
            patience: .seconds(connection.timeout), announcing: { console.say(gap + words) })
        {
        case .sent(let result): return result
        case .not(let problems): throw Failure(problems, sources: workspace.sources)
        }
    }

    private func place(of delivery: HookDelivery) -> String {
        switch delivery.url {
        case .clear(let url): url
        case .secret: "its URL is a secret"
        }
    }
}
