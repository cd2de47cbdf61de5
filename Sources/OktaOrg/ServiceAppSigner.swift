import HTTPTransport
import Ports
import Vocabulary

/// Signs by access tokens that a service app gets for itself.
///
/// A token is asked for when the first request needs one, kept in memory, and asked for anew shortly
/// before it runs out, when a request needs scopes that it does not have, and once when Okta refuses
/// it. Requests that need one at the same time share the asking.
actor ServiceAppSigner: RequestSigner {
    let app: ServiceApp
    let exchange: TokenExchange
    /// What the server's clock is ahead of ours, in seconds; 0 until it is known to matter.
    var clockOffset = 0
    /// Whether requests carry proofs by now.
    var proves: Bool
    /// What the token endpoint wants in a proof.
    var tokenNonce: String?
    var generator: SplitMix64
    private var apiNonce: String?
    private var proofKey: ProofKey?
    /// What every token is asked for: of the command, and of the token before.
    private var scopes: Set<String>
    private var token: AccessToken?
    private var count = 0
    private var asking: (task: Task<Result<AccessToken, OrgError>, Never>, scopes: Set<String>)?

    /// The most seconds before its end at which a token is no longer used.
    static let margin = 60
    /// The least seconds by which clocks differ that is worth another try.
    static let clockTolerance = 5

    init(_ app: ServiceApp, _ exchange: TokenExchange) {
        self.app = app
        self.exchange = exchange
        proves = app.proof == .always
        scopes = exchange.options.access.scopes
        generator = SplitMix64(seed: exchange.options.seed)
    }

    /// Seconds since 1970 by the server's clock, as far as it is known.
    var serverNow: Int { exchange.now + clockOffset }

    func sign(
        _ method: String, _ url: String, scopes: Set<String>
    ) async throws(OrgError) -> SignedHeaders {
        let token = try await token(for: scopes)
        let text = token.secret.reveal()
        switch token.kind {
        case .bearer:
            return SignedHeaders(
                headers: [(name: "Authorization", value: "Bearer \(text)")], token: count)
        case .bound:
            let proof = try provenKey().proof(
                method, url, nonce: apiNonce, token: text, now: serverNow)
            return SignedHeaders(
                headers: [
                    (name: "Authorization", value: "DPoP \(text)"), (name: "DPoP", value: proof),
                ], token: count)
        }
    }

    func remedy(
        for response: HTTPResponse, to sent: SignedHeaders, after _: Set<SignatureRemedy>
    ) -> SignatureRemedy? {
        if response.status == 403 { return missingScopes(in: response) }
        guard response.status == 401 else { return nil }
        let errors = challengeValues("error", in: response.headers("WWW-Authenticate"))
        if errors.contains("use_dpop_nonce"), let nonce = response.header("DPoP-Nonce") {
            apiNonce = nonce
            return .nonce
        }
        if errors.contains("invalid_dpop_proof"), takesClock(of: response) { return .clock }
        // Another request may have seen to it already.
        if sent.token == count { token = nil }
        return .token
    }

    /// The scopes that the API names, if the token does not have them all.
    ///
    /// Requests say what they need; this is for where Okta needs more than its documents say. Should
    /// the app not be granted them, nothing but that request suffers.
    private func missingScopes(in response: HTTPResponse) -> SignatureRemedy? {
        let named = Set(scopesAskedFor(in: response.headers("WWW-Authenticate")))
        guard let token, !named.isSubset(of: token.scopes) else { return nil }
        return .scopes(named)
    }

    /// The key of this run's proofs; made when the first one is needed.
    func provenKey() throws(OrgError) -> ProofKey {
        if let proofKey { return proofKey }
        let key = try ProofKey()
        proofKey = key
        return key
    }

    /// Goes by the server's clock from now on, if it differs from the one that was gone by.
    func takesClock(of response: HTTPResponse) -> Bool {
        guard let date = response.header("Date").flatMap(secondsSince1970(httpDate:)) else {
            return false
        }
        let offset = date - exchange.now
        guard abs(offset - clockOffset) > Self.clockTolerance else { return false }
        clockOffset = offset
        return true
    }

    private func token(for needed: Set<String>) async throws(OrgError) -> AccessToken {
        while true {
            if let token, needed.isSubset(of: token.scopes), exchange.now < token.expiry {
                return token
            }
            let together = scopes.union(needed)
            let wanted = together.isEmpty ? OrgAccess.leastScopes : together
            if let asking {
                let result = await asking.task.value
                // A refusal is the answer for all who would have asked for that and more.
                if case .failure(let error) = result, asking.scopes.isSubset(of: wanted) {
                    throw error
                }
                continue
            }
            let task = Task {
                let result = await self.outcome(of: wanted)
                // Before anybody who waits for it goes on, or they would ask again.
                self.take(result)
                return result
            }
            asking = (task, wanted)
            return try await task.value.get()
        }
    }

    private func outcome(of wanted: Set<String>) async -> Result<AccessToken, OrgError> {
        do throws(OrgError) {
            return .success(try await newToken(for: wanted))
        } catch {
            return .failure(error)
        }
    }

    private func take(_ result: Result<AccessToken, OrgError>) {
        asking = nil
        guard case .success(let fresh) = result else { return }
        token = fresh
        scopes = fresh.scopes
        count += 1
    }
}
