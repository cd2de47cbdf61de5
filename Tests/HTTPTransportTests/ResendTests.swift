import Testing

@testable import HTTPTransport

@Suite("A kept connection that the server drops")
struct ResendTests {
    /// Answers the first request of a connection and drops the connection at the second.
    static let dropsSecond: @Sendable (ServerExchange) -> Void = { exchange in
        if exchange.requestNumber == 1 { exchange.answer("ok") } else { exchange.close() }
    }

    @Test(arguments: ["POST", "PUT", "PATCH", "DELETE"], [nil, "body"])
    func `a request that changes something is never sent twice`(method: String, body: String?)
        async throws
    {
        try await withServer(Self.dropsSecond) { server in
            try await withClient { client in
                _ = try await client.send(HTTPRequest("GET", server.url))
                let request = HTTPRequest(method, server.url, body: body.map { Array($0.utf8) })
                let failure = try #require(await client.failure(of: request))
                #expect(failure.isInterrupted, "\(failure)")
                #expect(
                    server.requests.map { $0.line.prefix(while: { $0 != " " }) } == [
                        "GET", method[...],
                    ])
            }
        }
    }

    @Test(arguments: ["GET", "HEAD", "OPTIONS"])
    func `a request that only reads is sent again`(method: String) async throws {
        try await withServer(Self.dropsSecond) { server in
            try await withClient { client in
                _ = try await client.send(HTTPRequest("GET", server.url))
                let response = try await client.send(HTTPRequest(method, server.url))
                #expect(response.status == 200)
                #expect(server.requests.count == 3)
                #expect(server.connections == 2)
            }
        }
    }

    @Test func `a connection closed while idle is replaced without a trace`() async throws {
        try await withServer {
            $0.answer("ok")
            $0.close()
        } run: { server in
            try await withClient { client in
                for count in 1...3 {
                    _ = try await client.send(HTTPRequest("GET", server.url))
                    // The close is on its way; the next connection is new whether it is seen or not.
                    #expect(try await server.requests(atLeast: count).count == count)
                }
            }
        }
    }
}
