/// Why there is no answer, by what the caller does next.
///
/// No text in here holds a URL, a header or a body: at most the host and port.
package enum HTTPTransportError: Error, Sendable, Equatable {
    /// The request or the configuration cannot work; sending it again will not help.
    case invalidRequest(String)

    /// The host's name has no address. Nothing was sent.
    case unresolved(host: String, detail: String)

    /// No connection: refused, not ready in time, or the proxy would not. Nothing was sent.
    case unreachable(detail: String)

    /// The TLS handshake failed or the certificate was refused. Nothing was sent.
    case untrusted(detail: String)

    /// The request was on its way when the time was over.
    case timedOut(after: Duration)

    /// The connection broke, or what came back was not HTTP, after the request was on its way.
    case interrupted(detail: String)

    /// The answer's body (or its header block) grew past the limit and was dropped.
    case tooLarge(limit: Int)

    /// The task was cancelled or the client shut down.
    case cancelled

    /// Whether the server may have seen the request, so that only a look can tell what happened.
    ///
    /// True for `cancelled` as well: a cancellation does not know how far the request got.
    package var requestMayHaveArrived: Bool {
        switch self {
        case .invalidRequest, .unresolved, .unreachable, .untrusted: false
        case .timedOut, .interrupted, .tooLarge, .cancelled: true
        }
    }
}
