import Testing

@testable import HTTPTransport

@Suite("Many requests at once")
struct ConcurrencyTests {
    @Test func `a hundred requests share eight connections, and keep them`() async throws {
        try await withServer {
            $0.answer($0.request.line)
        } run: { server in
            try await withClient { client in
                let url = server.url
                for round in 1...5 {
                    let responses = try await withThrowingTaskGroup(of: HTTPResponse.self) {
                        group in
                        for number in 0..<100 {
                            group.addTask {
                                try await client.send(.patient("GET", "\(url)/\(number)"))
                            }
                        }
                        return try await group.reduce(into: []) { $0.append($1) }
                    }
                    #expect(
                        Set(responses.map(\.text)) == Set((0..<100).map { "GET /\($0) HTTP/1.1" }))
                    #expect(server.requests.count == round * 100)
                    #expect((1...8).contains(server.connections))
                    // Below the minute after which a forgotten request would wake up. Counted by the
                    // transport's own thread, which doesn't wait for other tests.
                    #expect(responses.allSatisfy { $0.timings.total < .seconds(50) })
                }
            }
        }
    }

    @Test func `a kept connection is used again`() async throws {
        try await withServer {
            $0.answer()
        } run: { server in
            try await withClient { client in
                let first = try await client.send(HTTPRequest("GET", server.url))
                let second = try await client.send(HTTPRequest("POST", server.url, body: [1]))
                let third = try await client.send(HTTPRequest("GET", server.url))
                #expect(
                    [first, second, third].map(\.timings.connectionReused) == [false, true, true])
                #expect(third.timings.connect == .zero)
                #expect(server.connections == 1)
                // Nothing of the POST is left on the handle that the GET used again.
                #expect(server.requests.last?.line == "GET / HTTP/1.1")
                #expect(server.requests.last?.values("content-length") == [])
            }
        }
    }

    @Test func `a connection that was idle too long is replaced`() async throws {
        try await withServer {
            $0.answer()
        } run: { server in
            let client = try HTTPClient(HTTPTransportConfiguration(idleLimit: .zero))
            defer { client.shutdown() }
            _ = try await client.send(.patient("GET", server.url))
            try await Task.sleep(for: .milliseconds(1_100))
            let second = try await client.send(.patient("GET", server.url))
            #expect(!second.timings.connectionReused)
            #expect(server.connections == 2)
        }
    }

    @Test func `an answered request leaves the client usable after a failed one`() async throws {
        try await withServer { exchange in
            if exchange.request.line.contains("bad") {
                exchange.reset()
            } else {
                exchange.answer("ok")
            }
        } run: { server in
            try await withClient { client in
                for _ in 0..<5 {
                    let answer = try await client.send(HTTPRequest("GET", server.url))
                    #expect(answer.text == "ok")
                    let failure = await client.failure(of: HTTPRequest("POST", server.url + "/bad"))
                    #expect(failure?.isInterrupted == true)
                }
            }
        }
    }
}
