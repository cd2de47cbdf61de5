/// What all requests of one client have in common.
package struct HTTPTransportConfiguration: Sendable {
    /// A file of trusted certificates. With this or `caPath` set, the system's own are not trusted.
    package var caFile: String?

    /// A directory of trusted certificates, named by hash as `openssl rehash` does.
    package var caPath: String?

    /// The proxy for every https request. Without one, `https_proxy`, `all_proxy` and `no_proxy`
    /// of the process environment decide, by libcurl's own rules.
    ///
    /// A loopback host is never reached through a proxy of the environment, and plain http, which
    /// goes to loopback only, through none at all.
    package var proxy: String?

    package var userAgent: String
    package var maxConnectionsPerHost: Int
    package var allowHTTP2: Bool

    /// The longest time that a kept connection may be idle and still be used again.
    ///
    /// A server may have dropped an older one without notice. Counted in whole seconds.
    package var idleLimit: Duration

    package init(
        caFile: String? = nil,
        caPath: String? = nil,
        proxy: String? = nil,
        userAgent: String = "tenterhook",
        maxConnectionsPerHost: Int = 8,
        allowHTTP2: Bool = true,
        idleLimit: Duration = .seconds(118)
    ) {
        self.caFile = caFile
        self.caPath = caPath
        self.proxy = proxy
        self.userAgent = userAgent
        self.maxConnectionsPerHost = maxConnectionsPerHost
        self.allowHTTP2 = allowHTTP2
        self.idleLimit = idleLimit
    }

    /// Takes the trusted certificates from the variables that the curl tool reads.
    ///
    /// `CURL_CA_BUNDLE` wins; otherwise `SSL_CERT_FILE` and `SSL_CERT_DIR` both count. An empty
    /// value is no value.
    package init(environment: [String: String]) {
        func value(_ name: String) -> String? {
            guard let text = environment[name], !text.isEmpty else { return nil }
            return text
        }
        if let bundle = value("CURL_CA_BUNDLE") {
            self.init(caFile: bundle)
        } else {
            self.init(caFile: value("SSL_CERT_FILE"), caPath: value("SSL_CERT_DIR"))
        }
    }
}
