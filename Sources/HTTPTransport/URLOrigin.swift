import CLibCurl

/// Where a URL leads: scheme, host and port, and nothing that could be a secret.
package struct URLOrigin: Sendable, Equatable {
    /// `http` or `https`.
    package let scheme: String

    /// The host in lower case, without brackets around an IPv6 address.
    package let host: String

    package let port: Int

    /// Whether the host is this machine.
    package var isLoopback: Bool { HTTPTransport.isLoopback(host: host) }

    /// Reads an absolute http or https URL, written in ASCII.
    package init(_ url: String) throws(HTTPTransportError) {
        guard url.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw .invalidRequest("The URL holds a character that must be percent-encoded.")
        }
        guard let parsed = ParsedURL(url, flags: UInt32(CURLU_NON_SUPPORT_SCHEME)),
            let scheme = parsed.part(CURLUPART_SCHEME),
            let bracketed = parsed.part(CURLUPART_HOST)
        else {
            throw .invalidRequest("The URL is not one that can be read.")
        }
        guard scheme == "https" || scheme == "http" else {
            throw .invalidRequest("The URL is neither https nor http.")
        }
        guard
            let port = parsed.part(CURLUPART_PORT, flags: UInt32(CURLU_DEFAULT_PORT)).flatMap({
                Int($0)
            }),
            port > 0
        else {
            throw .invalidRequest("The URL has no usable port.")
        }
        self.scheme = scheme
        self.host = bracketed.filter { $0 != "[" && $0 != "]" }.lowercased()
        self.port = port
    }
}

extension URLOrigin: CustomStringConvertible {
    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
