import CLibCurl

extension HTTPTransportConfiguration {
    /// Refuses what no request could work with, before the first one is sent.
    func check() throws(HTTPTransportError) {
        guard maxConnectionsPerHost > 0 else {
            throw .invalidRequest("At least one connection per host is needed.")
        }
        guard HTTPField.isValue(userAgent) else {
            throw .invalidRequest("The user agent holds a control character.")
        }
        for path in [caFile, caPath].compactMap({ $0 }) where path.isEmpty || path.contains("\0") {
            throw .invalidRequest("The path of the trusted certificates is not a path.")
        }
        if let proxy { try Self.check(proxy: proxy) }
    }

    /// A proxy may hold a password, so the error names what is wrong and not the proxy.
    private static func check(proxy: String) throws(HTTPTransportError) {
        let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]
        let flags = UInt32(CURLU_GUESS_SCHEME) | UInt32(CURLU_NON_SUPPORT_SCHEME)
        guard let parsed = ParsedURL(proxy, flags: flags),
            let scheme = parsed.part(CURLUPART_SCHEME),
            parsed.part(CURLUPART_HOST) != nil
        else {
            throw .invalidRequest("The proxy is not a URL.")
        }
        guard schemes.contains(scheme) else {
            throw .invalidRequest("The proxy is neither an http, an https nor a socks URL.")
        }
    }
}
