package import Kinds
package import Vocabulary

/// A resource as the manifest wants it, secrets already replaced by their fingerprints. A secret that
/// is the recorded one carries the recorded fingerprint, so that equality of values is equality of
/// secrets.
package struct DesiredResource: Hashable, Sendable {
    package let kind: ResourceKind
    package let address: Address
    package var attributes: Attributes
    /// Attributes that the manifest speaks of; all others are carried over from the live object.
    package var declared: Set<String>
    package var verify: Bool
    package var lifecycle: ResourceDeclaration.Lifecycle
    package var location: SourceLocation?

    package init(
        kind: ResourceKind, address: Address, attributes: Attributes, declared: Set<String>,
        verify: Bool, lifecycle: ResourceDeclaration.Lifecycle, location: SourceLocation? = nil
    ) {
        self.kind = kind
        self.address = address
        self.attributes = attributes
        self.declared = declared
        self.verify = verify
        self.lifecycle = lifecycle
        self.location = location
    }

    package var isActive: Bool {
        kind.statusAttribute.flatMap { attributes[$0]?.text } != "INACTIVE"
    }
}
