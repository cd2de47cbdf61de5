import Application
import ArgumentParser
import Catalog
import JSON
import Kinds
import OktaOrg
import Ports
import Reconciling
import Rendering
import Vocabulary

struct ExecuteCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "execute",
        abstract: "Have Okta call an inline hook's endpoint now.",
        discussion: """
            Okta sends the hook's real endpoint a sample payload of the hook's type, or the one of \
            --payload, and the answer is checked for what Okta would act on. The endpoint does \
            what it does with any call: one that sends texts sends one, to the number in the \
            payload. In the org nothing comes of it.

              tenterhook execute inline_hook.enrich
              tenterhook execute inline_hook.enrich --print-payload > payload.json
              tenterhook execute inline_hook.enrich --payload payload.json
            """)
    static let asksOrg = true

    @Argument(help: "The hook, such as inline_hook.enrich.")
    var address: Address

    @OptionGroup(title: "Options of execute") var executeOptions: ExecuteOptions
    @OptionGroup(title: "Options for the org") var connection: ConnectionOptions
    @OptionGroup(title: "Global options") var options: GlobalOptions

    struct ExecuteOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "Send this JSON object; - for standard input.", valueName: "file"))
        var payload: String?

        @Flag(help: "Print the payload and send nothing.")
        var printPayload = false

        @Option(help: "text or json.")
        var format: OutputFormat = .text
    }

    var outputFormat: OutputFormat { executeOptions.format }

    func run() async throws {
        let installation = try RunSetup(options, connection).installation
        guard let kind = KindRegistry.kind(of: address), kind.isExecutable else {
            throw ApplicationError.wrongKind(
                address, "is nothing that Okta can be asked to execute", installation,
                among: \.isExecutable)
        }
        let given = try executeOptions.payload.map(Self.payload)
        let session = try await installation.session(access: .manage, needsResources: false)
        let hook: ExecutableHook
        switch try await session.executable(address, kind) {
        case .not(let outcome): throw failure(outcome, kind)
        case .ready(let found): hook = found
        }
        let payload = given ?? hook.sample
        let console = options.console
        if executeOptions.printPayload {
            console.print(payload)
            return
        }
        console.saySentence(
            "Okta calls the real endpoint of \(address) now, with "
                + "\(given == nil ? "a sample payload" : "the given payload") for \(hook.type).")
        try show(try await session.execute(hook, payload: payload), type: hook.type, kind, console)
    }

    private func show(
        _ outcome: ExecuteOperation.Outcome, type: String, _ kind: ResourceKind, _ console: Console
    ) throws {
        let view: ExecutionView
        switch outcome {
        case .answered(let execution):
            view = ExecutionView(address, type: type, .answered(execution))
        case .failed(let answer): view = ExecutionView(address, type: type, .failed(answer))
        case .missing, .inactive, .unknownType: throw failure(outcome, kind)
        }
        console.print(view.render(executeOptions.format, style: console.output))
        if !view.isGood { throw Failure(.verificationFailed) }
    }

    /// Why the endpoint was not called.
    private func failure(_ outcome: ExecuteOperation.Outcome, _ kind: ResourceKind) -> Failure {
        switch outcome {
        case .inactive:
            Failure(
                .error, .hookInactive,
                ["Okta executes active hooks only, and `\(address)` is inactive in the org."])
        case .unknownType:
            Failure(
                .error, .hookTypeUnknown,
                ["This version of Tenterhook knows no payload for the type of `\(address)`."])
        case .missing, .answered, .failed:
            Failure(
                .error, .notInOrg,
                ["The org no longer has the \(kind.noun) that is recorded as `\(address)`."])
        }
    }

    /// Reads a payload, which has to be a JSON object.
    private static func payload(_ path: String) throws -> JSONValue {
        let bytes: [UInt8]
        switch DiskFiles.read(path == "-" ? "/dev/stdin" : path) {
        case .success(let read): bytes = read
        case .failure(let problem):
            throw Failure(.error, .payloadUnreadable, ["\(path): \(problem.words)."])
        }
        do throws(JSONParseError) {
            let payload = try JSONValue(parsing: bytes)
            if payload.object != nil { return payload }
        } catch {
            throw Failure(.error, .payloadNotJson, ["\(path), \(error)."])
        }
        throw Failure(.error, .payloadNotObject, ["\(path)"])
    }
}
