/// Okta's one-time challenge to the endpoint of an event hook.
struct Handshake: Sendable {
    private let timeout: Duration
    private let endpointMap: EndpointMap

    init(_ configuration: LabOrg.Configuration) {
        timeout = configuration.endpointTimeout
        endpointMap = configuration.endpointMap
    }

    /// Returns why it failed, or `nil` where the endpoint proved itself.
    ///
    /// A time-out or an error answer is tried once more, with the same challenge; an answer that
    /// merely says the wrong thing is not.
    func attempt(_ channel: EventHook.Channel) async -> String? {
        guard let url = endpointMap.address(for: channel.uri) else {
            return OutgoingFailure.notOnLoopback.description
        }
        let challenge = Identifiers.challenge()
        let call = OutgoingCall(
            method: "GET", url: url, headers: headers(channel, challenge: challenge), body: [],
            timeout: timeout)
        var failure: String?
        for _ in 1...2 {
            do {
                let reply = try await call.send()
                if reply.status == 200 { return Self.judge(reply, challenge: challenge) }
                failure = "the endpoint answered \(reply.status)"
            } catch {
                failure = error.description
            }
        }
        return failure
    }

    private func headers(_ channel: EventHook.Channel, challenge: String) -> [HeaderField] {
        [
            HeaderField("User-Agent", "Okta-Integrations"),
            HeaderField("Accept", "application/json"),
            HeaderField("X-Okta-Request-Id", Identifiers.request()),
            HeaderField("X-Okta-Verification-Challenge", challenge),
        ] + channel.callHeaders
    }

    private static func judge(_ reply: OutgoingReply, challenge: String) -> String? {
        do {
            let answer = try LabJSON.parse(reply.body)
            return answer["verification"]?.text == challenge
                ? nil : "the answer does not repeat the challenge"
        } catch {
            return "the answer is not JSON"
        }
    }
}
