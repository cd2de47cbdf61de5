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
        /// Unique in the org, so that an object can be found by it when its id was lost.
        case unique
        /// The API cannot change it: the object is made anew.
        case forcesReplacement
        /// Holds the remote id of an object of the named kind.
        case references(String)
    }

    /// The dotted path on the wire, such as `channel.config.uri`.
    package let path: String
    package let shape: Shape
    package let traits: Set<Trait>
    /// What the manifest calls it, for people: `url`, `headers`, `events`.
    package let manifestName: String

    package init(
        _ path: String, _ shape: Shape = .text, manifest manifestName: String,
        _ traits: Set<Trait> = []
    ) {
        self.path = path
        self.shape = shape
        self.manifestName = manifestName
        self.traits = traits
    }

    package func has(_ trait: Trait) -> Bool { traits.contains(trait) }
}
