package import Cryptography

/// A service app of the org's: an OAuth client that signs in with a private key.
package struct ServiceApp: Sendable {
    /// When requests carry a proof that whoever holds the token holds a key as well (RFC 9449).
    package enum Proof: Hashable, Sendable {
        case always, never
        /// When the token endpoint wants one.
        case whenAsked

        /// - Parameter dpop: what the manifest says; nil when it says nothing.
        package init(_ dpop: Bool?) {
            switch dpop {
            case true?: self = .always
            case false?: self = .never
            case nil: self = .whenAsked
            }
        }
    }

    let clientID: String
    let key: SigningKey
    /// The id under which the org knows the key; nil where it has one alone.
    let keyID: String?
    let proof: Proof

    package init(clientID: String, key: SigningKey, keyID: String?, proof: Proof) {
        self.clientID = clientID
        self.key = key
        self.keyID = keyID
        self.proof = proof
    }
}

extension ServiceApp: CustomReflectable {
    /// Empty: the client's id may come from a reference, and what does is never shown.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
