import Testing

@testable import HTTPTransport

@Suite("Which hosts are this machine")
struct LoopbackHostTests {
    @Test(arguments: [
        "localhost", "LOCALHOST", "127.0.0.1", "127.0.0.0", "127.255.255.255", "::1", "[::1]",
        "0:0:0:0:0:0:0:1",
    ])
    func `is loopback`(host: String) { #expect(isLoopback(host: host)) }

    @Test(arguments: [
        "", "example.com", "localhost.", "localhost.example.com", "127.0.0.1.example.com", "127.1",
        "0177.0.0.1", "0x7f000001", "2130706433", "126.255.255.255", "128.0.0.1", "0.0.0.0", "::",
        "::2", "[127.0.0.1]", "::ffff:127.0.0.1", "[::1", "127.0.0.1\0.example.com", "10.0.0.1",
    ])
    func `is not loopback`(host: String) { #expect(!isLoopback(host: host)) }
}
