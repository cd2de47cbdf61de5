package import Vocabulary

/// An object as the org holds it. A readable value is in clear here, even one that the manifest
/// takes from a secret; it must pass through fingerprinting before anything is shown or kept.
package struct LiveObject: Hashable, Sendable {
    package let kind: ResourceKind
    /// The id that Okta gave it.
    package let id: String
    /// A write-only attribute that is set reads as `.unknown`.
    package var attributes: Attributes
    /// For kinds that Okta verifies: whether it did.
    package var isVerified: Bool?
    /// For kinds of which the org says so: whether another object refers to it.
    package var isUsed: Bool?
    /// Okta's own time stamps, UTC, whole seconds.
    package var created: String?
    package var lastUpdated: String?
    /// Dotted paths of what it holds besides and the program does not know; sorted.
    package var unread: [String]

    package init(
        kind: ResourceKind, id: String, attributes: Attributes, isVerified: Bool?,
        isUsed: Bool? = nil, created: String? = nil, lastUpdated: String? = nil,
        unread: [String] = []
    ) {
        self.kind = kind
        self.id = id
        self.attributes = attributes
        self.isVerified = isVerified
        self.isUsed = isUsed
        self.created = created
        self.lastUpdated = lastUpdated
        self.unread = unread
    }

    package var isActive: Bool {
        kind.statusAttribute.flatMap { attributes[$0]?.text } != "INACTIVE"
    }

    /// What people call it: its unique name in the org, or its id.
    package var name: String { kind.uniqueAttribute.flatMap { attributes[$0]?.text } ?? id }
}
