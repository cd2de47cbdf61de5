/// What is limited together: Okta counts each bucket by itself, so a wait for one holds back no
/// request of another.
enum RateLimitBucket: Sendable {
    /// Hooks, keys and what refers to them; in truth several, none of which is soon used up.
    case general
    case logs

    /// Whether what is left of it is so little that it is left to others.
    func isSpared(at limit: RateLimit) -> Bool {
        self == .logs && limit.remaining <= limit.limit / 10
    }
}
