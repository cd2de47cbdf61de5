import Seeding
import Testing

@testable import HTTPTransport

@Suite("Cancellation and shutdown")
struct CancellationTests {
    @Test func `requests in flight and in the queue end at once`() async throws {
        try await withServer {
            $0.holdUntilClosed()
        } run: { server in
            try await withClient { client in
                let url = server.url
                let tasks = (0..<50).map { _ in
                    Task { await client.failure(of: .patient("GET", url)) }
                }
                let arrived = try await server.requests(atLeast: 8)
                #expect(arrived.count == 8)
                #expect(server.connections == 8)
                for task in tasks { task.cancel() }
                for task in tasks { #expect(await task.value == .cancelled) }
            }
        }
    }

    @Test func `a task cancelled before it sends sends nothing`() async throws {
        try await withServer {
            $0.answer()
        } run: { server in
            try await withClient { client in
                let url = server.url
                let task = Task { () -> HTTPTransportError? in
                    while !Task.isCancelled { await Task.yield() }
                    return await client.failure(of: HTTPRequest("GET", url))
                }
                task.cancel()
                #expect(await task.value == .cancelled)
                // The client still works, and only this request arrives.
                _ = try await client.send(HTTPRequest("GET", url + "/after"))
                #expect(server.requests.map(\.line) == ["GET /after HTTP/1.1"])
            }
        }
    }

    @Test func `five hundred cancelled at random moments all end, once`() async throws {
        try await withServer {
            $0.answer("ok")
        } run: { server in
            try await withClient { client in
                var random = SeededGenerator(seed: 7)
                let url = server.url
                var answered = 0
                var cancelled = 0
                for _ in 0..<10 {
                    let tasks = (0..<50).map { _ in
                        Task { await client.failure(of: HTTPRequest("GET", url)) }
                    }
                    for task in tasks.shuffled(using: &random) where Bool.random(using: &random) {
                        for _ in 0..<Int.random(in: 0..<4, using: &random) { await Task.yield() }
                        task.cancel()
                    }
                    for task in tasks {
                        let failure = await task.value
                        #expect(failure == nil || failure == .cancelled)
                        if failure == nil { answered += 1 } else { cancelled += 1 }
                    }
                }
                #expect(answered + cancelled == 500)
                #expect(answered > 0)
                #expect(cancelled > 0)
                let last = try await client.send(HTTPRequest("GET", url))
                #expect(last.text == "ok")
            }
        }
    }

    @Test func `a waiting request is served when those before it are cancelled`() async throws {
        try await withServer { exchange in
            if exchange.request.line.contains("/hold") {
                exchange.holdUntilClosed()
            } else {
                exchange.answer("ok")
            }
        } run: { server in
            try await withClient(HTTPTransportConfiguration(maxConnectionsPerHost: 1)) { client in
                let url = server.url
                let held = HTTPRequest.patient("GET", url + "/hold")
                for _ in 1...10 {
                    let before = server.requests.count
                    let holder = Task { [held] in await client.failure(of: held) }
                    _ = try await server.requests(atLeast: before + 1)
                    let waiting = (0..<30).map { _ in
                        Task { [held] in await client.failure(of: held) }
                    }
                    for _ in 0..<100 { await Task.yield() }
                    let last = Task {
                        var request = HTTPRequest.patient("GET", url + "/answered")
                        // Below the minute after which a forgotten request would wake up.
                        request.timeout = .seconds(50)
                        return await client.failure(of: request)
                    }
                    for _ in 0..<100 { await Task.yield() }
                    for task in [holder] + waiting { task.cancel() }
                    for task in [holder] + waiting { #expect(await task.value == .cancelled) }
                    #expect(await last.value == nil)
                }
            }
        }
    }

    @Test func `a cancellation after the end does nothing`() async throws {
        try await withServer {
            $0.answer("ok")
        } run: { server in
            try await withClient { client in
                let url = server.url
                let task = Task {
                    let text = try await client.send(HTTPRequest("GET", url)).text
                    withUnsafeCurrentTask { $0?.cancel() }
                    return text
                }
                #expect(try await task.value == "ok")
                let last = try await client.send(HTTPRequest("GET", url))
                #expect(last.text == "ok")
            }
        }
    }

    @Test func `shutdown ends what is in flight and refuses what comes after`() async throws {
        try await withServer {
            $0.holdUntilClosed()
        } run: { server in
            let client = try HTTPClient(HTTPTransportConfiguration())
            let url = server.url
            let tasks = (0..<20).map { _ in
                Task { await client.failure(of: .patient("GET", url)) }
            }
            _ = try await server.requests(atLeast: 8)
            client.shutdown()
            client.shutdown()
            for task in tasks { #expect(await task.value == .cancelled) }
            #expect(await client.failure(of: HTTPRequest("GET", url)) == .cancelled)
        }
    }

    @Test func `a client that never sent anything shuts down`() async throws {
        let client = try HTTPClient(HTTPTransportConfiguration())
        client.shutdown()
        #expect(await client.failure(of: HTTPRequest("GET", "http://127.0.0.1:1")) == .cancelled)
    }

    @Test func `a client that is let go closes its connections`() async throws {
        try await withServer { exchange in
            exchange.answer("ok")
            exchange.holdUntilClosed()
        } run: { server in
            do {
                let client = try HTTPClient(HTTPTransportConfiguration())
                _ = try await client.send(HTTPRequest("GET", server.url))
            }
            try await until("every connection is closed") { server.openConnections == 0 }
        }
    }
}
