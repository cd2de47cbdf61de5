import Vocabulary

/// The keys of a manifest that say that a secret stands below them.
enum SecretKeys {
    /// All that stands below these is taken for a secret.
    static let all: Set<String> = [
        "auth", "value", "password", "literal", "api_token", "client_secret",
    ]

    /// The keys that make of a mapping a secret reference.
    static let ofReferences: Set<String> = ["env", "file", "command", "literal"]

    /// What a mistyped key would have said, if that is a secret's key.
    static func meant(by key: String) -> String? {
        // Of other lengths, none is near.
        guard (3...20).contains(key.utf8.count) else { return nil }
        return nearestName(to: key, among: all)
    }

    /// Whether a value stands in clear under a name that usually carries a secret.
    static func smells(_ key: String) -> Bool { HeaderRules.smellsOfSecret(key) }
}
