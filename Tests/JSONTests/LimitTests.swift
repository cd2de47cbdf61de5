import JSON
import Testing

/// Input made to exhaust the parser.
@Suite struct LimitTests {
    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test func nestingUpToTheLimitIsRead() throws {
        _ = try JSONValue(parsing: nested(512))
        let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: nested(513)) }
        #expect(error?.message == "nested too deep")
        #expect(error?.offset == 512)
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func aHundredThousandOpeningBracketsAreAnError(_ opening: String) {
        let text = String(repeating: opening, count: 100_000)
        let error = #expect(throws: JSONParseError.self) { try JSONValue(parsing: text) }
        #expect(error?.message == "nested too deep")
    }

    @Test func noLimitIsTakenThatTheStackDoesNotCarry() throws {
        let limits = JSONLimits(maxDepth: .max)
        #expect(limits.maxDepth == JSONLimits.deepest)
        let opening = String(repeating: "[{\"a\":", count: limits.maxDepth / 2)
        let closing = String(repeating: "}]", count: limits.maxDepth / 2)
        let value = try JSONValue(parsing: opening + "1" + closing, limits: limits)
        let again = try JSONValue(parsing: value.bytes(.pretty, sorted: true), limits: limits)
        #expect(again == value)
        #expect(again.hashValue == value.hashValue)
    }

    @Test func depthIsWhatIsOpenAtOnce() throws {
        let limits = JSONLimits(maxDepth: 2)
        _ = try JSONValue(parsing: "[[],{},[],{\"a\":1},[1]]", limits: limits)
        #expect(throws: JSONParseError.self) {
            try JSONValue(parsing: "[[],[[]]]", limits: limits)
        }
    }

    @Test func textUpToTheLimitIsRead() throws {
        let limits = JSONLimits(maxBytes: 4)
        _ = try JSONValue(parsing: "1234", limits: limits)
        let expected = JSONParseError(
            offset: 4, line: 1, column: 5, message: "input is too large")
        #expect(throws: expected) { try JSONValue(parsing: "12345", limits: limits) }
    }
}
