import JSON

/// What one place of a manifest may hold, for the reader's messages and for the JSON Schema alike.
indirect enum ManifestType: Sendable {
    /// A text in which `${var.NAME}` is replaced.
    case text
    /// A text without variables.
    case word
    case boolean
    case integer(minimum: Int, maximum: Int? = nil)
    /// One of a few fixed words.
    case choice([String])
    case list(ManifestType)
    /// A mapping from names that the user chooses.
    case map(ManifestType)
    case section(ManifestSection)
    case anyOf([ManifestType])
    /// Nothing, which says that the value is empty.
    case nothing
    /// An event type; the schema proposes those of the catalogue and takes any.
    case eventType
    /// An event of the System Log: a mapping of anything, with an `eventType`.
    case event
    /// A type that the schema defines once under this name.
    case shared(String, ManifestType)
}

/// A mapping whose keys are fixed.
struct ManifestSection: Sendable {
    /// What it is in the words of a message: `an endpoint`.
    let noun: String
    let keys: [ManifestKey]
    /// Whether exactly one of the keys must be there.
    var isChoice = false
    /// Of these keys exactly one must be there; none where they are empty.
    var alternatives: [String] = []
    /// Whether nothing at all may stand for the empty mapping, as when all below is commented out.
    var mayBeNothing = false
    /// Keys that people write here and that are none, with a sentence on what to do about it.
    var hints: [String: String] = [:]

    var names: [String] { keys.map(\.name) }
}

struct ManifestKey: Sendable {
    let name: String
    let type: ManifestType
    var isRequired = false
    var standard: JSONValue?
    /// One or two sentences that an editor shows.
    let about: String

    init(
        _ name: String, _ type: ManifestType, required isRequired: Bool = false,
        default standard: JSONValue? = nil, _ about: String
    ) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.standard = standard
        self.about = about
    }
}
