/// One call of an inline hook's endpoint, with a payload somebody made up to try it out.
struct Execution: Sendable {
    /// Why the endpoint brought nothing that could be passed on.
    struct Failure: Error, Equatable {
        let reason: String
    }

    /// The answer has to be smaller than this.
    private static let largestAnswer = 256 * 1024

    private let hook: InlineHook
    private let endpointMap: EndpointMap
    private let timeout: Duration

    init(_ hook: InlineHook, _ configuration: LabOrg.Configuration) {
        self.hook = hook
        endpointMap = configuration.endpointMap
        timeout = configuration.endpointTimeout
    }

    /// Sends the payload as it is, and returns the endpoint's JSON as it is.
    ///
    /// A time-out, a redirect or a 5xx is tried once more, except for the types that never are.
    func run(payload: [UInt8]) async throws(Failure) -> [UInt8] {
        guard let url = endpointMap.address(for: hook.channel.uri) else {
            throw Failure(reason: OutgoingFailure.notOnLoopback.description)
        }
        let call = OutgoingCall(
            method: "POST", url: url, headers: try await headers(), body: payload,
            timeout: timeout)
        var failure = Failure(reason: "")
        for _ in 1...(hook.type.isRetried ? 2 : 1) {
            let reply: OutgoingReply
            do {
                reply = try await call.send()
            } catch {
                failure = Failure(reason: error.description)
                continue
            }
            if (200..<300).contains(reply.status) { return try Self.content(of: reply) }
            failure = Failure(reason: "the endpoint answered \(reply.status)")
            if (400..<500).contains(reply.status) { break }
        }
        throw failure
    }

    private func headers() async throws(Failure) -> [HeaderField] {
        let proof: [HeaderField]
        switch hook.channel.security {
        case .header(let scheme): proof = scheme?.callHeaders ?? []
        case .oauth(let client):
            let token = ChannelToken(client: client, endpointMap: endpointMap, timeout: timeout)
            proof = [HeaderField("Authorization", "Bearer \(try await token.fetch())")]
        }
        return [
            HeaderField("User-Agent", "Okta-Integrations"),
            HeaderField("Accept", "application/json"),
            HeaderField("Content-Type", "application/json"),
            HeaderField("X-Okta-Request-Id", Identifiers.request()),
        ] + hook.channel.headers + proof
    }

    private static func content(of reply: OutgoingReply) throws(Failure) -> [UInt8] {
        guard reply.body.count < largestAnswer else {
            throw Failure(reason: "the answer is too large")
        }
        do {
            if try LabJSON.parse(reply.body).members != nil { return reply.body }
        } catch {
            throw Failure(reason: "the answer is no JSON")
        }
        throw Failure(reason: "the answer is no JSON object")
    }
}
