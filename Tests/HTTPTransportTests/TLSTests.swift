import Foundation
import Testing

@testable import HTTPTransport

@Suite("TLS", .enabled(if: TLSServer.isAvailable, "python3 and openssl are needed"))
struct TLSTests {
    @Test func `an unknown authority is refused, a configured one trusted`() async throws {
        try await withTLSServer { server in
            let request = HTTPRequest("GET", "https://127.0.0.1:\(server.port)/secret?secret")
            try await withClient { client in
                let failure = try #require(await client.failure(of: request))
                #expect(failure.isUntrusted, "\(failure)")
                #expect("\(failure)".contains("127.0.0.1:\(server.port)"))
                #expect("\(failure)".contains("self-signed"))
                #expect(!"\(failure)".contains("secret"))
            }
            let own = HTTPTransportConfiguration(environment: ["SSL_CERT_FILE": server.certificate])
            try await withClient(own) { client in
                let response = try await client.send(request)
                #expect(response.text == "http/1.1 2")
                #expect(response.httpVersion == "1.1")
                #expect(response.timings.tls > .zero)
            }
            let missing = HTTPTransportConfiguration(caFile: server.directory + "/none.pem")
            try await withClient(missing) { client in
                #expect(await client.failure(of: request)?.isUntrusted == true)
            }
            let empty = HTTPTransportConfiguration(environment: ["SSL_CERT_DIR": server.directory])
            try await withClient(empty) { client in
                #expect(await client.failure(of: request)?.isUntrusted == true)
            }
        }
    }

    @Test func `a certificate for another name is refused`() async throws {
        try await withTLSServer(names: "DNS:other.example") { server in
            try await withClient(HTTPTransportConfiguration(caFile: server.certificate)) { client in
                let request = HTTPRequest("GET", "https://127.0.0.1:\(server.port)")
                let failure = try #require(await client.failure(of: request))
                #expect(failure.isUntrusted, "\(failure)")
            }
        }
    }

    @Test func `plain words from a server that should speak TLS are refused`() async throws {
        let (descriptor, port) = try LoopbackServer.listen()
        defer { close(descriptor) }
        let peer = Task.detached {
            let accepted = accept(descriptor, nil, nil)
            // What is closed before it has read everything is reset, and its words may be lost.
            var hello = [UInt8](repeating: 0, count: 4096)
            _ = recv(accepted, &hello, hello.count, 0)
            _ = Glibc.send(
                accepted, "HTTP/1.1 400 Bad Request\r\n\r\n", 28, Int32(MSG_NOSIGNAL))
            shutdown(accepted, Int32(SHUT_WR))
            while recv(accepted, &hello, hello.count, 0) > 0 {}
            close(accepted)
        }
        try await withClient { client in
            var request = HTTPRequest("GET", "https://127.0.0.1:\(port)")
            request.timeout = .seconds(300)
            request.connectTimeout = .seconds(300)
            let failure = try #require(await client.failure(of: request))
            #expect(failure.isUntrusted, "\(failure)")
        }
        await peer.value
    }

    @Test func `connection facts hold the certificate, every time`() async throws {
        try await withTLSServer { server in
            try await withClient(HTTPTransportConfiguration(caFile: server.certificate)) { client in
                var request = HTTPRequest("GET", "https://127.0.0.1:\(server.port)")
                for _ in 0..<2 { _ = try await client.send(request) }
                request.wantsConnectionFacts = true
                for _ in 0..<2 {
                    let facts = try #require(try await client.send(request).connection)
                    #expect(facts.remoteAddress == "127.0.0.1")
                    let certificate = try #require(facts.certificates.first)
                    #expect(facts.certificates.count == 1)
                    #expect(certificate.subject == "O = Acme, CN = loopback")
                    #expect(certificate.issuer == certificate.subject)
                    #expect(certificate.notBefore.hasSuffix("GMT"))
                    #expect(certificate.notAfter.hasSuffix("GMT"))
                    #expect(certificate.notBefore != certificate.notAfter)
                    #expect(
                        certificate.subjectAlternativeNames == [
                            "DNS:localhost", "IP Address:127.0.0.1",
                        ])
                }
            }
        }
    }

    @Test func `HTTP 2 puts many requests on one connection`() async throws {
        try await withTLSServer(http2: true) { server in
            try await withClient(HTTPTransportConfiguration(caFile: server.certificate)) { client in
                let url = "https://127.0.0.1:\(server.port)"
                let answers = try await withThrowingTaskGroup(of: String.self) { group in
                    for number in 0..<60 {
                        let body: [UInt8]? = number.isMultiple(of: 2) ? nil : [1, 2, 3]
                        group.addTask {
                            let response = try await client.send(
                                HTTPRequest("PUT", url, body: body))
                            return "\(response.httpVersion) \(response.status) \(response.text)"
                        }
                    }
                    var answers: Set<String> = []
                    for try await answer in group { answers.insert(answer) }
                    return answers
                }
                #expect(answers == ["2 200 h2 1"])
            }
        }
    }

    @Test func `HTTP 2 can be left out`() async throws {
        try await withTLSServer(http2: true) { server in
            var configuration = HTTPTransportConfiguration(caFile: server.certificate)
            configuration.allowHTTP2 = false
            try await withClient(configuration) { client in
                let url = "https://127.0.0.1:\(server.port)"
                let answer = try await client.send(HTTPRequest("GET", url))
                #expect(answer.text == "http/1.1 1")
            }
        }
    }

    @Test func `https goes through a configured proxy, plain http does not`() async throws {
        try await withTLSServer { server in
            let port = server.port
            try await withServer { exchange in
                if exchange.request.line.hasPrefix("CONNECT ") {
                    exchange.tunnel(to: port)
                } else {
                    exchange.answer("direct")
                }
            } run: { proxy in
                var configuration = HTTPTransportConfiguration(caFile: server.certificate)
                configuration.proxy = "http://user:secret@127.0.0.1:\(proxy.port)"
                try await withClient(configuration) { client in
                    let through = try await client.send(
                        HTTPRequest(
                            "GET", "https://localhost:\(port)", headers: [("X-Key", "secret")]))
                    #expect(through.text == "http/1.1 1")
                    #expect(through.header("proxy-agent") == nil)
                    let connect = try #require(proxy.requests.first)
                    #expect(connect.line == "CONNECT localhost:\(port) HTTP/1.1")
                    #expect(connect.values("proxy-authorization").count == 1)
                    let direct = try await client.send(HTTPRequest("GET", proxy.url + "/plain"))
                    #expect(direct.text == "direct")
                    #expect(proxy.requests.last?.line == "GET /plain HTTP/1.1")
                }
            }
        }
    }
}
