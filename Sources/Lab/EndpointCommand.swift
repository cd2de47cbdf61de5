import ArgumentParser
import LabServers

extension EndpointMode: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension EndpointAuth: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

/// `tenterhook-lab endpoint`
struct EndpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endpoint",
        abstract: "Answer event hooks' handshakes and inline hooks, take and show deliveries.",
        discussion: """
            Every path is the endpoint, save /lab (a page), /lab/received (GET, DELETE), \
            /lab/mode, /lab/auth and /lab/answer (PUT, the body is the value).
            """)

    @Option(help: "The port; 0 lets the kernel choose.")
    var port = 7879

    @Option(help: ArgumentHelp("The header callers must send.", valueName: "Header: value"))
    var auth: EndpointAuth?

    @Option(
        help: ArgumentHelp(
            "How it behaves; flaky fails each first attempt.",
            valueName: "ok|wrong-body|slow|redirect|status=NNN|flaky|plain-text"))
    var mode: EndpointMode = .ok

    @Option(help: ArgumentHelp("How long the mode slow takes.", valueName: "ms"))
    var slowness = 5000

    @Flag(help: "Say nothing after the first line.")
    var quiet = false

    @OptionGroup var options: ServerOptions

    func run() async throws {
        let end = EndOfLife(withStandardInput: options.exitWithStdin)
        var configuration = LabEndpoint.Configuration()
        configuration.port = port
        configuration.auth = auth
        configuration.mode = mode
        configuration.slowness = .milliseconds(slowness)
        if !quiet { configuration.onRequest = { sayLine($0) } }
        let endpoint = try await LabEndpoint.start(configuration)
        sayLine("tenterhook-lab endpoint listening on \(endpoint.url)")
        await end.wait()
        await endpoint.stop()
    }
}
