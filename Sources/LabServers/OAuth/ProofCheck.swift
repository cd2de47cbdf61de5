import Foundation

/// Checks the proofs of possession that come with requests (RFC 9449, section 4.3).
struct ProofCheck: Sendable {
    /// What is wrong with a proof.
    enum Fault: Error {
        case missing
        case wrong(String)
        case nonce
    }

    /// The ids that were seen, and until when they are remembered.
    private var seen: [String: Timestamp] = [:]
    /// Seconds by which a proof's time may be off.
    static let tolerance = 300

    /// The thumbprint of the key whose possession is proven.
    ///
    /// - Parameters:
    ///   - url: where the request went to, without a query.
    ///   - nonce: the one that the proof must carry; `nil` for any or none.
    ///   - token: the access token that came along; `nil` at the token endpoint.
    mutating func keyProven(
        by request: LabRequest, url: String, nonce: String?, token: String?, now: Timestamp
    ) throws(Fault) -> String {
        let headers = request.headers.filter { $0.name.lowercased() == "dpop" }
        guard let text = headers.first?.value else { throw .missing }
        guard headers.count == 1, let proof = SignedJSON(text) else {
            throw .wrong("The DPoP proof JWT is malformed.")
        }
        guard proof.header["typ"]?.text == "dpop+jwt" else {
            throw .wrong("The DPoP proof JWT header 'typ' is not 'dpop+jwt'.")
        }
        guard let jwk = proof.header["jwk"], jwk["d"] == nil, let key = PublicKey(jwk),
            proof.isSigned(by: key)
        else { throw .wrong("The DPoP proof JWT signature is invalid.") }
        guard proof.claims["htm"]?.text == request.method else {
            throw .wrong("The DPoP proof JWT 'htm' is not the request's method.")
        }
        guard proof.claims["htu"]?.text == url else {
            throw .wrong("The DPoP proof JWT 'htu' is not the request's URL.")
        }
        let seconds = now.milliseconds / 1000
        guard let issued = proof.claims["iat"]?.integer,
            (seconds - Self.tolerance...seconds + Self.tolerance).contains(issued)
        else { throw .wrong("The DPoP proof JWT 'iat' is not valid now.") }
        if let token {
            guard proof.claims["ath"]?.text == Data(digest(Array(token.utf8))).base64URL else {
                throw .wrong("The DPoP proof JWT 'ath' is not the access token's hash.")
            }
        }
        if let nonce, proof.claims["nonce"]?.text != nonce { throw .nonce }
        guard let id = proof.claims["jti"]?.text, !id.isEmpty else {
            throw .wrong("The DPoP proof JWT has no 'jti'.")
        }
        seen = seen.filter { $0.value > now }
        guard seen.updateValue(now.advanced(bySeconds: 2 * Self.tolerance), forKey: id) == nil
        else { throw .wrong("The DPoP proof JWT 'jti' was used before.") }
        return key.thumbprint
    }
}
