import Foundation

/// An access token for an OAuth channel, got as Okta gets one: by client credentials, with the
/// client's secret in the form.
struct ChannelToken: Sendable {
    let client: InlineHookChannel.OAuthClient
    let endpointMap: EndpointMap
    let timeout: Duration

    func fetch() async throws(Execution.Failure) -> String {
        guard case .secret(let secret?) = client.proof else {
            throw Execution.Failure(
                reason: "the lab signs nothing, so that it has a token only by a client's secret")
        }
        guard let url = endpointMap.address(for: client.tokenURL) else {
            throw Execution.Failure(reason: OutgoingFailure.notOnLoopback.description)
        }
        var form = [("grant_type", "client_credentials")]
        if let scope = client.scope { form.append(("scope", scope)) }
        form += [("client_id", client.id), ("client_secret", secret)]
        let body = form.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
        let call = OutgoingCall(
            method: "POST", url: url,
            headers: [
                HeaderField("User-Agent", "Okta-Integrations"),
                HeaderField("Accept", "application/json"),
                HeaderField("Content-Type", "application/x-www-form-urlencoded"),
            ], body: Array(body.utf8), timeout: timeout)
        let reply: OutgoingReply
        do {
            reply = try await call.send()
        } catch {
            throw Execution.Failure(reason: "the token server: \(error.description)")
        }
        guard (200..<300).contains(reply.status) else {
            throw Execution.Failure(reason: "the token server answered \(reply.status)")
        }
        do {
            if let token = try LabJSON.parse(reply.body)["access_token"]?.text { return token }
        } catch {
            throw Execution.Failure(reason: "the token server's answer is no JSON")
        }
        throw Execution.Failure(reason: "the token server's answer holds no access_token")
    }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
    }
}
