package import JSON
package import Kinds

/// Reads an org. Plan and drift are given no more than this.
package protocol OrgReader: Sendable {
    /// Every object of a kind, in one call.
    func list(_ kind: ResourceKind) async throws(OrgError) -> [LiveObject]
    /// One object; nil when the org does not have it.
    func read(_ kind: ResourceKind, id: String) async throws(OrgError) -> LiveObject?
    /// What the conversation has cost so far.
    func usage() async -> OrgUsage
}

/// Changes an org. Every call is one request; none is repeated unless Okta said that it was refused
/// before it was looked at (429).
package protocol OrgWriter: OrgReader {
    func create(_ kind: ResourceKind, body: JSONValue) async throws(OrgError) -> LiveObject
    func update(_ kind: ResourceKind, id: String, body: JSONValue) async throws(OrgError)
        -> LiveObject
    func call(_ call: ResourceKind.LifecycleCall, _ kind: ResourceKind, id: String)
        async throws(OrgError) -> LiveObject
    func delete(_ kind: ResourceKind, id: String) async throws(OrgError)
}

/// Requests sent, and what Okta last said is left of the rate limit.
package struct OrgUsage: Hashable, Sendable {
    package var requests: Int
    package var remaining: Int?
    package var limit: Int?

    package init(requests: Int = 0, remaining: Int? = nil, limit: Int? = nil) {
        self.requests = requests
        self.remaining = remaining
        self.limit = limit
    }
}
