package import Vocabulary

/// Sends an endpoint from here what Okta would send it.
package protocol EndpointDelivery: Sendable {
    /// One request, which is not repeated: an endpoint may act on each.
    func send(_ post: EndpointPost, patience: Duration) async -> PostAnswer
}

/// A request to an endpoint. Its URL and headers may be secrets.
package struct EndpointPost: Hashable, Sendable {
    package var url: Secret
    package var headers: [EndpointChallenge.Header]
    package var body: [UInt8]

    package init(url: Secret, headers: [EndpointChallenge.Header], body: [UInt8]) {
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// What came of a request to an endpoint.
package enum PostAnswer: Hashable, Sendable {
    case answered(EndpointAnswer)
    /// It was sent, and no answer came in time.
    case silent(after: Duration)
    /// There was no answer that could be read, or nothing could be sent; in words, without secrets.
    case unanswered(detail: String, mayHaveArrived: Bool)
}
