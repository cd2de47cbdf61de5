package import Ports
package import Vocabulary

/// What one run knows of secrets: their values, and which fingerprints stand for them. Each is asked
/// for, and each costly hash computed, once.
package actor SecretKnowledge {
    private struct Question: Hashable {
        let secret: Secret
        let parameters: Fingerprint.Parameters
    }

    private let source: any SecretSource
    private let fingerprints: any Fingerprints
    private var resolved: [SecretReference: Result<Secret, SecretError>] = [:]
    private var hashes: [Question: Task<String?, Never>] = [:]
    private var vault: [Fingerprint: Secret] = [:]
    /// The parameters of all new fingerprints. With one salt, a secret costs one hash, however many
    /// objects and orgs share it.
    private var shared: Fingerprint.Parameters?

    package init(source: any SecretSource, fingerprints: any Fingerprints) {
        self.source = source
        self.fingerprints = fingerprints
    }

    package func resolve(_ reference: SecretReference) async -> Result<Secret, SecretError> {
        if let known = resolved[reference] { return known }
        let result: Result<Secret, SecretError>
        do { result = .success(try await source.resolve(reference)) } catch {
            result = .failure(error)
        }
        resolved[reference] = result
        return result
    }

    /// Takes the salt of new fingerprints from recorded ones: the salt of most of them.
    ///
    /// Does nothing once there is a salt. Fingerprints of another cost don't count, so that a later
    /// version's cost is the cost of all its new fingerprints.
    package func shareSalt(of recorded: [Fingerprint]) {
        guard shared == nil else { return }
        let new = fingerprints.newParameters()
        var counts: [Fingerprint.Parameters: Int] = [:]
        for known in recorded where known.parameters.areLike(new) {
            counts[known.parameters, default: 0] += 1
        }
        shared =
            counts.max { ($0.value, $1.key.salt) < ($1.value, $0.key.salt) }?.key ?? new
    }

    /// The fingerprint that stands for a secret: the first candidate that is of it, or a new one.
    package func fingerprint(
        of secret: Secret, candidates: [Fingerprint]
    ) async -> Fingerprint {
        for candidate in candidates where await matches(secret, candidate) {
            vault[candidate] = secret
            return candidate
        }
        shareSalt(of: [])
        guard let shared, let hash = await hash(of: secret, by: shared) else {
            preconditionFailure("a secret's fingerprint can't be made")
        }
        let new = Fingerprint(shared, hash: hash)
        vault[new] = secret
        return new
    }

    package func matches(_ secret: Secret, _ fingerprint: Fingerprint) async -> Bool {
        if vault[fingerprint] == secret { return true }
        return await hash(of: secret, by: fingerprint.parameters) == fingerprint.hash
    }

    /// The secret behind a fingerprint, if this run has met it.
    package func reveal(_ fingerprint: Fingerprint) -> Secret? { vault[fingerprint] }

    /// All secrets of this run by fingerprint, for the making of bodies.
    package func revealed() -> [Fingerprint: Secret] { vault }

    private func hash(of secret: Secret, by parameters: Fingerprint.Parameters) async -> String? {
        let question = Question(secret: secret, parameters: parameters)
        let task =
            hashes[question]
            ?? {
                let task = Task { [fingerprints] in
                    await fingerprints.hash(of: secret, by: parameters)
                }
                hashes[question] = task
                return task
            }()
        return await task.value
    }
}
