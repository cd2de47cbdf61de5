package import Kinds
package import Manifests
package import Ports
package import State

/// All that an org holds, looked at once: what is written into a manifest and what is recorded in a
/// state come from the same look, so that they agree whatever happens to the org meanwhile.
package struct OrgSurvey: ManifestSurvey {
    /// Sorted by rank and id.
    package let objects: [LiveObject]
    private let org: any OrgReader

    /// Reads every kind, one list call each.
    package init(of org: any OrgReader) async throws(OrgError) {
        objects = try await org.listing(of: KindRegistry.all).get()
        self.org = org
    }

    /// The manifest that says what the org holds, under addresses made of the objects' names.
    package func manifest(
        orgName: String, orgURL: String, tokenVariable: String?
    ) -> DraftedManifest {
        let addresses = addresses(for: objects)
        return draftedManifest(
            ManifestDraft(
                orgName: orgName, orgURL: orgURL, tokenVariable: tokenVariable,
                resources: objects.compactMap { object in
                    addresses[object.id].map { ResourceDraft(address: $0, object: object) }
                }))
    }

    /// What the state is to remember of the resources that a manifest was written with.
    ///
    /// - Parameter declarations: the same manifest, as it was read.
    package func adopt(
        _ resources: [ResourceDraft], declarations: [ResourceDeclaration], snapshot: Snapshot,
        knowledge: SecretKnowledge
    ) async throws(OrgError) -> AdoptReport {
        let operation = AdoptOperation(
            org: ListedOrg(org: org, kinds: KindRegistry.all, objects: objects),
            knowledge: knowledge)
        return try await operation.run(
            resources.map { Adoption($0.address, .id($0.object.id)) }, declarations: declarations,
            snapshot: snapshot)
    }
}
