import Vocabulary

/// Turns YAML trees into what the sections hold. A mistake is noted and leaves a nil or a gap behind,
/// so that all mistakes of a file are found at once.
struct ManifestDecoder {
    var findings = Findings()
    /// The folder of the file in hand, to which the paths in it are relative; empty for where the
    /// program runs.
    var folder = ""
    /// The names that `${var.NAME}` asks for anywhere.
    var variables: Set<String> = []
}

/// The entries of a mapping with fixed keys.
struct Fields {
    let location: SourceLocation
    private let entries: [String: YAMLEntry]

    init(location: SourceLocation, entries: [YAMLEntry]) {
        self.location = location
        self.entries = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    }

    subscript(name: String) -> YAMLEntry? { entries[name] }
}

extension ManifestDecoder {
    /// The entries of a section: its unknown keys are noted, and those that are missing, at `place`.
    mutating func fields(
        _ node: YAMLNode, as section: ManifestSection, at place: SourceLocation
    ) -> Fields? {
        if node.isNull, section.mayBeNothing {
            return Fields(location: place, entries: [])
        }
        guard case .mapping(let entries) = node.content else {
            expected("\(section.noun), which is a mapping", at: node)
            return nil
        }
        for entry in entries where !section.names.contains(entry.key) {
            noteUnknownKey(entry, in: section)
        }
        let fields = Fields(location: place, entries: entries)
        let present = section.names.filter { fields[$0] != nil }
        if section.isChoice, present.count != 1 {
            findings.error(
                .oneKey,
                "\(capitalised(section.noun)) has exactly one of the keys \(listed(section.names));"
                    + " found \(present.isEmpty ? "none" : listed(present)).",
                at: node.location)
            return nil
        }
        let chosen = section.alternatives.filter { fields[$0] != nil }
        if !section.alternatives.isEmpty, chosen.count != 1 {
            findings.error(
                .oneKey,
                "\(capitalised(section.noun)) has exactly one of the keys"
                    + " \(listed(section.alternatives)); found"
                    + " \(chosen.isEmpty ? "none" : listed(chosen)).", at: place)
        }
        // A key that is there under a mistyped name is not missing as well.
        let mistyped = Set(
            entries.filter { !section.names.contains($0.key) && section.hints[$0.key] == nil }
                .compactMap { findings.nearest(to: $0.key, among: section.names) })
        for key in section.keys
        where key.isRequired && fields[key.name] == nil && !mistyped.contains(key.name) {
            findings.error(
                .missingKey,
                "\(capitalised(section.noun)) needs the key \(quoted(key.name)). \(key.about)",
                at: place)
        }
        return fields
    }

    private mutating func noteUnknownKey(_ entry: YAMLEntry, in section: ManifestSection) {
        let known = "The keys are \(listed(section.names))."
        let hint = section.hints[entry.key]
        let near = findings.nearest(to: entry.key, among: section.names)
        let advice = hint ?? near.map { "Did you mean \(quoted($0))?" } ?? known
        // A mistyped key is no secret; what stands under it may be one.
        let isNamed = hint != nil || near != nil
        if !findings.isFull, SecretKeys.meant(by: entry.key) != nil {
            findings.secrets.add(entry.value)
        }
        findings.error(
            .unknownKey,
            (isNamed ? quoted(entry.key) : findings.quoted(entry.key, at: entry.keyLocation))
                + " is no key of \(section.noun). \(advice)", at: entry.keyLocation)
    }

    /// The entries of a mapping whose keys the user chooses; none for nothing at all.
    mutating func entries(_ node: YAMLNode, _ what: String) -> [YAMLEntry]? {
        if node.isNull { return [] }
        guard case .mapping(let entries) = node.content else {
            expected(what, at: node)
            return nil
        }
        return entries
    }

    /// The same for keys that name something: they are letters, digits, `_` and `-`.
    mutating func namedEntries(_ node: YAMLNode, _ what: String) -> [YAMLEntry]? {
        entries(node, what)?.filter { entry in
            if Address.isKey(entry.key) { return true }
            findings.error(
                .invalidKey,
                "\(findings.quoted(entry.key, at: entry.keyLocation)) is no name: names are letters, digits, _ and -.",
                at: entry.keyLocation)
            return false
        }
    }

    mutating func list(_ node: YAMLNode, of what: String) -> [YAMLNode]? {
        guard case .list(let items) = node.content else {
            expected("a list of \(what)", at: node)
            return nil
        }
        return items
    }

    /// Notes that a value is not what stands there by its type.
    mutating func expected(_ what: String, at node: YAMLNode) {
        findings.error(
            .wrongType, "Expected \(what), found \(node.found).",
            at: node.location)
    }
}

/// A text with its first letter in upper case.
private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
}
