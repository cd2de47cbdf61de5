package import HTTPTransport
package import Ports
import Vocabulary

/// Posts deliveries as Okta does: no redirect followed, nothing sent twice. Only https is spoken, and
/// plain http to this machine.
package struct EndpointDeliverer: EndpointDelivery {
    private let client: HTTPClient

    package init(client: HTTPClient) { self.client = client }

    package func send(_ post: EndpointPost, patience: Duration) async -> PostAnswer {
        var request = HTTPRequest(
            "POST", post.url.reveal(),
            headers: post.headers.map { (name: $0.name, value: $0.value.reveal()) },
            body: post.body)
        request.timeout = patience
        request.connectTimeout = patience
        request.maxBodyBytes = 1 << 20
        let start = ContinuousClock.now
        do throws(HTTPTransportError) {
            let response = try await client.send(request)
            return .answered(
                EndpointAnswer(
                    status: response.status, body: response.body,
                    elapsed: start.duration(to: .now)))
        } catch .timedOut(let limit) {
            return .silent(after: limit)
        } catch {
            return .unanswered(
                detail: error.inWords, mayHaveArrived: error.requestMayHaveArrived)
        }
    }
}
