extension HTTPRequest {
    /// Refuses a request that must not be sent, and says where a good one leads.
    ///
    /// 1. The method and every header fit on their line.
    /// 2. The framing is the transport's own: a given `Content-Length` must be true.
    /// 3. The URL is https, or http to this machine.
    func check() throws(HTTPTransportError) -> URLOrigin {
        guard HTTPField.isToken(method), method != "CONNECT" else {
            throw .invalidRequest("The method is not one that can be sent.")
        }
        guard method != "HEAD" || body == nil else {
            throw .invalidRequest("A HEAD request has no body.")
        }
        for header in headers { try check(header) }
        guard timeout > .zero, connectTimeout > .zero, maxBodyBytes >= 0 else {
            throw .invalidRequest("A time-out or size limit is not positive.")
        }
        let origin = try URLOrigin(url)
        guard origin.scheme == "https" || origin.isLoopback else {
            throw .invalidRequest(
                "Plain http is for this machine only, and \(origin.host) is not: use https."
            )
        }
        return origin
    }

    private func check(_ header: (name: String, value: String)) throws(HTTPTransportError) {
        guard HTTPField.isToken(header.name) else {
            throw .invalidRequest("A header name holds a character that is not allowed.")
        }
        guard HTTPField.isValue(header.value) else {
            throw .invalidRequest("The value of header \(header.name) holds a control character.")
        }
        switch header.name.lowercased() {
        case "transfer-encoding":
            throw .invalidRequest("The transfer encoding is chosen by the transport.")
        case "content-length":
            guard Int(header.value) == (body?.count ?? 0) else {
                throw .invalidRequest("The Content-Length given is not that of the body.")
            }
        default:
            break
        }
    }

    /// Whether sending the request twice does no more than sending it once.
    var isSafe: Bool { ["GET", "HEAD", "OPTIONS"].contains(method) }
}
