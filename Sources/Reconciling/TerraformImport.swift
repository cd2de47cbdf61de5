import Kinds
import Manifests
package import Ports
package import StateFile
package import TerraformState
import Vocabulary

/// Takes over what Terraform manages of hooks: makes a manifest and the state's part of it, and
/// writes neither. The org is read, one list call a kind.
///
/// 1. Find each of Terraform's objects in the org, by its id.
/// 2. Give them addresses, and to what they refer to.
/// 3. See that no secret of Terraform's state stands where a manifest has it in clear.
/// 4. Draft the manifest of what the org holds now, and read it back.
/// 5. Adopt: the secrets that Terraform's state holds are known by their fingerprints from now on.
package struct TerraformImport: Sendable {
    /// For whom the manifest is.
    package struct Target: Sendable {
        package var orgName: String
        package var orgURL: String
        package var tokenVariable: String?

        package init(orgName: String, orgURL: String, tokenVariable: String?) {
            self.orgName = orgName
            self.orgURL = orgURL
            self.tokenVariable = tokenVariable
        }
    }

    private let org: any OrgReader
    private let knowledge: SecretKnowledge

    package init(org: any OrgReader, knowledge: SecretKnowledge) {
        self.org = org
        self.knowledge = knowledge
    }

    package func run(
        _ file: TerraformFile, _ hooks: TerraformHooks, for target: Target, snapshot: Snapshot
    ) async throws(OrgError) -> TerraformImportOutcome {
        let kinds = Self.kinds(of: hooks)
        guard !kinds.isEmpty else { return .problems([.noHooks(others: hooks.others)]) }
        let objects = try await org.listing(of: kinds).get()
        let match = TerraformMatch(hooks, objects: objects)
        guard !match.found.isEmpty else {
            return .problems([.noneInTheOrg(match.missing.count, url: target.orgURL)])
        }
        let misplaced = MisplacedSecrets(in: match.found)
        guard misplaced.problems.isEmpty else { return .problems(misplaced.problems) }

        let drafted = draftedManifest(
            ManifestDraft(
                orgName: target.orgName, orgURL: target.orgURL,
                tokenVariable: target.tokenVariable,
                resources: match.found.map { $0.draft(misplaced) }))
        let written = Set(drafted.written.map(\.address))
        let operation = AdoptOperation(
            org: ListedOrg(org: org, kinds: kinds, objects: objects), knowledge: knowledge)
        var adoptions: [Adoption] = []
        for found in match.found where written.contains(found.address) {
            adoptions.append(await adoption(of: found))
        }
        let adopted = try await operation.run(
            adoptions, declarations: drafted.declarations, snapshot: snapshot)
        if adopted.problems.hasErrors { return .problems(adopted.problems) }
        return .ready(
            match.report(
                drafted, adopted, of: hooks, in: file, orgURL: target.orgURL))
    }

    /// The kinds of what Terraform manages, and of what that refers to.
    private static func kinds(of hooks: TerraformHooks) -> [ResourceKind] {
        let mine = (hooks.objects + hooks.deposed).map(\.kind)
        let names = Set(mine.map(\.name)).union(
            mine.flatMap { $0.references.compactMap(\.referencedKind) })
        return KindRegistry.all.filter { names.contains($0.name) }
    }

    private func adoption(of found: TerraformMatch.Found) async -> Adoption {
        var fingerprints: [AttributePath: Fingerprint] = [:]
        for (path, secret) in found.secrets {
            fingerprints[path] = await knowledge.fingerprint(of: secret, candidates: [])
        }
        return Adoption(found.address, .id(found.object.id), secrets: fingerprints)
    }
}

extension Diagnostic {
    fileprivate static func noHooks(others: Int) -> Diagnostic {
        Diagnostic(
            .error, "terraform-no-hooks", "The Terraform state holds no hooks",
            detail: "Of its \(others) managed objects none is an event hook, an inline hook or a "
                + "hook key. Where a configuration is split, each part has a state of its own.")
    }

    fileprivate static func noneInTheOrg(_ count: Int, url: String) -> Diagnostic {
        Diagnostic(
            .error, "terraform-other-org", "The org has nothing of what Terraform manages",
            detail:
                "The Terraform state holds \(count) hooks and hook keys, and \(url) has none of "
                + "these ids. It is probably the state of another org; name that by --org-url.")
    }
}

extension DraftedManifest {
    /// What the manifest declares, as its reader understands it.
    fileprivate var declarations: [ResourceDeclaration] {
        let bytes = Array(text.utf8)
        let reading = ManifestReader.read(
            root: "tenterhook.yaml",
            files: ManifestFiles(
                read: { _ in .success(bytes) }, glob: { _ in .success([]) }))
        guard let manifest = reading.manifest, let org = manifest.orgs.first else { return [] }
        return manifest.declarations(for: org, variables: [:]).resources
    }
}
