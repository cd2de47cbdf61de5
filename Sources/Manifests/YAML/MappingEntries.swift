import Vocabulary

/// Collects the entries of one mapping: notes keys that stand twice, and lays `<<` merges under the
/// mapping's own keys.
struct MappingEntries {
    private var entries: [YAMLEntry] = []
    private var places: [String: SourceLocation] = [:]
    private var merge: YAMLNode?
    private(set) var problems: [Diagnostic] = []

    mutating func add(key: YAMLNode, value: YAMLNode) {
        guard let scalar = key.scalar else {
            problems.append(
                Diagnostic(
                    .error, .yamlKey,
                    detail: "Expected a text before the colon, found \(key.found).",
                    at: key.location))
            return
        }
        if let first = places[scalar.text] {
            problems.append(
                Diagnostic(
                    .error, .duplicateKey,
                    // Not even a key is repeated: it may be a secret in the wrong place.
                    detail: "This key stands twice in the same mapping, and only one of the two can"
                        + " hold. Remove or rename one.",
                    at: key.location, related: [.init(first, "It stands first here.")]))
            return
        }
        places[scalar.text] = key.location
        if scalar.isPlain, scalar.text == "<<" {
            merge = value
        } else {
            entries.append(
                YAMLEntry(key: scalar.text, keyLocation: key.location, value: value))
        }
    }

    /// The mapping's own entries, then those of the merged mappings that it does not have itself; of
    /// several merged mappings the earlier one counts. Merged entries keep their own places.
    mutating func merged() -> [YAMLEntry] {
        guard let merge else { return entries }
        var sources = [merge]
        if case .list(let items) = merge.content { sources = items }
        for source in sources {
            guard case .mapping(let more) = source.content else {
                problems.append(
                    Diagnostic(
                        .error, .yamlMerge,
                        detail: "Expected an alias of a mapping after <<, or a list of such,"
                            + " found \(source.found).",
                        at: source.location))
                continue
            }
            for entry in more where places[entry.key] == nil {
                places[entry.key] = entry.keyLocation
                entries.append(entry)
            }
        }
        return entries
    }
}
