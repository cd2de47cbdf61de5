extension HTTPTransportError {
    /// The failure as a sentence for people.
    package var inWords: String {
        switch self {
        case .invalidRequest(let text): text
        case .unresolved(let host, let detail): "The name \(host) was not found: \(detail)."
        case .unreachable(let detail): "There is no connection to \(detail)."
        case .untrusted(let detail) where detail.contains("wrong version number"):
            "The server answered without TLS: the address may be one for http, not https, or "
                + "another port. (\(detail))"
        case .untrusted(let detail): "The TLS handshake failed: \(detail)."
        case .timedOut(let limit): "No answer came within \(limit)."
        case .interrupted(let detail): "The connection broke: \(detail)."
        case .tooLarge(let limit): "The answer is larger than \(limit) bytes."
        case .cancelled: "The request was cancelled."
        }
    }
}
