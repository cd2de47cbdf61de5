import HTTPTransport
import Ports
import Vocabulary

extension ServiceAppSigner {
    /// What makes another request for a token worth while. Each helps once.
    private enum Remedy: Hashable {
        case nonce, proof, clock
    }

    /// Asks for a token until the outcome is known.
    ///
    /// 1. Send an assertion, and a proof where the app has to prove that it holds a key.
    /// 2. A token must have every scope that was asked for.
    /// 3. A refusal that says what was missing (a nonce, a proof) or that may come of a clock that is
    ///    off is mended, and the request is sent again.
    /// 4. Wait for the rate limit; after a failure on the way try again a few times, for asking twice
    ///    does no more than asking once.
    func newToken(for scopes: Set<String>) async throws(OrgError) -> AccessToken {
        var remedies: Set<Remedy> = []
        var retries = 0
        var refusals = 0
        var waited = Duration.zero
        while true {
            let failure: OrgError.Failure
            let mayPass: Bool
            do {
                let response = try await post(asking: scopes)
                switch TokenAnswer(response) {
                case .token(let secret, let kind, let lifetime, let granted):
                    if remedies.contains(.clock) {
                        exchange.observer(.clockIsOff(seconds: -clockOffset))
                    }
                    return try token(secret, kind, lifetime, asked: scopes, granted: granted)
                case .refused(let code, let refusal):
                    if let remedy = remedy(for: code, response), remedies.insert(remedy).inserted {
                        continue
                    }
                    throw await explained(code, refusal, asked: scopes)
                case .rateLimited(let answer, let reset):
                    let wait = reset ?? Backoff.concurrency.wait(after: refusals, using: &generator)
                    guard waited + wait <= exchange.options.maxRateLimitWait else {
                        throw OrgError.rateLimited(answer)
                    }
                    refusals += 1
                    waited += wait
                    let seconds = Int((wait / .seconds(1)).rounded(.up))
                    exchange.observer(.waitingForRateLimit(seconds: seconds))
                    try await exchange.sleep(wait)
                    continue
                case .failed(let answered):
                    failure = answered
                    mayPass = true
                }
            } catch let error as HTTPTransportError {
                if error == .cancelled { throw .cancelled(mayHaveHappened: false) }
                failure = OrgError.Failure(detail: error.inWords, mayHaveHappened: false)
                mayPass = error.mayPass
            } catch let error as OrgError {
                throw error
            } catch {
                failure = OrgError.Failure(detail: "\(error)", mayHaveHappened: false)
                mayPass = false
            }
            try await pause(after: failure, mayPass: mayPass, retries: &retries)
        }
    }

    private func post(asking scopes: Set<String>) async throws -> HTTPResponse {
        var headers: [(name: String, value: String)] = []
        if proves {
            headers.append(
                (
                    name: "DPoP",
                    value: try provenKey().proof(
                        "POST", exchange.url, nonce: tokenNonce, token: nil, now: serverNow)
                ))
        }
        let assertion = try app.assertion(for: exchange.url, now: serverNow)
        let response = try await exchange.post(
            [
                ("grant_type", "client_credentials"),
                ("scope", scopes.sorted().joined(separator: " ")),
                (
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                ),
                ("client_assertion", assertion),
            ], headers: headers)
        if let nonce = response.header("DPoP-Nonce") { tokenNonce = nonce }
        return response
    }

    private func remedy(for code: String?, _ response: HTTPResponse) -> Remedy? {
        switch code {
        case "use_dpop_nonce" where response.header("DPoP-Nonce") != nil: return .nonce
        case "invalid_dpop_proof" where !proves && app.proof == .whenAsked:
            proves = true
            return .proof
        case "invalid_client", "invalid_dpop_proof":
            return takesClock(of: response) ? .clock : nil
        default: return nil
        }
    }

    private func token(
        _ secret: Secret, _ kind: AccessToken.Kind, _ lifetime: Int, asked: Set<String>,
        granted: Set<String>?
    ) throws(OrgError) -> AccessToken {
        let missing = asked.subtracting(granted ?? asked)
        guard missing.isEmpty else {
            throw .unauthorized(
                OktaAnswer(
                    status: 200, summary: "The app got a token without all that was asked for.",
                    missingScopes: missing.sorted()))
        }
        if case .bearer = kind, app.proof == .always {
            throw .unauthorized(
                OktaAnswer(
                    status: 200, errorCode: "unbound_token",
                    summary: "The token is not bound to a key, though `dpop: true` wants that."))
        }
        let margin = min(Self.margin, lifetime / 10)
        return AccessToken(
            secret: secret, kind: kind, scopes: asked, expiry: exchange.now + lifetime - margin)
    }

    /// The refusal, with the scopes that it is about by name, which Okta does not say: each is asked
    /// for alone to find that out.
    private func explained(
        _ code: String?, _ refusal: OrgError, asked: Set<String>
    ) async -> OrgError {
        guard code == "invalid_scope", case .unauthorized(var answer) = refusal else {
            return refusal
        }
        if asked.count == 1 {
            answer.missingScopes = asked.sorted()
            return .unauthorized(answer)
        }
        for scope in asked.sorted() {
            do {
                _ = try await newToken(for: [scope])
            } catch .unauthorized(let alone) where alone.missingScopes == [scope] {
                answer.missingScopes.append(scope)
            } catch {
                return error
            }
        }
        return .unauthorized(answer)
    }

    /// Waits before the next try, or ends the tries.
    private func pause(
        after failure: OrgError.Failure, mayPass: Bool, retries: inout Int
    ) async throws(OrgError) {
        guard mayPass, retries < exchange.options.maxRetries else {
            var failure = failure
            failure.mayHaveHappened = false
            if retries > 0 { failure.detail += " It was tried \(retries + 1) times." }
            throw .unavailable(failure)
        }
        let wait = Backoff.retry.wait(after: retries, using: &generator)
        retries += 1
        exchange.observer(.retrying(attempt: retries + 1, reason: failure.detail, after: wait))
        try await exchange.sleep(wait)
    }
}
