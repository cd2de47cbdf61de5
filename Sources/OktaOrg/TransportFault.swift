import HTTPTransport

extension HTTPTransportError {
    /// Whether the same request may well succeed a moment later.
    var mayPass: Bool {
        switch self {
        case .unresolved, .unreachable, .timedOut, .interrupted: true
        case .invalidRequest, .untrusted, .tooLarge, .cancelled: false
        }
    }
}
