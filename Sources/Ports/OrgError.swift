/// Why a call to the org did not succeed, by what the caller does next.
package enum OrgError: Error, Hashable, Sendable {
    /// Okta does not accept who we are, or does not let them do it. Nothing was changed; stop.
    case unauthorized(OktaAnswer)
    /// There is no such object (any more).
    case notFound(OktaAnswer)
    /// Okta looked at it and said no. Nothing was changed; stop with this object.
    case refused(OktaAnswer)
    /// Still rate limited after all the waiting that was allowed. Nothing was changed.
    case rateLimited(OktaAnswer)
    /// The call failed on the way. When `mayHaveHappened`, look before it is tried again.
    case unavailable(Failure)
    /// The caller was cancelled. When `mayHaveHappened`, look at the next run.
    case cancelled(mayHaveHappened: Bool)

    package struct Failure: Hashable, Sendable {
        /// What went wrong, in words, without secrets.
        package var detail: String
        /// A 5xx answer, when there was one.
        package var answer: OktaAnswer?
        package var mayHaveHappened: Bool

        package init(detail: String, answer: OktaAnswer? = nil, mayHaveHappened: Bool) {
            self.detail = detail
            self.answer = answer
            self.mayHaveHappened = mayHaveHappened
        }
    }
}

/// What Okta answered, as far as it explains an error.
package struct OktaAnswer: Hashable, Sendable {
    package var status: Int
    /// Okta's stable code, such as `E0000001`.
    package var errorCode: String?
    package var summary: String?
    package var causes: [String]
    /// To be named to Okta's support.
    package var requestID: String?
    /// The OAuth scopes that the token lacks, from a 403 without a body.
    package var missingScopes: [String]

    package init(
        status: Int, errorCode: String? = nil, summary: String? = nil, causes: [String] = [],
        requestID: String? = nil, missingScopes: [String] = []
    ) {
        self.status = status
        self.errorCode = errorCode
        self.summary = summary
        self.causes = causes
        self.requestID = requestID
        self.missingScopes = missingScopes
    }
}
