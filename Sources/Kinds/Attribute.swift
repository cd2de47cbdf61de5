/// One attribute of a kind: where it stands on the wire, its shape, and what is special about it.
package struct Attribute: Hashable, Sendable {
    /// How the wire writes the value, and how it is compared.
    package enum Shape: String, Hashable, Sendable {
        /// A string.
        case text
        /// An array of strings whose order means nothing.
        case names
        /// An array of `{key, value}`; one path an entry.
        case pairs
        /// Okta's `{type, eventFilterMap: [{event, condition: {expression}}]}`; one path an event type.
        case filters
    }

    package enum Trait: Hashable, Sendable {
        /// A manifest must give it.
        case required
        /// The API takes it and never shows it again.
        case writeOnly
        /// Texts that differ only in case are the same value.
        case caseInsensitive
        /// A PUT that changes it is known to cost the object its verification.
        case losesVerification
        /// A PUT that changes it may cost the object its verification.
        case mayLoseVerification
        /// An endpoint's URL, held to the rules for those.
        case endpointURL
        /// `ACTIVE` or `INACTIVE`; changed by lifecycle calls, sent along in a PUT as it is.
        case lifecycleStatus
        /// The API ignores it in bodies, so that it is never sent.
        case leftOutOfBodies
        /// Unique in the org, so that an object can be found by it when its id was lost.
        case unique
        /// The API cannot change it: the object is made anew.
        case forcesReplacement
        /// Holds the remote id of an object of the named kind.
        case references(String)
        /// What it is when the manifest does not speak of it.
        case standard(String)
        /// It has one of these values.
        case oneOf([String])
        /// Okta allows at most so many characters of a string, or items of a list.
        case atMost(Limit)
        /// A write-only value that is set whenever another attribute has this value.
        case setWhen(String, is: String)
        /// Sent to the endpoint as the value of the header that another attribute names.
        case headerNamed(by: String)
        /// Follows from other keys of the manifest and has none of its own.
        case implied
    }

    /// The dotted path on the wire, such as `channel.config.uri`.
    package let path: String
    /// The path's parts, in order.
    package let components: [String]
    package let shape: Shape
    package let traits: Set<Trait>
    /// What the manifest calls it, for people: `url`, `headers`, `events`.
    package let manifestName: String

    package init(
        _ path: String, _ shape: Shape = .text, manifest manifestName: String,
        _ traits: Set<Trait> = []
    ) {
        self.path = path
        self.components = Self.components(of: path)
        self.shape = shape
        self.manifestName = manifestName
        self.traits = traits
    }

    package func has(_ trait: Trait) -> Bool { traits.contains(trait) }

    /// The parts of a dotted path.
    package static func components(of path: String) -> [String] {
        path.split(separator: ".").map(String.init)
    }
}

extension Attribute {
    /// What it is when the manifest does not speak of it; nil where it then stays as it is.
    package var standard: String? {
        for case .standard(let value) in traits { return value }
        return nil
    }

    /// The values that it may have; empty for any.
    package var choices: [String] {
        for case .oneOf(let values) in traits { return values }
        return []
    }

    /// The limit on its length; nil where Okta documents none.
    package var limit: Limit? {
        for case .atMost(let limit) in traits { return limit }
        return nil
    }

    /// The kind of which it holds an object's id.
    package var referencedKind: String? {
        for case .references(let kind) in traits { return kind }
        return nil
    }

    /// The attribute that names the header as which it is sent to the endpoint; nil where it is not.
    package var headerName: String? {
        for case .headerNamed(let path) in traits { return path }
        return nil
    }

    /// The attribute, and the value of it, with which a write-only value is set.
    package var condition: (path: String, value: String)? {
        for case .setWhen(let path, let value) in traits { return (path, value) }
        return nil
    }
}
