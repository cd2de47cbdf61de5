/// Counts requests by bucket in windows, as Okta does by the minute.
///
/// A window opens with its first request and ends on a whole second, so that the `Reset` header,
/// which has no fractions, tells the truth.
struct RateLimiter: Sendable {
    /// How a bucket stands after a request was counted.
    struct Standing: Sendable, Equatable {
        let limit: Int
        let remaining: Int
        /// UTC seconds since 1970 at which the window ends.
        let reset: Int
        let isExceeded: Bool

        var headers: [HeaderField] {
            [
                HeaderField("X-Rate-Limit-Limit", "\(limit)"),
                HeaderField("X-Rate-Limit-Remaining", "\(remaining)"),
                HeaderField("X-Rate-Limit-Reset", "\(reset)"),
            ]
        }
    }

    private struct Window {
        var end: Int
        var count = 0
    }

    let limit: Int
    let seconds: Int
    /// Of buckets that have one of their own.
    let limits: [String: Int]
    private var windows: [String: Window] = [:]

    init(limit: Int, seconds: Int, limits: [String: Int] = [:]) {
        self.limit = limit
        self.seconds = seconds
        self.limits = limits
    }

    /// Counts one request; a refused one does not count.
    mutating func spend(_ bucket: String, at now: Timestamp) -> Standing {
        let limit = limits[bucket] ?? self.limit
        var window = windows[bucket] ?? Window(end: 0)
        if now.milliseconds >= window.end * 1000 {
            window = Window(end: (now.milliseconds + 999) / 1000 + seconds)
        }
        let isExceeded = window.count >= limit
        if !isExceeded { window.count += 1 }
        windows[bucket] = window
        return Standing(
            limit: limit, remaining: limit - window.count, reset: window.end,
            isExceeded: isExceeded)
    }
}
