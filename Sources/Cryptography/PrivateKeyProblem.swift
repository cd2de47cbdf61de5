/// Why a text is no private key that can sign. No case holds any of the text.
package enum PrivateKeyProblem: Error, Hashable, Sendable {
    /// Neither PEM nor JSON.
    case unknownForm
    /// Something else in PEM or JSON; `found` says what.
    case notPrivate(found: String)
    case encrypted
    case openSSH
    case several
    case damaged
    /// A kind of key that Okta takes no signatures of.
    case unsupportedKind(String)
    case unsupportedCurve
    /// RSA keys have 2048 bits at least.
    case tooShort(bits: Int)
    case certificateOfOtherKey
    case certificateExpired(String)
    case certificateNotYetValid(String)
    /// A JWK without a member that it needs, or with one that is not what it should be.
    case jwkMember(String)
    /// A JWK's `alg` is none of Okta's, or none of the key's.
    case unsupportedAlgorithm
    /// A JWK whose `use` is not to sign.
    case notForSigning
    /// A set of JWKs has no private key, or several and none has the wanted id.
    case noneChosen
}

extension PrivateKeyProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownForm:
            "It is neither PEM (-----BEGIN …) nor a JSON Web Key ({ … })."
        case .notPrivate(let found):
            "It is \(found), not a private key. Signing needs the private half."
        case .encrypted:
            "The key is encrypted, and there is nobody to ask for its passphrase. Take it off: "
                + "openssl pkey -in KEY -out NEW. Keep the new file where only you can read it."
        case .openSSH:
            "It is in OpenSSH's own form. Convert it: ssh-keygen -p -m PEM -N '' -f KEY"
        case .several: "It holds more than one private key."
        case .damaged: "The key is damaged: it cannot be read to its end, or its parts do not fit."
        case .unsupportedKind(let kind):
            "It is a key of the kind \(kind). Okta takes RSA keys, and EC keys on the curves "
                + "P-256, P-384 and P-521."
        case .unsupportedCurve:
            "Its curve is none that Okta takes: P-256, P-384 or P-521, by name."
        case .tooShort(let bits):
            "The RSA key has \(bits) bits. Okta takes keys of 2048 bits or more."
        case .certificateOfOtherKey: "The certificate beside the key is another key's."
        case .certificateExpired(let date): "The certificate beside the key expired on \(date)."
        case .certificateNotYetValid(let date):
            "The certificate beside the key is not valid before \(date)."
        case .jwkMember(let name):
            "The JSON Web Key's member `\(name)` is missing, or is not what it should be."
        case .unsupportedAlgorithm:
            "The JSON Web Key's `alg` is none that Okta takes from such a key: RS256, RS384 or "
                + "RS512 from RSA; ES256, ES384 or ES512 from EC, by its curve."
        case .notForSigning: "The JSON Web Key's `use` says that it is not for signing."
        case .noneChosen:
            "The set of JSON Web Keys has no private key, or several, and none of them has the id "
                + "that `key_id` names."
        }
    }
}
