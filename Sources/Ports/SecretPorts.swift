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

/// Computes the hashes that tell secrets apart without keeping them.
package protocol Fingerprints: Sendable {
    /// Returns what new fingerprints cost, with a new random salt.
    func newParameters() -> Fingerprint.Parameters

    /// Returns the hash of a secret, or nil if the parameters cost more than Tenterhook would ever
    /// write. Takes tens of milliseconds of one core, and doesn't block the caller's thread.
    func hash(of secret: Secret, by parameters: Fingerprint.Parameters) async -> String?
}
