import Testing

@testable import HTTPTransport

@Suite("Configuration")
struct ConfigurationTests {
    @Test func `the bundle variable wins over the two others`() {
        let configuration = HTTPTransportConfiguration(environment: [
            "CURL_CA_BUNDLE": "/a", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c",
        ])
        #expect(configuration.caFile == "/a")
        #expect(configuration.caPath == nil)
    }

    @Test func `file and directory both count, and empty is unset`() {
        let configuration = HTTPTransportConfiguration(environment: [
            "CURL_CA_BUNDLE": "", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c",
        ])
        #expect(configuration.caFile == "/b")
        #expect(configuration.caPath == "/c")
        #expect(HTTPTransportConfiguration(environment: [:]).caFile == nil)
    }

    @Test(arguments: [
        HTTPTransportConfiguration(maxConnectionsPerHost: 0),
        HTTPTransportConfiguration(userAgent: "a\r\nX: y"),
        HTTPTransportConfiguration(caFile: ""),
        HTTPTransportConfiguration(proxy: "http://user:secret@"),
        HTTPTransportConfiguration(proxy: "ftp://user:secret@proxy.example:21"),
        HTTPTransportConfiguration(proxy: ""),
    ])
    func `is refused, without telling the proxy's password`(
        _ configuration: HTTPTransportConfiguration
    ) {
        do {
            _ = try HTTPClient(configuration)
            Issue.record("not refused")
        } catch {
            #expect(error.isInvalidRequest)
            #expect(!"\(error)".contains("secret"))
        }
    }

    @Test(arguments: ["proxy.example:3128", "http://u:p@proxy.example", "socks5h://127.0.0.1:1080"])
    func `takes a proxy`(proxy: String) throws {
        try HTTPClient(HTTPTransportConfiguration(proxy: proxy)).shutdown()
    }

    @Test func `knows the library's version`() {
        #expect(HTTPClient.libraryVersion.hasPrefix("libcurl/"))
    }
}
