package import Kinds
package import State
package import Vocabulary

/// An object of the org that is to be taken over, and the address that it is to have.
package struct Adoption: Hashable, Sendable {
    /// By what it is found in the org.
    package enum Handle: Hashable, Sendable {
        case id(String)
        /// Its unique name.
        case name(String)
    }

    package var address: Address
    package var handle: Handle
    /// Fingerprints of secrets that are known to be the object's; all that is write-only and not
    /// among them is recorded as unknown.
    package var secrets: [AttributePath: Fingerprint]
    /// Where the manifest declares it.
    package var location: SourceLocation?

    package init(
        _ address: Address, _ handle: Handle, secrets: [AttributePath: Fingerprint] = [:],
        at location: SourceLocation? = nil
    ) {
        self.address = address
        self.handle = handle
        self.secrets = secrets
        self.location = location
    }
}

extension Adoption {
    /// The object that bears the unique name which a manifest declares.
    package init(_ declaration: ResourceDeclaration) {
        let unique = declaration.kind.uniqueAttribute.map { AttributePath($0) }
        var name = declaration.address.key
        if case .plain(.text(let text))? = unique.flatMap({ declaration.values[$0] }) {
            name = text
        }
        self.init(declaration.address, .name(name), at: declaration.location)
    }
}

/// What came of taking objects over.
package struct AdoptReport: Hashable, Sendable {
    /// To be recorded, all or none; empty when there is a problem.
    package var adopted: [Address: RecordedResource]
    /// Those that the org does not have, where that is no problem; sorted.
    package var missing: [Address]
    package var problems: [Diagnostic]

    package init(
        adopted: [Address: RecordedResource] = [:], missing: [Address] = [],
        problems: [Diagnostic] = []
    ) {
        self.adopted = adopted
        self.missing = missing
        self.problems = problems
    }

    /// The edits that put what was adopted into a state.
    package var edits: [StateEdit] {
        adopted.sorted { $0.key < $1.key }.map { .record($0.key, $0.value) }
    }
}

extension RecordedResource {
    /// The values that are set and that nobody here has ever seen, sorted.
    package var unknownSecrets: [AttributePath] {
        attributes.pairs.filter { $0.value == .unknown }.map(\.path)
    }
}
