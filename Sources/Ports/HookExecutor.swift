package import JSON
package import Kinds

/// Has the org call an object's real endpoint with a payload of ours, to try it out.
package protocol HookExecutor: OrgReader {
    /// One request, which is not repeated: an endpoint may act on each. `.refused` is also what Okta
    /// says when the endpoint did not answer as it should.
    func execute(
        _ kind: ResourceKind, id: String, payload: JSONValue
    ) async throws(OrgError) -> EndpointAnswer
}

/// What an endpoint answered.
package struct EndpointAnswer: Hashable, Sendable {
    package var status: Int
    package var body: [UInt8]
    /// From our request to the answer; of one that the org passes on, its own time too.
    package var elapsed: Duration

    package init(status: Int, body: [UInt8], elapsed: Duration) {
        self.status = status
        self.body = body
        self.elapsed = elapsed
    }
}
