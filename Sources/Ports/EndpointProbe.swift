package import Vocabulary

/// Asks an endpoint from here what Okta would ask it, with a request that does nothing else.
package protocol EndpointProbe: Sendable {
    func send(_ challenge: EndpointChallenge) async -> ProbeAnswer
}

/// Okta's challenge to an endpoint. Its URL and headers may be secrets.
package struct EndpointChallenge: Hashable, Sendable {
    package struct Header: Hashable, Sendable {
        package var name: String
        package var value: Secret

        package init(name: String, value: Secret) {
            self.name = name
            self.value = value
        }
    }

    package var url: Secret
    /// The hook's own headers, its auth header among them.
    package var headers: [Header]
    /// What the endpoint has to answer with: opaque, safe in a header.
    package var token: String

    package init(url: Secret, headers: [Header], token: String) {
        self.url = url
        self.headers = headers
        self.token = token
    }
}

/// What an endpoint made of a challenge.
package enum ProbeAnswer: Hashable, Sendable {
    /// It answered as Okta wants it.
    case passed
    /// It answered something else; the detail says what, without a word of the answer.
    case failed(status: Int, detail: String)
    /// There was no answer, or nothing could be sent; in words, without secrets.
    case unanswered(detail: String)
}
