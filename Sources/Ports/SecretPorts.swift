package import Vocabulary

/// Gets secrets from where references say.
package protocol SecretSource: Sendable {
    func resolve(_ reference: SecretReference) async throws(SecretError) -> Secret
}

/// Why a secret could not be had, without a word of the secret.
package struct SecretError: Error, Hashable, Sendable {
    package let detail: String

    package init(detail: String) { self.detail = detail }
}

/// Tells secrets apart without keeping them. Both calls take tens of milliseconds of one core.
package protocol Fingerprints: Sendable {
    /// A new fingerprint, with a salt of its own.
    func make(_ secret: Secret) async -> Fingerprint
    func matches(_ secret: Secret, _ fingerprint: Fingerprint) async -> Bool
}
