import Kinds
import Planning
import Reconciling
import State
import Vocabulary

@testable import Fakes

extension World {
    /// Takes objects over as the command does: all or none, and recorded when there is no problem.
    @discardableResult
    func adopt(
        _ adoptions: [Adoption], declaring resources: [any Declared],
        skippingMissing: Bool = false
    ) async throws -> AdoptReport {
        let knowledge = SecretKnowledge(source: secrets, fingerprints: fingerprints)
        let report = try await AdoptOperation(org: org, knowledge: knowledge).run(
            adoptions, declarations: resources.map(\.declaration),
            snapshot: try await snapshot, skippingMissing: skippingMissing)
        if !report.adopted.isEmpty { try await rewrite { $0.apply(report.edits) } }
        return report
    }

    /// Takes over all that is declared, by name.
    @discardableResult
    func adopt(_ resources: [any Declared], skippingMissing: Bool = false) async throws
        -> AdoptReport
    {
        try await adopt(
            resources.map { Adoption($0.declaration) }, declaring: resources,
            skippingMissing: skippingMissing)
    }

    /// Has endpoints asked for the secrets of what is declared, and records what is proven.
    func prove(_ resources: [any Declared], _ probe: FakeProbe) async throws -> ProveReport {
        let knowledge = SecretKnowledge(source: secrets, fingerprints: fingerprints)
        let operation = ProveOperation(
            org: org, probe: probe, knowledge: knowledge, surroundings: surroundings,
            parallelism: 2,
            checkURL: { _, _ in nil })
        let declarations = resources.map(\.declaration)
        let report = try await operation.run(
            declarations.map(\.address), declarations: declarations, policy: Policy(),
            snapshot: try await snapshot)
        if report.provesAny { try await rewrite { $0.apply(report.edits(of: $0)) } }
        return report
    }

    /// Forgets everything, as if the org had been made by other hands.
    func forgetAll() async throws {
        try await rewrite { snapshot in
            snapshot.resources = [:]
            snapshot.intents = [:]
        }
        await org.startCounting()
    }
}
