import Cryptography
import Ports
package import Vocabulary

/// Fingerprints by scrypt, at about 36 ms of one core and 8 MiB each.
package struct ScryptFingerprints: Fingerprints {
    package init() {}

    /// - Precondition: the machine has 8 MiB to spare and a random generator; there is no going on
    ///   without.
    package func make(_ secret: Secret) async -> Fingerprint {
        let parameters = ScryptParameters.standard
        do throws(CryptographyError) {
            let salt = try randomBytes(16)
            let hash = try Scrypt.derive(
                secret: Array(secret.reveal().utf8), salt: salt, parameters: parameters)
            return Fingerprint(
                n: parameters.n, r: parameters.r, p: parameters.p, salt: Hexadecimal.text(salt),
                hash: Hexadecimal.text(hash))
        } catch {
            preconditionFailure("a secret's fingerprint cannot be made: \(error)")
        }
    }

    /// A fingerprint of a cost that we would never write matches nothing.
    package func matches(_ secret: Secret, _ fingerprint: Fingerprint) async -> Bool {
        let known = Hexadecimal.bytes(fingerprint.hash)
        do throws(CryptographyError) {
            let hash = try Scrypt.derive(
                secret: Array(secret.reveal().utf8), salt: Hexadecimal.bytes(fingerprint.salt),
                parameters: ScryptParameters(
                    n: fingerprint.n, r: fingerprint.r, p: fingerprint.p),
                length: known.count)
            return constantTimeEqual(hash, known)
        } catch {
            return false
        }
    }
}
