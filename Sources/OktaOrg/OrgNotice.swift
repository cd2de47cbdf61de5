/// What happens in the conversation with an org, for the one who waits for it. It never holds a
/// URL's query, a header or a body.
package enum OrgNotice: Hashable, Sendable {
    /// Okta's rate limit is used up; the conversation goes on after so many seconds.
    case waitingForRateLimit(seconds: Int)
    /// Little is left of the System Log's rate limit and is left to others who read it; the
    /// conversation goes on after so many seconds.
    case sparingRateLimit(seconds: Int)
    /// A read failed and is asked again; `attempt` counts the tries, so that the first retry is 2.
    case retrying(attempt: Int, reason: String, after: Duration)
    /// This machine's clock is ahead of the org's by so many seconds (behind, when negative), and
    /// the org's is gone by.
    case clockIsOff(seconds: Int)
    /// A request was sent and has ended; without a status when no answer came.
    case requested(
        method: String, path: String, status: Int?, milliseconds: Int?, requestID: String?)
}
