import Testing

@testable import HTTPTransport

@Suite("Failures")
struct FailureTests {
    @Test func `a refused connection is unreachable and says why`() async throws {
        try await withClosedPort { port in
            try await withClient { client in
                let url = "http://127.0.0.1:\(port)/secret?secret"
                let failure = await client.failure(of: HTTPRequest("GET", url))
                #expect(failure == .unreachable(detail: "127.0.0.1:\(port): Connection refused"))
            }
        }
    }

    @Test func `a name without an address is unresolved`() async throws {
        // A label of 64 letters is no name, so that no resolver is asked.
        let host = String(repeating: "a", count: 64) + ".invalid"
        try await withClient { client in
            let failure = await client.failure(of: HTTPRequest("GET", "https://\(host)/secret"))
            guard case .unresolved(host, let detail) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(!detail.contains("secret"))
        }
    }

    static let broken: [(name: String, script: @Sendable (ServerExchange) -> Void)] = [
        ("reset before the answer", { $0.reset() }),
        ("closed before the answer", { $0.close() }),
        (
            "reset within the body",
            {
                $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")
                $0.reset()
            }
        ),
        (
            "a body shorter than its length",
            {
                $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")
                $0.close()
            }
        ),
        (
            "a chunked body without its end",
            {
                $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n")
                $0.close()
            }
        ),
        (
            "headers without their end",
            {
                $0.send("HTTP/1.1 200 OK\r\nContent-Le")
                $0.close()
            }
        ),
        (
            "no HTTP at all",
            {
                $0.send("220 mail.example ESMTP\r\n")
                $0.close()
            }
        ),
        ("a false compression", { $0.answer("not gzip", headers: ["Content-Encoding: gzip"]) }),
    ]

    @Test(arguments: broken.map(\.name))
    func `is an interruption`(name: String) async throws {
        let script = try #require(Self.broken.first { $0.name == name }?.script)
        try await withServer(script) { server in
            try await withClient { client in
                let request = HTTPRequest("POST", server.url + "/secret?secret", body: [1])
                let failure = try #require(await client.failure(of: request))
                #expect(failure.isInterrupted, "\(failure)")
                #expect("\(failure)".contains("127.0.0.1:\(server.port)"))
                #expect(!"\(failure)".contains("secret"))
                #expect(server.requests.count == 1)
            }
        }
    }

    @Test func `a slow answer times out`() async throws {
        try await withServer { exchange in
            if exchange.requestNumber == 1 { exchange.answer() } else { exchange.holdUntilClosed() }
        } run: { server in
            try await withClient { client in
                // The connection is made first, so only the response can be late.
                var request = HTTPRequest.patient("GET", server.url)
                _ = try await client.send(request)
                // A busy machine may let a short limit pass before the request leaves, and then
                // the failure is a different one. Only a request that arrived is evidence.
                for limit in [Duration.milliseconds(150), .seconds(3), .seconds(60)] {
                    request.timeout = limit
                    let start = ContinuousClock.now
                    let failure = await client.failure(of: request)
                    #expect(start.duration(to: .now) >= limit)
                    if server.requests.count == 2 {
                        #expect(failure == .timedOut(after: limit))
                        break
                    }
                    #expect(failure?.isUnreachable == true)
                }
                #expect(server.requests.count == 2)
                #expect(server.connections == 1)
            }
        }
    }

    @Test func `a peer that never finishes the handshake is unreachable`() async throws {
        try await withServer {
            $0.close()
        } run: { server in
            try await withClient { client in
                var request = HTTPRequest("GET", "https://127.0.0.1:\(server.port)")
                request.connectTimeout = .milliseconds(80)
                let failure = try #require(await client.failure(of: request))
                #expect(failure.isUnreachable, "\(failure)")
                #expect(server.requests.isEmpty)
            }
        }
    }

    @Test func `waiting for a free connection counts towards the limit`() async throws {
        try await withServer {
            $0.holdUntilClosed()
        } run: { server in
            try await withClient(HTTPTransportConfiguration(maxConnectionsPerHost: 1)) { client in
                let url = server.url
                let holder = Task { await client.failure(of: .patient("GET", url)) }
                _ = try await server.requests(atLeast: 1)
                var request = HTTPRequest("POST", url)
                request.timeout = .milliseconds(80)
                let failure = try #require(await client.failure(of: request))
                #expect(failure.isUnreachable, "\(failure)")
                #expect(server.requests.count == 1)
                holder.cancel()
                #expect(await holder.value == .cancelled)
            }
        }
    }
}
