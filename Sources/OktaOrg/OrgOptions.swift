/// How patient the conversation with an org is.
package struct OrgOptions: Sendable {
    /// What `User-Agent` says after `tenterhook/`.
    package var version: String
    /// The limit for one request.
    package var timeout: Duration
    /// What is done to the org, for tokens that have scopes.
    package var access: OrgAccess
    /// How often a read that failed on the way is asked again.
    package var maxRetries: Int
    /// How long one call waits for the rate limit, all its waits together.
    package var maxRateLimitWait: Duration
    /// Where the randomness of waits starts.
    package var seed: UInt64

    /// Okta calls the endpoint while we wait: 3 s, and once more, before it answers.
    static let verifyTimeout = Duration.seconds(20)

    package init(
        version: String, timeout: Duration = .seconds(30), access: OrgAccess = .read,
        maxRetries: Int = 4,
        maxRateLimitWait: Duration = .seconds(300), seed: UInt64 = .random(in: .min ... .max)
    ) {
        self.version = version
        self.timeout = timeout
        self.access = access
        self.maxRetries = maxRetries
        self.maxRateLimitWait = maxRateLimitWait
        self.seed = seed
    }
}
