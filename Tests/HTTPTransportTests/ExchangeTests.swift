import Testing

@testable import HTTPTransport

@Suite("Exchanges over plain http")
struct ExchangeTests {
    @Test func `a plain answer comes back whole`() async throws {
        try await withServer {
            $0.answer("hello", headers: ["X-A: 1", "X-A: 2"])
        } run: { server in
            try await withClient { client in
                let response = try await client.send(HTTPRequest("GET", server.url + "/a?b=c"))
                #expect(response.status == 200)
                #expect(response.httpVersion == "1.1")
                #expect(response.text == "hello")
                #expect(response.headers("x-a") == ["1", "2"])
                #expect(response.connection == nil)
                #expect(!response.timings.connectionReused)
                #expect(response.timings.total > .zero)
                #expect(response.timings.firstByte > .zero)
                #expect(response.timings.connect > .zero)
                #expect(response.timings.tls == .zero)
                #expect(server.requests.first?.line == "GET /a?b=c HTTP/1.1")
                #expect(server.requests.first?.values("user-agent") == ["tenterhook"])
            }
        }
    }

    struct Framing: Sendable, CustomTestStringConvertible {
        var method: String
        var body: String?
        var length: [String]
        var testDescription: String { "\(method) \(body ?? "without a body")" }
    }

    @Test(arguments: [
        Framing(method: "GET", body: nil, length: []),
        Framing(method: "DELETE", body: nil, length: []),
        Framing(method: "POST", body: nil, length: ["0"]),
        Framing(method: "PUT", body: nil, length: ["0"]),
        Framing(method: "PATCH", body: nil, length: ["0"]),
        Framing(method: "POST", body: "", length: ["0"]),
        Framing(method: "POST", body: "{}", length: ["2"]),
        Framing(method: "PUT", body: "a\0b", length: ["3"]),
        Framing(method: "DELETE", body: "x", length: ["1"]),
        Framing(method: "GET", body: "x", length: ["1"]),
    ])
    func `a request is sent as it is, with no header of libcurl's own`(_ framing: Framing)
        async throws
    {
        try await withServer {
            $0.answer()
        } run: { server in
            try await withClient { client in
                let body = framing.body.map { Array($0.utf8) }
                _ = try await client.send(HTTPRequest(framing.method, server.url, body: body))
                let request = try #require(server.requests.first)
                #expect(request.line == "\(framing.method) / HTTP/1.1")
                #expect(request.values("content-length") == framing.length)
                #expect(request.body == body ?? [])
                for name in ["content-type", "expect", "transfer-encoding"] {
                    #expect(request.values(name) == [])
                }
            }
        }
    }

    @Test func `headers arrive once, trimmed, empty ones too, and a big body without a pause`()
        async throws
    {
        try await withServer {
            $0.answer()
        } run: { server in
            try await withClient { client in
                let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
                var request = HTTPRequest("POST", server.url + "/a/../b", body: body)
                request.headers = [
                    ("Content-Type", "application/json"), ("X-Empty", ""), ("X-Blank", "  "),
                    ("X-Two", "1"), ("X-Two", " 2 "), ("User-Agent", "other"),
                    ("Content-Length", "3000000"), ("Accept-Encoding", "identity"),
                ]
                _ = try await client.send(request)
                let received = try #require(server.requests.first)
                #expect(received.line == "POST /a/../b HTTP/1.1")
                #expect(received.body == body)
                #expect(received.values("content-type") == ["application/json"])
                #expect(received.values("x-empty") == [""])
                #expect(received.values("x-blank") == [""])
                #expect(received.values("x-two") == ["1", "2"])
                #expect(received.values("user-agent") == ["other"])
                #expect(received.values("content-length") == ["3000000"])
                #expect(received.values("accept-encoding") == ["identity"])
                #expect(received.values("expect") == [])
            }
        }
    }

    @Test func `a chunked answer is joined and its trailers dropped`() async throws {
        let answer =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-T\r\n\r\n"
            + "3\r\nabc\r\n4\r\ndefg\r\n0\r\nX-T: late\r\n\r\n"
        try await withServer {
            $0.send(answer)
        } run: { server in
            try await withClient { client in
                let response = try await client.send(HTTPRequest("GET", server.url))
                #expect(response.text == "abcdefg")
                #expect(response.header("x-t") == nil)
            }
        }
    }

