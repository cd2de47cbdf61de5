package import Kinds
import Planning
package import Ports
package import State
import Vocabulary

/// Takes objects that are in the org already into the state. It reads, one list call a kind, and
/// writes nothing, neither to the org nor to the state.
///
/// 1. Find each object by its id or its unique name.
/// 2. Refuse what is managed already, not there, or in doubt; then nothing at all is adopted.
/// 3. Mask what the manifest takes from a secret; what the API never shows stays unknown.
package struct AdoptOperation: Sendable {
    private let org: any OrgReader
    private let knowledge: SecretKnowledge

    package init(org: any OrgReader, knowledge: SecretKnowledge) {
        self.org = org
        self.knowledge = knowledge
    }

    /// - Parameters:
    ///   - declarations: the manifest's, which tell which readable values are secrets. None of the
    ///     secrets has to be available.
    ///   - snapshot: the state as it is.
    ///   - skippingMissing: whether an object that the org does not have is left out and told by
    ///     its address alone, and no problem.
    package func run(
        _ adoptions: [Adoption], declarations: [ResourceDeclaration] = [], snapshot: Snapshot,
        skippingMissing: Bool = false
    ) async throws(OrgError) -> AdoptReport {
        let kinds = KindRegistry.all.filter { kind in
            adoptions.contains { $0.address.kind == kind.name }
        }
        let objects = try await org.listing(of: kinds).get()
        var search = AdoptionSearch(objects: objects, snapshot: snapshot)
        search.run(adoptions)
        if !skippingMissing, !search.missing.isEmpty {
            // Only for the message: whether an id is one of another kind's. Not all may be readable.
            for kind in KindRegistry.all where !kinds.contains(kind) {
                if case .success(let others) = await org.listing(of: [kind]) {
                    search.strangers += others
                }
            }
            search.noteMissing()
        }
        if search.problems.hasErrors { return AdoptReport(problems: search.problems) }
        let adopted = await recorded(
            search.found, declarations: declarations, snapshot: snapshot)
        return AdoptReport(adopted: adopted, missing: search.missing.map(\.address).sorted())
    }

    /// The objects as the state is to remember them.
    private func recorded(
        _ found: [(adoption: Adoption, object: LiveObject)], declarations: [ResourceDeclaration],
        snapshot: Snapshot
    ) async -> [Address: RecordedResource] {
        let addresses = Set(found.map(\.adoption.address))
        let masking = Masking(knowledge: knowledge)
        // A secret that is not to be had is the next plan's business.
        let desired = await masking.desired(
            declarations.filter { addresses.contains($0.address) }, recorded: snapshot,
            policy: Policy(), check: { _, _ in nil }
        ).resources
        let view = MaskedView(masking: masking, desired: desired, snapshot: snapshot)
        var result: [Address: RecordedResource] = [:]
        for (adoption, object) in found {
            let known = Attributes(adoption.secrets.mapValues { .secret($0) })
            let seen = await view.masked(object, at: adoption.address, recorded: [known])
            result[adoption.address] = RecordedResource(
                id: object.id, attributes: IntentSettlement.readable(seen, over: known),
                isVerified: object.isVerified, lastUpdated: object.lastUpdated)
        }
        return result
    }
}
