package import Kinds
package import Manifests
package import Ports
package import State
package import TerraformState
package import Vocabulary

/// What Terraform manages of hooks beside what the org holds, looked at once: the manifest that is
/// written and what the state is to remember come from the same look.
///
/// 1. Find each of Terraform's objects in the org, by its id; one list call a kind.
/// 2. Give them addresses, and to what they refer to.
/// 3. See that no secret of Terraform's state stands where a manifest has it in clear.
/// 4. Draft the manifest of what the org holds now.
/// 5. Adopt: the secrets that Terraform's state holds are known by their fingerprints from then on.
package struct TerraformSurvey: ManifestSurvey {
    /// What speaks against going on.
    package let problems: [Diagnostic]
    private let file: TerraformFile
    private let hooks: TerraformHooks
    private let match: TerraformMatch
    private let misplaced: MisplacedSecrets
    private let listed: ListedOrg

    package init(
        of org: any OrgReader, at url: String, _ file: TerraformFile, _ hooks: TerraformHooks
    ) async throws(OrgError) {
        self.file = file
        self.hooks = hooks
        let kinds = Self.kinds(of: hooks)
        let objects = try await org.listing(of: kinds).get()
        listed = ListedOrg(org: org, kinds: kinds, objects: objects)
        match = TerraformMatch(hooks, objects: objects)
        misplaced = MisplacedSecrets(
            in: match.found, of: hooks, others: file.otherSecrets)
        problems =
            if hooks.objects.isEmpty {
                [.noHooks]
            } else if match.found.isEmpty {
                [.noneInTheOrg(hooks.objects.count, url: url)]
            } else {
                misplaced.problems
            }
    }

    /// The kinds of what Terraform manages, and of what that refers to.
    private static func kinds(of hooks: TerraformHooks) -> [ResourceKind] {
        guard !hooks.objects.isEmpty else { return [] }
        let mine = (hooks.objects + hooks.deposed).map(\.kind)
        let names = Set(mine.map(\.name)).union(
            mine.flatMap { $0.references.compactMap(\.referencedKind) })
        return KindRegistry.all.filter { names.contains($0.name) }
    }

    /// The manifest that says what the org holds of what Terraform manages.
    package func manifest(
        orgName: String, orgURL: String, tokenVariable: String?
    ) -> DraftedManifest {
        draftedManifest(
            ManifestDraft(
                orgName: orgName, orgURL: orgURL, tokenVariable: tokenVariable,
                resources: match.found.map { $0.draft(misplaced) }))
    }

    /// What the state is to remember of the resources that a manifest was written with.
    ///
    /// - Parameter declarations: the same manifest, as it was read.
    package func adopt(
        _ resources: [ResourceDraft], declarations: [ResourceDeclaration], snapshot: Snapshot,
        knowledge: SecretKnowledge
    ) async throws(OrgError) -> AdoptReport {
        var adoptions: [Adoption] = []
        for resource in resources {
            var fingerprints: [AttributePath: Fingerprint] = [:]
            for (path, secret) in resource.known.secrets {
                fingerprints[path] = await knowledge.fingerprint(of: secret, candidates: [])
            }
            adoptions.append(
                Adoption(resource.address, .id(resource.object.id), secrets: fingerprints))
        }
        return try await AdoptOperation(org: listed, knowledge: knowledge).run(
            adoptions, declarations: declarations, snapshot: snapshot)
    }

    /// What is to be told when all is written.
    package func report(
        _ drafted: DraftedManifest, _ adopted: AdoptReport, orgURL: String
    ) -> TerraformImportReport {
        match.report(drafted, adopted, of: hooks, in: file, orgURL: orgURL)
    }
}

extension Diagnostic {
    fileprivate static var noHooks: Diagnostic {
        Diagnostic(
            .error, .terraformNoHooks,
            detail: "Terraform manages no event hook, inline hook or hook key by it. Where a "
                + "configuration is split, each part has a state of its own.")
    }

    fileprivate static func noneInTheOrg(_ count: Int, url: String) -> Diagnostic {
        Diagnostic(
            .error, .terraformOtherOrg,
            detail:
                "Of \(count == 1 ? "the one object" : "all \(count) objects") that the Terraform "
                + "state holds of hooks and hook keys, \(url) has none of the same id. Probably it "
                + "is the state of another org.")
    }
}
