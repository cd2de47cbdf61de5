import HTTPTransport

/// What an answer says of the rate limit of its bucket.
///
/// A limit of 0 is no bucket's: Okta sends it when too much runs at once, and then its reset is an
/// estimate. Such an answer, like one without the headers, says nothing.
struct RateLimit: Hashable {
    let limit: Int
    let remaining: Int
    /// How long until the window ends and a second more, by the clock of the server that named the
    /// end; nil when it did not say what time it is.
    let wait: Duration?

    init?(_ response: HTTPResponse) {
        func number(_ name: String) -> Int? {
            response.header(name).flatMap { Int($0) }.flatMap {
                (0...1 << 40).contains($0) ? $0 : nil
            }
        }
        guard let limit = number("X-Rate-Limit-Limit"), limit > 0,
            let remaining = number("X-Rate-Limit-Remaining")
        else { return nil }
        self.limit = limit
        self.remaining = remaining
        guard let reset = number("X-Rate-Limit-Reset"),
            let now = response.header("Date").flatMap(secondsSince1970(httpDate:))
        else {
            self.wait = nil
            return
        }
        self.wait = .seconds(max(1, reset - now + 1))
    }
}
