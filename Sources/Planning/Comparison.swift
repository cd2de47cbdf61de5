package import Kinds
package import State
package import Vocabulary

/// One org as it is compared with another: what is wanted of it, what is recorded, what is there.
package struct ComparedOrg: Sendable {
    package var name: String
    package var url: String
    /// What the manifest declares for this org, its vars put in; a secret by the recorded fingerprint.
    package var desired: [DesiredResource]
    package var recorded: Snapshot
    /// Readable secrets replaced by fingerprints, the recorded one where it is the same.
    package var live: [LiveObject]

    package init(
        name: String, url: String, desired: [DesiredResource], recorded: Snapshot,
        live: [LiveObject]
    ) {
        self.name = name
        self.url = url
        self.desired = desired
        self.recorded = recorded
        self.live = live
    }
}

/// What differs between two orgs beyond what their vars make differ.
package struct Comparison: Hashable, Sendable {
    package struct Org: Hashable, Sendable {
        package let name: String
        package let url: String
    }

    /// How an org stands to an address.
    package enum Presence: String, Hashable, Sendable {
        /// The object that is recorded is there.
        case there
        /// The manifest declares it, and nothing was applied yet.
        case notApplied = "not_applied"
        /// It is recorded, and the org does not have it any more.
        case deleted
        /// Neither declared for the org nor recorded.
        case none
    }

    /// One side of a difference: of the first org or of the second.
    package struct Side: Hashable, Sendable {
        /// nil for no value.
        package let value: AttributeValue?
        /// Whether it is what the manifest, or for a secret the state, says of this org; nil where
        /// neither says anything.
        package let isAsDeclared: Bool?
    }

    /// A value that differs, at a path of an object or as to whether Okta has verified it.
    package struct Value: Hashable, Sendable {
        package let path: AttributePath
        package let sides: [Side]
    }

    /// An address at which the two orgs differ.
    package struct Difference: Hashable, Sendable {
        package let address: Address
        /// Of the first org and of the second.
        package let presence: [Presence]
        /// Whether the manifest declares it for the first org and for the second.
        package let isDeclared: [Bool]
        /// In the kind's order; empty where only one org has the object.
        package let values: [Value]
        /// Whether Okta has verified each, where that differs; empty where not.
        package let verified: [Bool]
    }

    /// The two, in the order in which they were named.
    package let orgs: [Org]
    /// Sorted by address.
    package let differences: [Difference]
    /// How many addresses are the same in both but for vars.
    package let same: Int
    /// How many addresses neither org has, though the manifest declares them or a state records them.
    package let inNeither: Int

    package var isEmpty: Bool { differences.isEmpty }
}
