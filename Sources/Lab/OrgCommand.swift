import ArgumentParser
import LabServers

/// `tenterhook-lab org`
struct OrgCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "org",
        abstract: "Be an Okta org: hooks, hook keys, System Log, handshakes, deliveries, faults.",
        discussion: """
            The API is under /api/v1, a page for people at /. The lab's own paths need no \
            token: /lab/state (GET, PUT), /lab/hook-users (PUT), /lab/events (POST), \
            /lab/log (POST), /lab/requests (GET, DELETE), /lab/faults (GET, POST, DELETE), \
            /lab/clock (POST), /lab/clients (POST), /lab/tokens (DELETE), /lab/dpop-nonce (PUT).

            Endpoints are called only at plain-http addresses of this machine. Hook keys hold \
            random numbers and sign nothing.
            """)

    @Option(help: "The port; 0 lets the kernel choose.")
    var port = 7878

    @Option(
        help: ArgumentHelp("Load the org from this file, and keep it there.", valueName: "file"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "Begin the System Log with the events of this file, one a line.", valueName: "file"))
    var log: String?

    @Option(help: "An API token to let in; may be repeated. Without one, any will do.")
    var token: [String] = []

    @Option(help: ArgumentHelp("Delay every API answer.", valueName: "ms"))
    var latency = 0

    @Option(help: ArgumentHelp("Requests allowed in a window.", valueName: "n"))
    var rateLimit = 10_000

    @Option(
        help: ArgumentHelp(
            "Requests for the System Log allowed in a window. (default: 120, or --rate-limit if less)",
            valueName: "n"))
    var logsRateLimit: Int?

    @Option(help: ArgumentHelp("Length of a rate limit window.", valueName: "seconds"))
    var rateWindow = 60

    @Option(help: ArgumentHelp("The most event hooks there may be.", valueName: "n"))
    var maxEventHooks = 25

    @Option(help: ArgumentHelp("The most inline hooks there may be.", valueName: "n"))
    var maxInlineHooks = 100

    @Option(help: ArgumentHelp("Wait so long for an endpoint, each time.", valueName: "ms"))
    var handshakeTimeout = 3000

    @Option(
        help: ArgumentHelp(
            "Call URL where a hook's uri starts with PREFIX; may be repeated.",
            valueName: "prefix=url"))
    var mapEndpoint: [EndpointMap.Entry] = []

    @OptionGroup(title: "What is not known about Okta") var switches: SwitchOptions
    @OptionGroup var options: ServerOptions

    func validate() throws {
        guard latency >= 0, rateLimit > 0, logsRateLimit ?? 1 > 0, rateWindow > 0,
            handshakeTimeout > 0
        else {
            throw ValidationError("Times and limits must be greater than 0.")
        }
    }

    func run() async throws {
        let end = EndOfLife(withStandardInput: options.exitWithStdin)
        var configuration = LabOrg.Configuration()
        configuration.port = port
        configuration.dataPath = data
        configuration.logPath = log
        configuration.tokens = token
        configuration.latency = .milliseconds(latency)
        configuration.rateLimit = rateLimit
        configuration.logsRateLimit = logsRateLimit
        configuration.rateWindowSeconds = rateWindow
        configuration.maximumEventHooks = maxEventHooks
        configuration.maximumInlineHooks = maxInlineHooks
        configuration.endpointTimeout = .milliseconds(handshakeTimeout)
        configuration.endpointMap = EndpointMap(mapEndpoint)
        configuration.switches = try switches.chosen()
        let org = try await LabOrg.start(configuration)
        sayLine("tenterhook-lab org listening on \(org.url)")
        await end.wait()
        await org.stop()
    }
}

extension EndpointMap.Entry: ExpressibleByArgument {
    /// Reads `PREFIX=URL`; the prefix is all before the first `=http`.
    package init?(argument: String) {
        guard let match = argument.wholeMatch(of: #/(.+?)=(http.+)/#) else { return nil }
        self.init(prefix: String(match.1), replacement: String(match.2))
    }
}
