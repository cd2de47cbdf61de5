import Glibc
import Testing

@testable import HTTPTransport

@Suite("Proxies")
struct ProxyTests {
    @Test func `a proxy that refuses leaves the host unreachable`() async throws {
        try await withServer {
            $0.answer(status: "407 Proxy Authentication Required")
        } run: { proxy in
            let configuration = HTTPTransportConfiguration(
                proxy: "http://user:secret@127.0.0.1:\(proxy.port)")
            try await withClient(configuration) { client in
                let request = HTTPRequest(
                    "POST", "https://hooks.example.com/secret", headers: [("X-Key", "secret")])
                let failure = await client.failure(of: request)
                #expect(
                    failure == .unreachable(detail: "hooks.example.com:443: the proxy answered 407")
                )
                #expect(proxy.requests.allSatisfy { $0.values("x-key").isEmpty })
            }
        }
    }

    @Test func `the environment's proxy is used for other hosts and not for loopback`() async throws
    {
        await #expect(processExitsWith: .success) {
            try await withServer {
                $0.answer("direct", status: "502 Bad Gateway")
            } run: { proxy in
                for name in ["http_proxy", "https_proxy", "all_proxy"] {
                    setenv(name, proxy.url, 1)
                }
                unsetenv("no_proxy")
                unsetenv("NO_PROXY")
                try await withClient { client in
                    let far = await client.failure(
                        of: HTTPRequest("GET", "https://hooks.example.com/"))
                    try #require(
                        far == .unreachable(detail: "hooks.example.com:443: the proxy answered 502")
                    )
                    try #require(
                        proxy.requests.map(\.line) == ["CONNECT hooks.example.com:443 HTTP/1.1"])
                    let near = try await client.send(HTTPRequest("GET", proxy.url + "/near"))
                    try #require(near.text == "direct")
                    try #require(proxy.requests.last?.line == "GET /near HTTP/1.1")
                }
            }
        }
    }
}
