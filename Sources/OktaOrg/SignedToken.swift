import Cryptography
import JSON
import Ports

/// Claims with a signature, in JOSE's compact form (RFC 7515, section 7.1).
func signedToken(
    header: JSONObject, claims: JSONObject, by key: SigningKey
) throws(OrgError) -> String {
    let parts = [header, claims].map { base64URL(JSONValue.object($0).bytes()) }
    let signed = parts.joined(separator: ".")
    do {
        return signed + "." + base64URL(try key.sign(Array(signed.utf8)))
    } catch {
        throw .unavailable(
            OrgError.Failure(
                detail: "Nothing was sent, because it could not be signed: \(error).",
                mayHaveHappened: false))
    }
}

/// An id that no other token has.
func tokenID() throws(OrgError) -> JSONValue {
    do {
        return .string(base64URL(try randomBytes(16)))
    } catch {
        throw .unavailable(
            OrgError.Failure(
                detail: "Nothing was sent, because there are no random numbers: \(error).",
                mayHaveHappened: false))
    }
}

extension ServiceApp {
    /// How long a request for a token may be on its way, in seconds.
    static let assertionLifetime = 300

    /// What proves to the token endpoint that this is the app (RFC 7523).
    ///
    /// - Parameter now: seconds since 1970 by the server's clock.
    func assertion(for tokenURL: String, now: Int) throws(OrgError) -> String {
        var header: JSONObject = ["alg": .string(key.algorithm.rawValue)]
        if let keyID { header["kid"] = .string(keyID) }
        header["typ"] = "JWT"
        return try signedToken(
            header: header,
            claims: [
                "aud": .string(tokenURL),
                "exp": .number(JSONNumber(now + Self.assertionLifetime)),
                "iat": .number(JSONNumber(now)),
                "iss": .string(clientID),
                "jti": try tokenID(),
                "sub": .string(clientID),
            ], by: key)
    }
}

/// A key of this run's own, and the proofs that we hold it (RFC 9449).
struct ProofKey: Sendable {
    private let key: SigningKey
    private let publicHalf: JSONObject

    init() throws(OrgError) {
        do {
            key = try SigningKey.makeP256()
            publicHalf = JSONObject(
                try key.publicKeyMembers().map { (key: $0.name, value: .string($0.value)) })
        } catch {
            throw .unavailable(
                OrgError.Failure(
                    detail: "Nothing was sent, because no key could be made for DPoP: \(error).",
                    mayHaveHappened: false))
        }
    }

    /// A proof for one request.
    ///
    /// - Parameters:
    ///   - token: the access token that goes along; nil at the token endpoint.
    ///   - now: seconds since 1970 by the server's clock.
    func proof(
        _ method: String, _ url: String, nonce: String?, token: String?, now: Int
    ) throws(OrgError) -> String {
        var claims: JSONObject = [
            "htm": .string(method),
            "htu": .string(String(url.prefix { $0 != "?" && $0 != "#" })),
            "iat": .number(JSONNumber(now)),
            "jti": try tokenID(),
        ]
        if let nonce { claims["nonce"] = .string(nonce) }
        if let token {
            claims["ath"] = .string(base64URL(SHA256Digest.bytes(of: Array(token.utf8))))
        }
        return try signedToken(
            header: [
                "alg": .string(key.algorithm.rawValue), "jwk": .object(publicHalf),
                "typ": "dpop+jwt",
            ], claims: claims, by: key)
    }
}
