@testable import HTTPTransport

/// Runs a body with a client and shuts the client down whatever happens.
///
/// Kept connections never get too old: on a busy machine, minutes may pass between two requests of
/// one test.
func withClient<Result>(
    _ configuration: HTTPTransportConfiguration = HTTPTransportConfiguration(),
    _ body: (HTTPClient) async throws -> Result
) async throws -> Result {
    var configuration = configuration
    configuration.idleLimit = .seconds(86_400)
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

extension HTTPRequest {
    /// A request that doesn't time out, however busy the machine is.
    static func patient(_ method: String, _ url: String, body: [UInt8]? = nil) -> HTTPRequest {
        var request = HTTPRequest(method, url, body: body)
        request.timeout = .seconds(3_600)
        request.connectTimeout = .seconds(3_600)
        return request
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
