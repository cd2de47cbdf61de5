import Filters
package import Vocabulary

/// Everything the program knows of one kind of hook object. Parsing, validation, diff, order,
/// masking, routes and rendering follow from it: no other code asks which kind it has before it.
///
/// A class, though it never changes: every object and every change carries its kind, and is copied
/// with one count instead of fifteen.
package final class ResourceKind: Sendable {
    package enum LifecycleCall: String, Hashable, Sendable {
        case activate, deactivate, verify
    }

    /// A value that every body of this kind carries, at a dotted wire path.
    package struct Constant: Hashable, Sendable {
        package let path: String
        package let value: String
        /// The attribute without which the constant is left out too; nil for always.
        package let with: String?

        package init(_ path: String, _ value: String, with: String? = nil) {
            self.path = path
            self.value = value
            self.with = with
        }
    }

    /// Where the API shows the public half of an object that is a key pair.
    package struct PublicHalf: Hashable, Sendable {
        /// The member that holds the key's own name.
        package let id: String
        /// The path under which it is found by that name.
        package let collection: String

        package init(id: String, collection: String) {
            self.id = id
            self.collection = collection
        }
    }

    /// The kind's word in addresses: `event_hook`.
    package let name: String
    /// The kind in words, for people: `event hook`.
    package let noun: String
    /// The manifest's section: `event_hooks`.
    package let section: String
    /// The path of the collection under the org's URL.
    package let collection: String
    /// Okta's OAuth scopes for reading and for changing.
    package let readScope: String
    package let manageScope: String
    /// What an object's attributes are, in the order in which people see them.
    package let attributes: [Attribute]
    package let constants: [Constant]
    /// The lifecycle calls that the API has for it.
    package let lifecycle: Set<LifecycleCall>
    /// The limit on how many of them an org may hold.
    package let limit: Limit
    /// Kinds of a lower rank are written first and deleted last.
    package let rank: Int
    /// The System Log's prefix for changes of it: `event_hook`.
    package let logPrefix: String
    /// The manifest's keys that stand for a whole channel rather than one attribute.
    package let composites: Set<Composite>
    /// Dotted paths of members that only Okta sets, besides those that all kinds have.
    package let readOnly: Set<String>
    /// Nil for kinds that are no keys.
    package let publicHalf: PublicHalf?
    /// What stands at each dotted path of an object on the wire.
    let places: [String: WirePlace]

    package enum Composite: String, Hashable, Sendable {
        /// `endpoint:`, a shared name or in place: URL, headers and auth header.
        case endpoint
        /// `oauth:`, in place: URL and headers, and how Okta gets a token for them.
        case oauth
    }

    package init(
        name: String, noun: String, section: String, collection: String, readScope: String,
        manageScope: String, attributes: [Attribute], constants: [Constant],
        lifecycle: Set<LifecycleCall>, limit: Limit, rank: Int, logPrefix: String,
        composites: Set<Composite>, readOnly: Set<String> = [], publicHalf: PublicHalf? = nil
    ) {
        self.name = name
        self.noun = noun
        self.section = section
        self.collection = collection
        self.readScope = readScope
        self.manageScope = manageScope
        self.attributes = attributes
        self.constants = constants
        self.lifecycle = lifecycle
        self.limit = limit
        self.rank = rank
        self.logPrefix = logPrefix
        self.composites = composites
        self.readOnly = readOnly
        self.publicHalf = publicHalf
        places = WirePlace.all(attributes: attributes, constants: constants, readOnly: readOnly)
    }
}

/// No two kinds have one name.
extension ResourceKind: Hashable {
    package static func == (a: ResourceKind, b: ResourceKind) -> Bool {
        a === b || a.name == b.name
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ResourceKind {
    /// The attribute declared at a path; nil for a path that is none of this kind's.
    package func attribute(_ path: String) -> Attribute? { attributes.first { $0.path == path } }

    /// The wire paths of all attributes with a trait.
    package func paths(with trait: Attribute.Trait) -> Set<String> {
        Set(attributes.filter { $0.has(trait) }.map(\.path))
    }

    /// The attribute by whose value an object can be found in the org.
    package var uniqueAttribute: String? { attributes.first { $0.has(.unique) }?.path }

    package var statusAttribute: String? { attributes.first { $0.has(.lifecycleStatus) }?.path }

    /// The attributes that hold the id of another object.
    package var references: [Attribute] { attributes.filter { $0.referencedKind != nil } }

    /// Whether an endpoint can be asked if a secret is the one that it takes: only where Okta's
    /// challenge carries it is there a request that does nothing else.
    package func isProvable(_ path: String) -> Bool {
        isVerified && attribute(path)?.headerName != nil
    }

    /// Whether filters select the events that objects of the kind receive.
    package var isFiltered: Bool { attributes.contains { $0.shape == .filters } }

    package var isVerified: Bool { lifecycle.contains(.verify) }

    /// Whether two values of an attribute are the same to Okta.
    package func same(_ path: AttributePath, _ a: AttributeValue?, _ b: AttributeValue?) -> Bool {
        if a == b {
            guard let x = a?.text, let y = b?.text, !x.utf8.elementsEqual(y.utf8) else {
                return true
            }
            // Alike to people only: a filter compares the characters of events one by one.
            return attribute(path.attribute)?.shape != .filters
        }
        guard let x = a?.text, let y = b?.text, let attribute = attribute(path.attribute)
        else { return false }
        if attribute.shape == .filters { return isSameFilter(trimmed(x), trimmed(y)) }
        return attribute.has(.caseInsensitive) && x.lowercased() == y.lowercased()
    }

    /// Whether two values of an attribute, the same or not, have Okta do the same: two filters that
    /// treat every event alike. A write is needed all the same to have the org hold the other one.
    package func meansTheSame(
        _ path: AttributePath, _ a: AttributeValue?, _ b: AttributeValue?
    ) -> Bool {
        if same(path, a, b) { return true }
        guard let x = a?.text, let y = b?.text, attribute(path.attribute)?.shape == .filters
        else { return false }
        return Filters.meansTheSame(trimmed(x), trimmed(y))
    }
}

/// All kinds. A new kind is one file that declares it and one line here.
package enum KindRegistry {
    package static let all: [ResourceKind] = [
        .hookKey,
        .inlineHook,
        .eventHook,
    ]

    package static func kind(named name: String) -> ResourceKind? { all.first { $0.name == name } }

    package static func kind(of address: Address) -> ResourceKind? { kind(named: address.kind) }
}
