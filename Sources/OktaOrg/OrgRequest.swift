import JSON

/// One call to the API, before it is known how often it must be sent.
struct OrgRequest: Sendable {
    let method: String
    let url: String
    /// The path alone, for people.
    let path: String
    var body: JSONValue?
    let timeout: Duration
    /// The OAuth scopes that it needs.
    var scopes: Set<String> = []
    var bucket = RateLimitBucket.general
    /// What is larger is no answer.
    var maxBodyBytes: Int?

    /// Whether sending it again does no more than sending it once.
    var isRead: Bool { method == "GET" }
}
