import Catalog
package import HTTPTransport
import JSON
import Kinds
package import Ports
import Vocabulary

/// Sends challenges as Okta does: a GET with the hook's own headers, no redirect followed, three
/// seconds for all of it. Only https is spoken, and plain http to this machine.
package struct EndpointProber: EndpointProbe {
    /// How long Okta waits for the answer.
    static let patience = Duration.seconds(Limits.endpointSeconds.value)

    private let client: HTTPClient

    package init(client: HTTPClient) { self.client = client }

    package func send(_ challenge: EndpointChallenge) async -> ProbeAnswer {
        var headers = challenge.headers.map { (name: $0.name, value: $0.value.reveal()) }
        headers.append((name: "Accept", value: "application/json"))
        headers.append((name: "X-Okta-Verification-Challenge", value: challenge.token))
        var request = HTTPRequest("GET", challenge.url.reveal(), headers: headers)
        request.timeout = Self.patience
        request.connectTimeout = Self.patience
        request.maxBodyBytes = 1 << 16
        do throws(HTTPTransportError) {
            let response = try await client.send(request)
            return Self.judge(status: response.status, body: response.body, token: challenge.token)
        } catch {
            return .unanswered(detail: error.inWords)
        }
    }

    /// What Okta would think of an answer.
    static func judge(status: Int, body: [UInt8], token: String) -> ProbeAnswer {
        func failed(_ detail: String) -> ProbeAnswer { .failed(status: status, detail: detail) }
        guard status == 200 else { return failed("It answered with status \(status).") }
        let answer: JSONValue
        do throws(JSONParseError) {
            answer = try JSONValue(parsing: body)
        } catch {
            return failed("It answered with something that is no JSON.")
        }
        guard let value = answer["verification"]?.string else {
            return failed("Its answer has no text under `verification`.")
        }
        return value == token
            ? .passed : failed("It answered with another value than the challenge's.")
    }
}
