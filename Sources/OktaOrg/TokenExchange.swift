import HTTPTransport
import Ports
import Vocabulary

/// What a signer needs to talk to the token endpoint: the org, the way there, the clock.
struct TokenExchange: Sendable {
    static let path = "/oauth2/v1/token"

    /// The org's URL without a slash at its end.
    let orgURL: String
    let send: OktaClient.Send
    let surroundings: Surroundings
    let observer: @Sendable (OrgNotice) -> Void
    let options: OrgOptions

    var url: String { orgURL + Self.path }

    /// Seconds since 1970 by this machine's clock.
    var now: Int { epochSeconds(surroundings.now()) ?? 0 }

    /// Sends one form, and tells of it as of every request.
    func post(
        _ form: [(name: String, value: String)], headers: [(name: String, value: String)]
    ) async throws(HTTPTransportError) -> HTTPResponse {
        let body = form.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
            .joined(separator: "&")
        var request = HTTPRequest(
            "POST", url,
            headers: headers + [
                (name: "Accept", value: "application/json"),
                (name: "User-Agent", value: "tenterhook/\(options.version)"),
                (name: "Content-Type", value: "application/x-www-form-urlencoded"),
            ], body: Array(body.utf8))
        request.timeout = options.timeout
        do {
            let response = try await send(request)
            observer(
                .requested(
                    method: "POST", path: Self.path, status: response.status,
                    milliseconds: Int(response.timings.total / .milliseconds(1)),
                    requestID: response.header("X-Okta-Request-Id")))
            return response
        } catch {
            observer(
                .requested(
                    method: "POST", path: Self.path, status: nil, milliseconds: nil,
                    requestID: nil))
            throw error
        }
    }

    func sleep(_ wait: Duration) async throws(OrgError) {
        do {
            try await surroundings.sleep(wait)
        } catch {
            throw .cancelled(mayHaveHappened: false)
        }
    }
}
