package import Kinds
package import Manifests
package import Ports
package import State

/// A look at an org of which a manifest and a state are made: both come from the same look, so that
/// they agree whatever happens to the org meanwhile.
package protocol ManifestSurvey: Sendable {
    /// The manifest that says what is there.
    func manifest(orgName: String, orgURL: String, tokenVariable: String?) -> DraftedManifest
    /// What the state is to remember of the resources that a manifest was written with.
    ///
    /// - Parameter declarations: the same manifest, as it was read.
    func adopt(
        _ resources: [ResourceDraft], declarations: [ResourceDeclaration], snapshot: Snapshot,
        knowledge: SecretKnowledge
    ) async throws(OrgError) -> AdoptReport
}
