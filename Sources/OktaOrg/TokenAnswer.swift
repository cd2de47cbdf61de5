import HTTPTransport
import JSON
import Ports
import Vocabulary

/// An access token, as long as this run needs it. It is nowhere but in memory.
struct AccessToken: Sendable {
    enum Kind: Sendable {
        case bearer
        /// Of no use without a proof by the key that was shown when it was asked for.
        case bound
    }

    let secret: Secret
    let kind: Kind
    /// What was asked for, all of which was granted.
    let scopes: Set<String>
    /// Seconds since 1970 by this machine's clock after which it is not used any more.
    let expiry: Int
}

/// What the token endpoint has answered.
enum TokenAnswer: Sendable {
    case token(Secret, AccessToken.Kind, lifetime: Int, scopes: Set<String>?)
    /// No, by OAuth's error code; nil where the answer has none.
    case refused(code: String?, OrgError)
    case rateLimited(OktaAnswer, wait: Duration?)
    /// Failed on Okta's side.
    case failed(OrgError.Failure)

    init(_ response: HTTPResponse) {
        let body = try? JSONValue(parsing: response.body)
        switch Verdict(response) {
        case .rateLimited(let answer, let wait): self = .rateLimited(answer, wait: wait)
        case .failed(let failure): self = .failed(failure)
        case .refused(let error):
            // OAuth's form, or Okta's own with OAuth's code in it, as for a client id that is none.
            let own = body?["errorCode"]?.string.flatMap { $0.hasPrefix("E0") ? nil : $0 }
            guard let code = body?["error"]?.string ?? own else {
                self = .refused(code: nil, error.ofTokenEndpoint)
                return
            }
            self = .refused(
                code: code,
                .unauthorized(
                    OktaAnswer(
                        status: response.status, errorCode: code,
                        summary: (body?["error_description"] ?? body?["errorSummary"])?.string,
                        requestID: response.header("X-Okta-Request-Id"))))
        case .success:
            guard let token = body?["access_token"]?.string, token.isHeaderWord,
                let kind = AccessToken.Kind(body?["token_type"]?.string)
            else {
                self = .failed(
                    OrgError.Failure(
                        detail: "The answer of the token endpoint holds no access token.",
                        mayHaveHappened: false))
                return
            }
            let lifetime = body?["expires_in"]?.int
            let granted = body?["scope"]?.string?.split(separator: " ").map(String.init)
            self = .token(
                Secret(token), kind, lifetime: max(0, min(lifetime ?? 3600, 86_400)),
                scopes: granted.map { Set($0) })
        }
    }
}

extension AccessToken.Kind {
    fileprivate init?(_ name: String?) {
        switch name?.lowercased() {
        case "bearer": self = .bearer
        case "dpop": self = .bound
        default: return nil
        }
    }
}

extension String {
    /// Whether a header can carry the text as one word.
    fileprivate var isHeaderWord: Bool {
        !isEmpty && utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}

extension OrgError {
    /// The same of the token endpoint: that it is not found says nothing of the object that the
    /// token was asked for.
    fileprivate var ofTokenEndpoint: OrgError {
        guard case .notFound(let answer) = self else { return self }
        return .refused(answer)
    }
}
