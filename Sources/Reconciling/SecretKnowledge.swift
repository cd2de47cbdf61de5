package import Ports
package import Vocabulary

/// What one run knows of secrets: their values, and which fingerprints stand for them. Each is asked
/// for, and each costly comparison made, once.
package actor SecretKnowledge {
    private struct Question: Hashable {
        let secret: Secret
        let fingerprint: Fingerprint
    }

    private let source: any SecretSource
    private let fingerprints: any Fingerprints
    private var resolved: [SecretReference: Result<Secret, SecretError>] = [:]
    private var answers: [Question: Task<Bool, Never>] = [:]
    private var made: [Secret: Task<Fingerprint, Never>] = [:]
    private var vault: [Fingerprint: Secret] = [:]

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

    /// The fingerprint that stands for a secret: the first candidate that is of it, or a new one.
    package func fingerprint(
        of secret: Secret, candidates: [Fingerprint]
    ) async -> Fingerprint {
        for candidate in candidates where await matches(secret, candidate) {
            vault[candidate] = secret
            return candidate
        }
        let task =
            made[secret]
            ?? {
                let task = Task { [fingerprints] in await fingerprints.make(secret) }
                made[secret] = task
                return task
            }()
        let new = await task.value
        vault[new] = secret
        return new
    }

    package func matches(_ secret: Secret, _ fingerprint: Fingerprint) async -> Bool {
        if vault[fingerprint] == secret { return true }
        let question = Question(secret: secret, fingerprint: fingerprint)
        let task =
            answers[question]
            ?? {
                let task = Task { [fingerprints] in await fingerprints.matches(secret, fingerprint)
                }
                answers[question] = task
                return task
            }()
        return await task.value
    }

    /// The secret behind a fingerprint, if this run has met it.
    package func reveal(_ fingerprint: Fingerprint) -> Secret? { vault[fingerprint] }

    /// All secrets of this run by fingerprint, for the making of bodies.
    package func revealed() -> [Fingerprint: Secret] { vault }
}
