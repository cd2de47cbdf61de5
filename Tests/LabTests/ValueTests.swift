import Testing

@testable import LabServers

/// The lab's small parts, on their own.
@Suite struct ValueTests {
    @Test("event types come back in the order of a Java hash set")
    func hashOrder() {
        let sent = [
            "user.lifecycle.create", "user.lifecycle.delete.initiated",
            "user.account.update_profile",
        ]
        let recorded = [
            "user.lifecycle.create", "user.account.update_profile",
            "user.lifecycle.delete.initiated",
        ]
        #expect(JavaHashOrder.sorted(sent) == recorded)
        #expect(JavaHashOrder.sorted(sent + sent) == recorded)
        // "Aa" and "BB" share their hash, so they stay as they came.
        #expect(JavaHashOrder.sorted(["BB", "Aa"]) == ["BB", "Aa"])
        // 13 are more than three quarters of 16; in a table of 32, "a" to "m" are 1 to 13.
        let letters = "abcdefghijklm".map(String.init)
        #expect(JavaHashOrder.sorted(letters.reversed()) == letters)
    }

    @Test(
        "moments are read and written",
        arguments: [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"),
            ("2024-02-29T23:59:59.123456Z", "2024-02-29T23:59:59.123Z"),
            ("2026-03-16T03:47:47.5+02:00", "2026-03-16T01:47:47.500Z"),
            ("2026-03-16T03:47:47-0530", "2026-03-16T09:17:47.000Z"),
            ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ])
    func moments(_ text: String, _ written: String) throws {
        #expect(try #require(Timestamp(text)).text == written)
    }

    @Test("what is no moment is not read", arguments: ["", "2026-03-16", "2026-13-01T00:00:00Z"])
    func noMoments(_ text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("the HTTP date is the recorded one")
    func httpDate() throws {
        let moment = try #require(Timestamp("2026-03-16T03:47:47Z"))
        #expect(moment.httpDate == "Mon, 16 Mar 2026 03:47:47 GMT")
    }

    @Test("JSON keeps its order and its numbers, and escapes what it must")
    func json() throws {
        let text = #"{"b":1.0,"a":[true,null,{}],"é\n\"":"\u0001\ud83d\ude00"}"#
        let value = try LabJSON.parse(text.utf8)
        #expect(value.compact == #"{"b":1.0,"a":[true,null,{}],"é\n\"":"\u0001😀"}"#)
        let again = try LabJSON.parse(value.pretty.utf8)
        #expect(value == again)
        #expect(["a": 1, "b": 2] as LabJSON == ["b": 2, "a": 1])
    }

    @Test(
        "what is no JSON is refused",
        arguments: [
            "", "{", "[1,]", "{\"a\" 1}", "01", "1.", "tru", "\"\u{1}\"", "\"\\x\"", "[] []",
            "\"\\ud800\"", "-", String(repeating: "[", count: 300),
        ])
    func noJSON(_ text: String) {
        #expect(throws: LabJSONFault.self) { try LabJSON.parse(text.utf8) }
    }

    @Test("only this machine is called, save where a prefix is mapped to it")
    func addresses() {
        #expect(LoopbackURL("http://[::1]:80/a?b=c%20d")?.target == "/a?b=c%20d")
        #expect(LoopbackURL("http://LOCALHOST")?.target == "/")
        let refused = [
            "https://127.0.0.1/", "http://127.0.0.1.example.com/", "http://example.com/",
            "http://127.0.0.1@example.com/", "http://user@127.0.0.1/",
        ]
        for text in refused { #expect(LoopbackURL(text) == nil, "\(text)") }
        let map = EndpointMap([
            EndpointMap.Entry(prefix: "https://acme.com", replacement: "http://127.0.0.1:7879"),
            EndpointMap.Entry(prefix: "https://", replacement: "http://example.com/"),
        ])
        #expect(map.address(for: "https://acme.com/x")?.authority == "127.0.0.1:7879")
        #expect(map.address(for: "https://other.com/x") == nil)
    }

    @Test("the same token is the same admin, and no part of the token shows")
    func principals() {
        let principal = Principal(token: "SENTINEL")
        #expect(principal == Principal(token: "SENTINEL"))
        #expect(principal.id != Principal(token: "other").id)
        #expect(principal.id.count == 20)
        #expect(!principal.actor.compact.contains("SENTINEL"))
    }

    @Test("a rate limit window opens with its first request and ends on its reset")
    func rateLimiter() {
        var limiter = RateLimiter(limit: 1, seconds: 2)
        func spend(_ milliseconds: Int) -> RateLimiter.Standing {
            limiter.spend("/api/v1", at: Timestamp(milliseconds: milliseconds))
        }
        typealias Standing = RateLimiter.Standing
        #expect(spend(9_500) == Standing(limit: 1, remaining: 0, reset: 12, isExceeded: false))
        #expect(spend(11_999) == Standing(limit: 1, remaining: 0, reset: 12, isExceeded: true))
        #expect(spend(12_000) == Standing(limit: 1, remaining: 0, reset: 14, isExceeded: false))
    }
}
