package import Kinds
package import Vocabulary

/// What a manifest is to be written of: an org, and objects of it under addresses.
package struct ManifestDraft: Sendable {
    package var orgName: String
    package var orgURL: String
    /// The environment variable that holds the API token; nil where the manifest is to leave signing
    /// in to the environment.
    package var tokenVariable: String?
    /// In any order.
    package var resources: [ResourceDraft]

    package init(
        orgName: String, orgURL: String, tokenVariable: String?, resources: [ResourceDraft]
    ) {
        self.orgName = orgName
        self.orgURL = orgURL
        self.tokenVariable = tokenVariable
        self.resources = resources
    }
}

/// An object as it stands in the org, and the address that it is to have.
package struct ResourceDraft: Sendable {
    package var address: Address
    /// In clear, references to other objects by their ids.
    package var object: LiveObject
    /// Sentences that are to stand above it.
    package var comments: [String]
    package var known: Known

    /// What is known of it beyond what the org shows.
    package struct Known: Sendable {
        /// Values that are secrets although the org shows them; an attribute stands for its entries.
        package var secretPaths: Set<AttributePath> = []
        /// Secrets that the org does not show. What has different ones shares no endpoint.
        package var secrets: [AttributePath: Secret] = [:]
        /// Whether it is to be verified even though Okta has not.
        package var isToBeVerified = false
        /// Whether the check of filters calls one of its an error, which Okta has taken.
        var hasOddFilters = false

        package init() {}
    }

    package init(
        address: Address, object: LiveObject, comments: [String] = [], known: Known = Known()
    ) {
        self.address = address
        self.object = object
        self.comments = comments
        self.known = known
    }

    /// Whether a value is known to be a secret.
    func isSecret(_ path: AttributePath) -> Bool {
        known.secretPaths.contains(path)
            || known.secretPaths.contains(AttributePath(path.attribute))
    }
}

extension ResourceDraft {
    /// What the org holds of it and a manifest does not say.
    var warnings: [Diagnostic] {
        guard !object.unread.isEmpty else { return [] }
        let members = object.unread.map { "`\($0)`" }
        return [
            Diagnostic(
                .warning, .unknownMembers,
                detail: "\(address) has \(listed(members)) in the org, which this version does not"
                    + " know. A write replaces the whole object and takes that away.")
        ]
    }

    /// That Okta has taken filters which the check of ours would refuse.
    var filterWarnings: [Diagnostic] {
        guard known.hasOddFilters else { return [] }
        return [
            Diagnostic(
                .warning, .filterKept,
                detail: "\(address) has a filter in the org that no filter should be, as far as is"
                    + " known here. It is kept, with `check_filters: false`; `tenterhook validate`"
                    + " says what is odd about it.")
        ]
    }
}

/// A manifest that was written of a draft.
package struct DraftedManifest: Sendable {
    /// The whole file. It holds no secret, only references to them.
    package let text: String
    /// What must be set before a plan, in the order of the file.
    package let secrets: [DraftedSecret]
    /// The resources that the manifest declares, sorted by address.
    package let written: [ResourceDraft]
    /// The resources that it does not declare, sorted by address.
    package let leftOut: [LeftOutResource]
    /// What the manifest does not say of the resources that it declares.
    package let warnings: [Diagnostic]
}

/// A secret to which a written manifest refers.
package struct DraftedSecret: Hashable, Sendable {
    /// The environment variable in which it is looked for.
    package let variable: String
    /// What it is, in words that may be shown: `the X-Api-Key header of endpoint payroll`.
    package let purpose: String
    /// Whether an administrator can read the value in the org.
    package let isReadable: Bool
}

/// An object that no manifest can declare as it is.
package struct LeftOutResource: Hashable, Sendable {
    package let address: Address
    package let id: String
    package let name: String
    /// Full sentences, at least one.
    package let reasons: [String]

    /// That it is left alone, and why.
    package var warning: Diagnostic {
        Diagnostic(
            .warning, .objectOmitted,
            detail: "No manifest can declare the \(address.kind) \(quoted(name)) (\(id)) as it is."
                + " \(reasons.joined(separator: " ")) It stays in the org, unmanaged.")
    }
}
