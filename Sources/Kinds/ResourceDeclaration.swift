package import Vocabulary

/// A resource as a manifest declares it for one org: in the API's attribute names, secrets still by
/// reference.
package struct ResourceDeclaration: Sendable {
    package enum Value: Hashable, Sendable {
        case plain(AttributeValue)
        case secret(SecretReference)
    }

    /// Rules on how apply may treat the object.
    package struct Lifecycle: Hashable, Sendable {
        package enum OnVerificationFailure: String, Hashable, Sendable { case keep, rollback }

        package var preventDestroy = false
        /// Wire paths of attributes whose live values are left alone.
        package var ignoreChanges: Set<String> = []
        package var onVerificationFailure = OnVerificationFailure.keep

        package init() {}
    }

    package let kind: ResourceKind
    package let address: Address
    package var values: [AttributePath: Value]
    /// Attributes that the manifest speaks of, even to say that they are empty. What it does not
    /// speak of is carried over from the live object.
    package var declared: Set<String>
    /// Whether apply has Okta verify the endpoint.
    package var verify: Bool
    package var lifecycle: Lifecycle
    package var location: SourceLocation
    /// Where each attribute was written, for messages about it.
    package var locations: [AttributePath: SourceLocation]
    /// In the order of the manifest.
    package var tests: [FilterTest] = []

    package init(
        kind: ResourceKind, address: Address, values: [AttributePath: Value],
        declared: Set<String>, verify: Bool, lifecycle: Lifecycle, location: SourceLocation,
        locations: [AttributePath: SourceLocation] = [:]
    ) {
        self.kind = kind
        self.address = address
        self.values = values
        self.declared = declared
        self.verify = verify
        self.lifecycle = lifecycle
        self.location = location
        self.locations = locations
    }
}

extension ResourceDeclaration {
    /// The same without the values that are to be had from somewhere.
    package var withoutSecrets: ResourceDeclaration {
        var result = self
        result.values = values.filter { if case .plain = $0.value { true } else { false } }
        return result
    }
}
