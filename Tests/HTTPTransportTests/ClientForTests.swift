@testable import HTTPTransport

/// Runs a body with a client and shuts the client down whatever happens.
func withClient<Result>(
    _ configuration: HTTPTransportConfiguration = HTTPTransportConfiguration(),
    _ body: (HTTPClient) async throws -> Result
) async throws -> Result {
    let client = try HTTPClient(configuration)
    defer { client.shutdown() }
    return try await body(client)
}

extension HTTPClient {
    /// The error that a request ends with, or nil when it is answered.
    func failure(of request: HTTPRequest) async -> HTTPTransportError? {
        do {
            _ = try await send(request)
            return nil
        } catch {
            return error
        }
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

extension HTTPTransportError {
    var isUnreachable: Bool { if case .unreachable = self { true } else { false } }
    var isUntrusted: Bool { if case .untrusted = self { true } else { false } }
    var isInterrupted: Bool { if case .interrupted = self { true } else { false } }
    var isInvalidRequest: Bool { if case .invalidRequest = self { true } else { false } }
}
