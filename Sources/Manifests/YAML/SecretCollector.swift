import Vocabulary

/// Notes, while a file is read, where its secrets stand.
struct SecretCollector {
    typealias Stretch = SecretPlaces.Stretch

    private var found: [Stretch] = []
    /// In the order in which they stand.
    private var aliases: [(use: Stretch, target: Stretch)] = []
    /// Which names smell of a secret; the few that there are come again and again.
    private var smells: [String: Bool] = [:]
    /// What looks like a secret reference and is none.
    private var plain: Set<Stretch> = []

    mutating func add(alias: YAMLNode, of target: YAMLNode) {
        aliases.append((alias.stretch, target.stretch))
    }

    /// Looks at an entry of a mapping, also at one that the mapping already has.
    mutating func add(key: YAMLNode, value: YAMLNode) {
        guard let name = key.scalar?.text, !value.isNull else { return }
        if name == "tests" { passOver(testsIn: value) }
        if SecretKeys.all.contains(name) {
            // That there is no auth can be said aloud.
            if name == "auth", value.scalar?.text == "none" { return }
            found.append(value.stretch)
            return
        }
        switch (name, value.content) {
        case ("url", .mapping): found.append(value.stretch)
        // What is before the @ is often a password, and refused for that.
        case ("url", .scalar(let url)) where url.text.contains("@"): found.append(value.stretch)
        case ("headers", .mapping(let headers)):
            // Under these a mapping can only be meant as a secret reference.
            for header in headers {
                if case .mapping = header.value.content { found.append(header.value.stretch) }
            }
        case (_, .scalar) where smellsOfSecret(name): found.append(value.stretch)
        default:
            if isReference(name, value) { found.append(value.stretch) }
        }
    }

    /// The event of a test may be in a file, and that is written as a secret's file is.
    private mutating func passOver(testsIn node: YAMLNode) {
        guard case .list(let tests) = node.content else { return }
        for test in tests {
            guard case .mapping(let keys) = test.content,
                let event = keys.first(where: { $0.key == "event" })?.value,
                case .mapping(let entries) = event.content, entries.count == 1,
                let file = entries.first, file.key == "file", file.value.scalar != nil
            else { continue }
            plain.formUnion([event.stretch, file.value.stretch])
        }
    }

    private mutating func smellsOfSecret(_ name: String) -> Bool {
        if let known = smells[name] { return known }
        let answer = SecretKeys.smells(name)
        smells[name] = answer
        return answer
    }

    /// Looks at a whole mapping: beside a key of a reference, anything may be its secret. In the
    /// root such a key has lost its way, and the rest is as ever.
    mutating func add(_ mapping: YAMLNode, isRoot: Bool) {
        guard !isRoot, case .mapping(let entries) = mapping.content,
            entries.contains(where: { isReference($0.key, $0.value) })
        else { return }
        found.append(mapping.stretch)
    }

    private func isReference(_ key: String, _ value: YAMLNode) -> Bool {
        // An endpoint or a hook may have such a name.
        if case .mapping = value.content { return key == "literal" }
        return SecretKeys.ofReferences.contains(key)
    }

    /// The stretches, and those that they are bound to by aliases.
    ///
    /// What a secret's alias stands for is secret, and so is every alias of it. An anchor stands
    /// before its aliases, so one pass in each direction finds them all.
    func stretches() -> [Stretch] {
        let found = plain.isEmpty ? found : found.filter { !plain.contains($0) }
        guard !aliases.isEmpty, !found.isEmpty else { return found }
        var lines: Set<Int> = []
        var result = found
        func isSecret(_ stretch: Stretch) -> Bool {
            (stretch.start.line...stretch.lastLine).contains { lines.contains($0) }
        }
        func add(_ stretch: Stretch) {
            result.append(stretch)
            lines.formUnion(stretch.start.line...stretch.lastLine)
        }
        for stretch in found { lines.formUnion(stretch.start.line...stretch.lastLine) }
        for alias in aliases.reversed() where isSecret(alias.use) { add(alias.target) }
        for alias in aliases where isSecret(alias.target) { add(alias.use) }
        return result
    }
}
