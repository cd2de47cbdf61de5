import HTTPTransport
import Ports
package import Vocabulary

/// Who we are to the org.
package struct OrgCredentials: Sendable {
    let signer: @Sendable (TokenExchange) -> any RequestSigner

    /// An API token, with the rights of the admin who made it.
    package static func apiToken(_ token: Secret) -> OrgCredentials {
        OrgCredentials { _ in FixedSigner(authorization: Secret("SSWS \(token.reveal())")) }
    }

    /// A token of a program's, which is run again when Okta no longer takes what it printed.
    ///
    /// - Parameters:
    ///   - token: what it has printed: an access token, which has three parts joined by dots, or else
    ///     an API token. With `Bearer` or `SSWS` before it, it is what that says.
    ///   - again: runs the program once more; nil when that fails.
    package static func command(
        _ token: Secret, again: @escaping @Sendable () async -> Secret?
    ) -> OrgCredentials {
        OrgCredentials { _ in CommandSigner(token, again: again) }
    }

    /// A service app, which gets its own access tokens.
    package static func serviceApp(_ app: ServiceApp) -> OrgCredentials {
        OrgCredentials { exchange in ServiceAppSigner(app, exchange) }
    }
}

/// Puts onto requests who we are.
///
/// It is asked anew for every request, since a proof of possession is bound to the method and the
/// URL and a token runs out.
protocol RequestSigner: Sendable {
    /// - Parameter scopes: what the request needs; they matter to tokens that have scopes.
    func sign(
        _ method: String, _ url: String, scopes: Set<String>
    ) async throws(OrgError) -> SignedHeaders

    /// What makes a refused request worth another try; nil for nothing.
    ///
    /// - Parameter tried: what has helped the request already.
    func remedy(
        for response: HTTPResponse, to sent: SignedHeaders, after tried: Set<SignatureRemedy>
    ) async -> SignatureRemedy?
}

/// The headers that say who we are. They are secrets, and describe themselves by nothing.
struct SignedHeaders: Sendable, CustomReflectable {
    let headers: [(name: String, value: String)]
    /// Which of the signer's tokens it is; they are counted.
    let token: Int

    var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What makes another try of a refused request worth while. Each helps a request once at most.
enum SignatureRemedy: Hashable, Sendable {
    /// There is another token.
    case token
    /// The server has named the nonce that it wants in a proof.
    case nonce
    /// The server's clock is known now.
    case clock
    /// The API has named scopes that the token was not asked with.
    case scopes(Set<String>)

    /// The most that one request is helped by, whatever the server says.
    static let most = 4
}

/// The same header for all requests.
struct FixedSigner: RequestSigner {
    let authorization: Secret

    func sign(_: String, _: String, scopes: Set<String>) -> SignedHeaders {
        SignedHeaders(
            headers: [(name: "Authorization", value: authorization.reveal())], token: 0)
    }

    func remedy(
        for _: HTTPResponse, to _: SignedHeaders, after _: Set<SignatureRemedy>
    ) -> SignatureRemedy? { nil }
}
