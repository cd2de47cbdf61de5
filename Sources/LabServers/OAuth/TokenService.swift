import Foundation

/// Gives out access tokens and knows them again. They are in memory alone.
actor TokenService {
    /// An access token that was given out.
    struct Grant: Sendable {
        let client: String
        let scopes: Set<String>
        let expiry: Timestamp
        /// The thumbprint of the key that every request must prove to hold; `nil` for none.
        let boundTo: String?
    }

    static let path = "/oauth2/v1/token"

    private var grants: [String: Grant] = [:]
    private var assertionIDs: [String: Timestamp] = [:]
    private var proofs = ProofCheck()
    /// What the token endpoint wants in proofs; the API wants none unless it is told to.
    private let nonce = Identifiers.challenge()
    private var apiNonce: String?

    /// Answers a request for a token.
    func answer(_ request: LabRequest, clients: OAuthClients, now: Timestamp) -> LabAnswer {
        var answer: LabAnswer
        do throws(OAuthRefusal) {
            answer = try grant(request, clients, now)
        } catch {
            answer = error.answer
        }
        // The org's own clock, by which assertions are held to their time.
        answer.headers.append(HeaderField("Date", now.httpDate))
        return answer
    }

    /// Has the API want a nonce in proofs from now on, or none.
    func wantNonce(_ isWanted: Bool) { apiNonce = isWanted ? Identifiers.challenge() : nil }

    private func grant(
        _ request: LabRequest, _ clients: OAuthClients, _ now: Timestamp
    ) throws(OAuthRefusal) -> LabAnswer {
        let type = request.header("Content-Type")?.lowercased() ?? ""
        guard type.hasPrefix("application/x-www-form-urlencoded") else {
            throw .invalidRequest("The content type must be application/x-www-form-urlencoded.")
        }
        let form = try TokenForm(request)
        let url = request.baseURL + Self.path
        let client = try form.client(among: clients, tokenURL: url, now: now)
        try remember(form.assertion.claims["jti"]?.text, form.expiry, now)
        let thumbprint = try thumbprint(request, url: url, client, now)
        guard form.scopes.isSubset(of: client.scopes), !form.scopes.isEmpty else {
            throw .invalidScope
        }
        // Three parts, as Okta's have, so that a client cannot tell the difference.
        let token = (0..<3).map { _ in Identifiers.challenge() }.joined(separator: ".")
        grants = grants.filter { $0.value.expiry > now }
        grants[token] = Grant(
            client: client.id, scopes: form.scopes,
            expiry: now.advanced(bySeconds: client.tokenLifetime), boundTo: thumbprint)
        return .json([
            "token_type": .string(thumbprint == nil ? "Bearer" : "DPoP"),
            "expires_in": LabJSON(client.tokenLifetime), "access_token": .string(token),
            "scope": .string(form.scopes.sorted().joined(separator: " ")),
        ])
    }

    /// The key that the token is bound to, where a proof came along.
    private func thumbprint(
        _ request: LabRequest, url: String, _ client: OAuthClient, _ now: Timestamp
    ) throws(OAuthRefusal) -> String? {
        do throws(ProofCheck.Fault) {
            return try proofs.keyProven(by: request, url: url, nonce: nonce, token: nil, now: now)
        } catch {
            switch error {
            case .missing where !client.requiresProof: return nil
            case .missing: throw .invalidProof("The DPoP proof JWT header is missing.")
            case .wrong(let description): throw .invalidProof(description)
            case .nonce: throw .nonceWanted(nonce)
            }
        }
    }

    private func remember(
        _ id: String?, _ expiry: Timestamp, _ now: Timestamp
    ) throws(OAuthRefusal) {
        assertionIDs = assertionIDs.filter { $0.value > now }
        guard let id else { return }
        guard assertionIDs.updateValue(expiry, forKey: id) == nil else {
            throw .invalidClient("The client_assertion's 'jti' was used before.")
        }
    }
}

extension TokenService {
    /// Who sends an API request with an access token.
    ///
    /// - Parameter scope: the one that the request needs.
    func admitted(
        _ request: LabRequest, scheme: String, token: String, scope: String, clients: OAuthClients,
        now: Timestamp
    ) throws(TokenRefusal) -> OAuthClient {
        guard let grant = grants[token], grant.expiry > now, let client = clients[grant.client],
            client.isActive, (grant.boundTo != nil) == (scheme == "DPoP")
        else { throw .invalid(scheme) }
        if let key = grant.boundTo {
            let url = request.baseURL + request.path
            do throws(ProofCheck.Fault) {
                let proven = try proofs.keyProven(
                    by: request, url: url, nonce: apiNonce, token: token, now: now)
                guard proven == key else { throw .wrong("The DPoP proof is of another key.") }
            } catch {
                switch error {
                case .missing: throw .proof("The DPoP proof JWT header is missing.")
                case .wrong(let description): throw .proof(description)
                case .nonce: throw .nonce(apiNonce ?? "")
                }
            }
        }
        guard grant.scopes.contains(scope) else { throw .scope(scope, scheme) }
        return client
    }

    /// Forgets every token, as when an app is switched off and on again.
    func revokeAll() { grants = [:] }
}