    @Test func `informational answers are dropped and folded headers joined`() async throws {
        let answer =
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
            + "HTTP/1.1 201 Created\r\nX-Folded: one\r\n two\r\nContent-Length: 2\r\n\r\nok"
        try await withServer {
            $0.send(answer)
        } run: { server in
            try await withClient { client in
                let response = try await client.send(HTTPRequest("POST", server.url, body: [1]))
                #expect(response.status == 201)
                #expect(response.header("link") == nil)
                #expect(response.header("x-folded") == "one two")
                #expect(response.text == "ok")
            }
        }
    }

    @Test func `a redirect is an answer and is not followed`() async throws {
        try await withServer {
            $0.answer("gone", status: "302 Found", headers: ["Location: http://127.0.0.1:1/"])
        } run: { server in
            try await withClient { client in
                let response = try await client.send(HTTPRequest("GET", server.url))
                #expect(response.status == 302)
                #expect(response.header("Location") == "http://127.0.0.1:1/")
                #expect(server.requests.count == 1)
            }
        }
    }

    @Test func `an answer to HEAD has headers and no body`() async throws {
        try await withServer {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")
        } run: { server in
            try await withClient { client in
                let response = try await client.send(HTTPRequest("HEAD", server.url))
                #expect(response.header("content-length") == "99999999")
                #expect(response.body == [])
            }
        }
    }

    @Test func `a body without a length ends with the connection`() async throws {
        try await withServer {
            $0.send("HTTP/1.0 200 OK\r\n\r\nall of it")
            $0.close()
        } run: { server in
            try await withClient { client in
                let response = try await client.send(HTTPRequest("GET", server.url))
                #expect(response.text == "all of it")
                #expect(response.httpVersion == "1.0")
            }
        }
    }

    @Test func `a compressed answer is decoded`() async throws {
        // "hello, hello, hello" by gzip.
        let gzip: [UInt8] = [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9,
            0xC9, 0xD7, 0x51, 0xC8, 0x40, 0xA2, 0x00, 0x9F, 0xA1, 0xCA, 0x09, 0x13, 0x00, 0x00,
            0x00,
        ]
        try await withServer {
            $0.send(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(gzip.count)\r\n\r\n"
            )
            $0.send(gzip)
        } run: { server in
            try await withClient { client in
                let response = try await client.send(HTTPRequest("GET", server.url))
                #expect(response.text == "hello, hello, hello")
                #expect(
                    server.requests.first?.values("accept-encoding").first?.contains("gzip") == true
                )
            }
        }
    }

    @Test func `a body may fill its limit and not pass it`() async throws {
        try await withServer {
            $0.answer(String(repeating: "x", count: 100_000))
        } run: { server in
            try await withClient { client in
                var request = HTTPRequest("GET", server.url)
                request.maxBodyBytes = 100_000
                let answer = try await client.send(request)
                #expect(answer.body.count == 100_000)
                request.maxBodyBytes = 99_999
                #expect(await client.failure(of: request) == .tooLarge(limit: 99_999))
            }
        }
    }

    @Test func `an endless body is cut off`() async throws {
        try await withServer { exchange in
            exchange.send("HTTP/1.1 200 OK\r\n\r\n")
            while !exchange.isOver { exchange.send([UInt8](repeating: 0x78, count: 65_536)) }
        } run: { server in
            try await withClient { client in
                let failure = await client.failure(of: HTTPRequest("GET", server.url))
                #expect(failure == .tooLarge(limit: 16 << 20))
            }
        }
    }

    @Test func `endless headers are cut off`() async throws {
        try await withServer { exchange in
            exchange.send("HTTP/1.1 200 OK\r\n")
            let line = "X: " + String(repeating: "x", count: 8_000) + "\r\n"
            while !exchange.isOver { exchange.send(line) }
        } run: { server in
            try await withClient { client in
                let failure = await client.failure(of: HTTPRequest("GET", server.url))
                #expect(failure == .tooLarge(limit: ResponseHead.maxBytes))
            }
        }
    }

    @Test func `connection facts name the peer`() async throws {
        try await withServer {
            $0.answer()
        } run: { server in
            try await withClient { client in
                var request = HTTPRequest("GET", server.url)
                request.wantsConnectionFacts = true
                for _ in 0..<2 {
                    let response = try await client.send(request)
                    #expect(response.connection?.remoteAddress == "127.0.0.1")
                    #expect(response.connection?.remotePort == server.port)
                    #expect(response.connection?.certificates == [])
                    #expect(!response.timings.connectionReused)
                }
                #expect(server.connections == 2)
            }
        }
    }
}
