package import Kinds
import Planning
package import Ports
package import StateFile
package import Vocabulary

/// Finds out whether secrets that were never seen are the manifest's, by asking the endpoints. The
/// org is only read, and nothing is written.
///
/// Okta has verified the hook, so the endpoint took the secret that Okta holds. If it takes the
/// manifest's as well, and refuses one that was made up, the two are taken to be the same.
package struct ProveOperation: Sendable {
    private let org: any OrgReader
    private let probe: any EndpointProbe
    private let knowledge: SecretKnowledge
    private let surroundings: Surroundings
    /// What is wrong with a secret that is to be a URL.
    private let checkURL: @Sendable (String, Policy) -> Diagnostic?

    package init(
        org: any OrgReader, probe: any EndpointProbe, knowledge: SecretKnowledge,
        surroundings: Surroundings, checkURL: @escaping @Sendable (String, Policy) -> Diagnostic?
    ) {
        self.org = org
        self.probe = probe
        self.knowledge = knowledge
        self.surroundings = surroundings
        self.checkURL = checkURL
    }

    /// - Parameter addresses: recorded ones; what is known of them is left alone.
    package func run(
        _ addresses: [Address], declarations: [ResourceDeclaration], policy: Policy,
        snapshot: Snapshot
    ) async throws(OrgError) -> ProveReport {
        let unknown = addresses.filter { snapshot.resources[$0]?.unknownSecrets.isEmpty == false }
        let masking = Masking(knowledge: knowledge)
        let (desired, problems) = await masking.desired(
            declarations.filter { unknown.contains($0.address) }, recorded: snapshot,
            policy: policy, check: checkURL)
        if problems.hasErrors { return ProveReport(problems: problems) }
        let kinds = KindRegistry.all.filter { kind in unknown.contains { $0.kind == kind.name } }
        let objects = try await org.listing(of: kinds).get()
        let view = MaskedView(masking: masking, desired: desired, snapshot: snapshot)
        let live = await view.masked(objects, recorded: snapshot).live

        var report = ProveReport()
        await withTaskGroup(of: (Address, [AttributePath: Proof]).self) { group in
            for address in unknown {
                guard let recorded = snapshot.resources[address],
                    let kind = KindRegistry.kind(of: address)
                else { continue }
                let question = ProofQuestion(
                    kind: kind, desired: desired.first { $0.address == address },
                    live: live.first { $0.id == recorded.id && $0.kind == kind })
                group.addTask {
                    var proofs: [AttributePath: Proof] = [:]
                    for path in recorded.unknownSecrets {
                        proofs[path] = await proof(of: path, question)
                    }
                    return (address, proofs)
                }
            }
            for await (address, proofs) in group { report.proofs[address] = proofs }
        }
        return report
    }
}

extension ProveOperation {
    private func proof(of path: AttributePath, _ question: ProofQuestion) async -> Proof {
        let candidate: Fingerprint
        switch question.candidate(at: path) {
        case .failure(let obstacle): return obstacle.proof
        case .success(let fingerprint): candidate = fingerprint
        }
        let revealed = await knowledge.revealed()
        guard let secret = revealed[candidate] else { return .notDeclared }
        guard
            let challenge = question.challenge(
                path, secret: secret, revealed: revealed, token: surroundings.newID())
        else { return .notAskable }
        // As Okta does, once more after a failure: what fails once may answer the next time.
        var answer = await probe.send(challenge)
        if answer != .passed { answer = await probe.send(challenge) }
        switch answer {
        case .passed: break
        case .failed(_, let detail), .unanswered(let detail): return .refused(detail: detail)
        }
        guard
            let other = question.challenge(
                path, secret: Secret(surroundings.newID()), revealed: revealed,
                token: surroundings.newID())
        else { return .notAskable }
        switch await probe.send(other) {
        case .passed: return .takesAnything
        case .failed(let status, _) where Self.refusals.contains(status): return .proven(candidate)
        case .failed(_, let detail), .unanswered(let detail): return .unclear(detail: detail)
        }
    }

    /// Statuses that say no to whoever asks. Others may be a mishap: a server that is down or busy
    /// says nothing of the secret.
    private static let refusals: Set<Int> = Set(400..<500).subtracting([408, 425, 429])
}
