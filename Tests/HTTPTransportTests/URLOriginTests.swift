import Testing

@testable import HTTPTransport

@Suite("Where a URL leads")
struct URLOriginTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var url: String
        var expected: String
        var testDescription: String { url }
    }

    @Test(arguments: [
        Case(url: "https://acme.okta.com/api/v1", expected: "https acme.okta.com 443"),
        Case(url: "HTTPS://Acme.Okta.COM", expected: "https acme.okta.com 443"),
        Case(url: "https://acme.okta.com:8443?x=1#y", expected: "https acme.okta.com 8443"),
        Case(url: "http://127.0.0.1:7878/", expected: "http 127.0.0.1 7878"),
        Case(url: "http://[::1]:7878/", expected: "http ::1 7878"),
        Case(url: "http://user:secret@localhost/", expected: "http localhost 80"),
        Case(url: "http://127.0.0.1@example.com/", expected: "http example.com 80"),
        Case(url: "http://example.com#@127.0.0.1/", expected: "http example.com 80"),
        Case(url: "http://example.com/@127.0.0.1", expected: "http example.com 80"),
        Case(url: "https:///path", expected: "https path 443"),
        Case(url: "http://127.1/", expected: "http 127.0.0.1 80"),
        Case(url: "http://0x7f.1/", expected: "http 127.0.0.1 80"),
    ])
    func `is read as libcurl reads it`(_ example: Case) throws {
        let origin = try URLOrigin(example.url)
        #expect("\(origin.scheme) \(origin.host) \(origin.port)" == example.expected)
    }

    @Test(arguments: [
        "", "acme.okta.com", "/api", "ftp://localhost/", "file:///etc/passwd", "https://",
        "https://a b/", "https://host/a b", "https://host/\r\nX: y", "https://host/\0",
        "https://[::1",
        "https://host:0/", "https://host:99999/", "https://h\u{F6}st/",
    ])
    func `is refused`(url: String) {
        #expect(throws: HTTPTransportError.self) { try URLOrigin(url) }
    }

    @Test func `shows host and port only`() throws {
        #expect(try URLOrigin("https://u:p@h.example/t?k=v").description == "h.example:443")
        #expect(try URLOrigin("https://[::1]/t").description == "[::1]:443")
    }
}
