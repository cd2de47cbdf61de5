import Testing

@testable import HTTPTransport

@Suite("Which requests are refused before they are sent")
struct RequestRulesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var request: HTTPRequest

        init(
            _ name: String, _ request: HTTPRequest, _ change: (inout HTTPRequest) -> Void = { _ in }
        ) {
            testDescription = name
            self.request = request
            change(&self.request)
        }
    }

    static let host = "https://hooks.example.com/secret-path"

    static func header(_ name: String, _ value: String) -> HTTPRequest {
        HTTPRequest("POST", host, headers: [(name, value)], body: [1, 2])
    }

    static let refused = [
        Case("plain http to another machine", HTTPRequest("GET", "http://example.com/secret-path")),
        Case("plain http hidden in user info", HTTPRequest("GET", "http://127.0.0.1@example.com/")),
        Case("no URL", HTTPRequest("GET", "secret-path")),
        Case("empty method", HTTPRequest("", host)),
        Case("method with a line end", HTTPRequest("GET / HTTP/1.1\r\nX: y\r\n", host)),
        Case("CONNECT", HTTPRequest("CONNECT", host)),
        Case("HEAD with a body", HTTPRequest("HEAD", host, body: [1])),
        Case("header name with a colon", header("X:Y", "secret-value")),
        Case("header name empty", header("", "secret-value")),
        Case("header value with a CR", header("X", "secret-value\rY: z")),
        Case("header value with a LF", header("X", "secret-value\nY: z")),
        Case("header value with a CRLF", header("X", "secret-value\r\nY: z")),
        Case("header value with a NUL", header("X", "secret-value\0")),
        Case("a transfer encoding", header("Transfer-Encoding", "chunked")),
        Case("a false Content-Length", header("Content-Length", "3")),
        Case("no time", HTTPRequest("GET", host)) { $0.timeout = .zero },
        Case("negative time", HTTPRequest("GET", host)) { $0.connectTimeout = .seconds(-1) },
        Case("negative size", HTTPRequest("GET", host)) { $0.maxBodyBytes = -1 },
    ]

    @Test(arguments: refused)
    func `is refused, without telling a secret`(_ example: Case) async throws {
        try await withClient { client in
            let failure = await client.failure(of: example.request)
            guard case .invalidRequest(let text) = failure else {
                Issue.record("not refused: \(String(describing: failure))")
                return
            }
            #expect(!text.contains("secret"))
            #expect(failure?.requestMayHaveArrived == false)
        }
    }

    @Test func `shows neither URL nor headers nor body when printed`() {
        let request = HTTPRequest(
            "POST", "https://u:secret@h.example/secret?k=secret", headers: [("X", "secret")],
            body: Array("secret".utf8))
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(request)", String(reflecting: request), dumped] {
            #expect(text.contains("POST to h.example"))
            #expect(!text.contains("secret"))
        }
    }

    @Test func `an error says whether the request may have arrived`() {
        let none: [HTTPTransportError] = [
            .invalidRequest(""), .unresolved(host: "", detail: ""), .unreachable(detail: ""),
            .untrusted(detail: ""),
        ]
        let perhaps: [HTTPTransportError] = [
            .timedOut(after: .zero), .interrupted(detail: ""), .tooLarge(limit: 0), .cancelled,
        ]
        #expect(none.allSatisfy { !$0.requestMayHaveArrived })
        #expect(perhaps.allSatisfy { $0.requestMayHaveArrived })
    }
}
