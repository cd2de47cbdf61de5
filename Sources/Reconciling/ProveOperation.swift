package import Kinds
import Planning
package import Ports
package import State
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
    private let parallelism: Int
    /// What is wrong with a secret that is to be a URL.
    private let checkURL: @Sendable (String, Policy) -> Diagnostic?

    package init(
        org: any OrgReader, probe: any EndpointProbe, knowledge: SecretKnowledge,
        surroundings: Surroundings, parallelism: Int,
        checkURL: @escaping @Sendable (String, Policy) -> Diagnostic?
    ) {
        self.org = org
        self.probe = probe
        self.knowledge = knowledge
        self.surroundings = surroundings
        self.parallelism = max(1, parallelism)
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

        let revealed = await knowledge.revealed()
        var report = ProveReport()
        // Hooks that share an endpoint and a secret share the answer.
        var asking: [EndpointQuestion: [(Address, AttributePath)]] = [:]
        for address in unknown {
            guard let recorded = snapshot.resources[address],
                let kind = KindRegistry.kind(of: address)
            else { continue }
            let subject = ProofSubject(
                kind: kind, desired: desired.first { $0.address == address },
                live: live.first { $0.id == recorded.id && $0.kind == kind })
            for path in recorded.unknownSecrets {
                switch subject.question(on: path, revealed) {
                case .failure(let obstacle):
                    report.proofs[address, default: [:]][path] = obstacle.proof
                case .success(let question):
                    asking[question, default: []].append((address, path))
                }
            }
        }
        for (question, proof) in await answers(to: Array(asking.keys)) {
            for (address, path) in asking[question] ?? [] {
                report.proofs[address, default: [:]][path] = proof
            }
        }
        return report
    }
}

extension ProveOperation {
    /// So many at once as the caller allows, for each has but seconds to be answered.
    private func answers(to questions: [EndpointQuestion]) async -> [EndpointQuestion: Proof] {
        var proofs: [EndpointQuestion: Proof] = [:]
        await withTaskGroup(of: (EndpointQuestion, Proof).self) { group in
            var waiting = questions[...]
            for _ in 0..<parallelism {
                if let next = waiting.popFirst() { group.addTask { (next, await ask(next)) } }
            }
            while let (question, proof) = await group.next() {
                proofs[question] = proof
                if let next = waiting.popFirst() { group.addTask { (next, await ask(next)) } }
            }
        }
        return proofs
    }

    private func ask(_ question: EndpointQuestion) async -> Proof {
        let challenge = question.challenge(question.secret, token: surroundings.newID())
        // As Okta does, once more after a failure: what fails once may answer the next time.
        var answer = await probe.send(challenge)
        if answer != .passed { answer = await probe.send(challenge) }
        switch answer {
        case .passed: break
        case .failed(_, let detail), .unanswered(let detail): return .refused(detail: detail)
        }
        let other = question.challenge(
            Secret(surroundings.newID()), token: surroundings.newID())
        switch await probe.send(other) {
        case .passed: return .takesAnything
        case .failed(let status, _) where Self.refusals.contains(status):
            return .proven(question.fingerprint)
        case .failed(_, let detail), .unanswered(let detail): return .unclear(detail: detail)
        }
    }

    /// Statuses that say no to whoever asks. Others may be a mishap: a server that is down or busy
    /// says nothing of the secret.
    private static let refusals: Set<Int> = Set(400..<500).subtracting([408, 425, 429])
}
