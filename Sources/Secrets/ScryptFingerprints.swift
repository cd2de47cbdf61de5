import Cryptography
import Glibc
import Ports
package import Vocabulary

/// Fingerprints by scrypt, at about 36 ms of one core and 8 MiB each.
package struct ScryptFingerprints: Fingerprints {
    private let cores = Cores()

    package init() {}

    /// - Precondition: The system has a random generator. There is no safe way to continue without.
    package func newParameters() -> Fingerprint.Parameters {
        let cost = ScryptParameters.standard
        do throws(CryptographyError) {
            return Fingerprint.Parameters(
                n: cost.n, r: cost.r, p: cost.p, salt: Hexadecimal.text(try randomBytes(16)),
                length: 32)
        } catch {
            preconditionFailure("no salt can be made: \(error)")
        }
    }

    /// Hashes on a thread of its own, so that responses from the network are read meanwhile, and
    /// several secrets at the same time, but no more of them than there are cores.
    package func hash(
        of secret: Secret, by parameters: Fingerprint.Parameters
    ) async -> String? {
        await cores.take()
        let hash = await withCheckedContinuation { continuation in
            OwnThread.run { continuation.resume(returning: Self.hash(of: secret, parameters)) }
        }
        await cores.giveBack()
        return hash
    }

    private static func hash(of secret: Secret, _ parameters: Fingerprint.Parameters) -> String? {
        do throws(CryptographyError) {
            return Hexadecimal.text(
                try Scrypt.derive(
                    secret: Array(secret.reveal().utf8), salt: Hexadecimal.bytes(parameters.salt),
                    parameters: ScryptParameters(
                        n: parameters.n, r: parameters.r, p: parameters.p),
                    length: parameters.length))
        } catch {
            return nil
        }
    }
}

/// The machine's cores, each taken by one computation at a time, in the order of asking.
private actor Cores {
    private var free = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
