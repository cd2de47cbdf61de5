import Kinds
import Vocabulary

/// A manifest while its files are read one after the other.
struct ManifestAssembly {
    let root: String
    let files: ManifestFiles
    let limits: YAMLLimits
    var decoder = ManifestDecoder()
    var manifest: Manifest
    var sources: [(path: String, bytes: [UInt8])] = []
    /// Whether part of the manifest could not be read at all, so that what refers to it may seem
    /// wrong and is not.
    var hasHoles = false
    /// Where each resource is declared first.
    var places: [Address: SourceLocation] = [:]

    init(root: String, files: ManifestFiles, limits: YAMLLimits) {
        self.root = root
        self.files = files
        self.limits = limits
        decoder.folder = folder(of: root)
        manifest = Manifest(state: decoder.state(nil))
    }

    /// 1. the root file; 2. the files that it includes; 3. what may only be judged with all of them.
    mutating func readAll() {
        guard let node = readFile(root, isRoot: true) else { return }
        let start = SourceLocation(file: root, line: 1, column: 1)
        guard let fields = sections(of: node, as: .root, at: start) else { return }
        if let entry = fields["orgs"] {
            manifest.orgs = decoder.orgs(entry.value) ?? []
            hasHoles = hasHoles || (manifest.orgs.isEmpty && decoder.findings.hasErrors)
        }
        if manifest.orgs.isEmpty {
            manifest.orgs = [
                OrgDeclaration(name: OrgDeclaration.implicitName, url: nil, authentication: nil)
            ]
        }
        manifest.state = decoder.state(fields["state"])
        if let entry = fields["policy"] { manifest.policy = decoder.policy(entry) }
        declarations(in: fields)
        if let entry = fields["include"] { include(entry.value) }
        checkOrgNames()
        checkRelocations()
    }

    func reading(variables: [String: String]?) -> ManifestReading {
        var findings = decoder.findings
        var manifest = manifest
        manifest.secrets = findings.secrets
        manifest.sources = sources
        if !hasHoles { findings.add(undeclared(variables ?? [:])) }
        if findings.hasErrors, !hasHoles {
            // What is wrong with the values is told along with what is wrong with their form.
            for org in manifest.orgs {
                var lowering = Lowering(manifest: manifest, org: org, variables: variables ?? [:])
                lowering.toleratesMissingVariables = variables == nil
                _ = lowering.resources()
                findings.add(lowering.findings.diagnostics)
            }
        }
        return ManifestReading(
            manifest: findings.hasErrors ? nil : manifest, diagnostics: findings.inOrder,
            sources: sources, secrets: findings.secrets)
    }
}

extension ManifestAssembly {
    private mutating func readFile(_ path: String, isRoot: Bool) -> YAMLNode? {
        switch files.read(path) {
        case .success(let bytes):
            sources.append((path, bytes))
            let before = decoder.findings.count
            let node = YAMLReader.read(
                bytes, file: path, limits: limits, findings: &decoder.findings)
            if node == nil, decoder.findings.count == before, isRoot {
                decoder.findings.error(
                    .manifestEmpty,
                    "The file holds nothing. A manifest starts with \"version: 1\".",
                    at: SourceLocation(file: path, line: 1, column: 1))
            }
            if node == nil, decoder.findings.count > before { hasHoles = true }
            return node
        case .failure(.missing):
            hasHoles = true
            decoder.findings.add([
                Diagnostic(
                    .error, .manifestFileMissing,
                    detail: "\(quoted(path)) does not exist."
                        + (isRoot ? " To begin with one, run:" : ""),
                    commands: isRoot ? ["tenterhook init"] : [])
            ])
        case .failure(.unreadable(let reason)):
            hasHoles = true
            decoder.findings.error(
                .manifestUnreadable,
                "\(quoted(path)) cannot be read: \(reason).", at: nil)
        }
        return nil
    }

    /// The sections of a file, once its version is known to be ours. Of a newer one nothing more is
    /// said: what looks wrong may be new.
    private mutating func sections(
        of node: YAMLNode, as section: ManifestSection, at start: SourceLocation
    ) -> Fields? {
        if case .mapping(let entries) = node.content,
            let entry = entries.first(where: { $0.key == "version" }),
            let version = entry.value.scalar?.integer, version > 1
        {
            hasHoles = true
            decoder.findings.error(
                .manifestNewer,
                "The manifest has version \(version); this program knows version 1. Get a newer"
                    + " tenterhook, or have the manifest as it was.", at: entry.value.location)
            return nil
        }
        guard let fields = decoder.fields(node, as: section, at: start) else {
            hasHoles = true
            return nil
        }
        if let entry = fields["version"] { _ = decoder.integer(entry.value, minimum: 1) }
        return fields
    }

    private mutating func include(_ node: YAMLNode) {
        guard let patterns = decoder.list(node, of: "patterns") else {
            hasHoles = true
            return
        }
        let rootFolder = folder(of: root)
        var known: Set<String> = [plainPath(root)]
        for item in patterns {
            guard let pattern = decoder.word(item, "a pattern") else { continue }
            for match in matches(of: pattern, at: item.location) {
                let path = path(match, in: rootFolder)
                if known.insert(plainPath(path)).inserted { readIncluded(path) }
            }
        }
    }

    /// The files of a pattern. Were none an answer, every hook of files that were moved, or that
    /// cannot be seen, would be deleted; so it is an error.
    private mutating func matches(of pattern: String, at place: SourceLocation) -> [String] {
        let shown = decoder.findings.quoted(pattern, at: place)
        let rootFolder = folder(of: root)
        let inFolder =
            pattern.hasPrefix("/")
            ? "" : rootFolder.isEmpty ? " in the current folder" : " in \(quoted(rootFolder))"
        let parsed = IncludePattern(pattern)
        if let unsupported = parsed.unsupported {
            hasHoles = true
            decoder.findings.error(
                .includePattern, unsupported.detail, at: place)
            return []
        }
        switch Result(catching: { () throws(ManifestFileError) in try parsed.matches(files.glob) })
        {
        case .success(let matches) where !matches.isEmpty: return matches
        case .success, .failure(.missing):
            decoder.findings.error(
                .includeWithoutMatch,
                "No file matches \(shown)\(inFolder). Without the files, what they declare would be"
                    + " deleted. Mend the pattern, or remove it.", at: place)
        case .failure(.unreadable(let reason)):
            decoder.findings.error(
                .manifestUnreadable,
                "The files that match \(shown)\(inFolder) cannot be looked up: \(reason).",
                at: place)
        }
        hasHoles = true
        return []
    }

    private mutating func readIncluded(_ path: String) {
        let before = decoder.findings.count
        let start = SourceLocation(file: path, line: 1, column: 1)
        guard let node = readFile(path, isRoot: false), !node.isNull else {
            if decoder.findings.count == before {
                hasHoles = true
                decoder.findings.error(
                    .includeEmpty,
                    "\(quoted(path)) declares nothing. If it should declare hooks, they would be"
                        + " deleted. Restore its contents, or exclude the file from `include`.",
                    at: start)
            }
            return
        }
        decoder.folder = folder(of: path)
        if let fields = sections(of: node, as: .included, at: start) { declarations(in: fields) }
    }

    private mutating func declarations(in fields: Fields) {
        if let entry = fields["moved"] {
            manifest.relocations.moves += decoder.moves(entry.value)
        }
        if let entry = fields["removed"] {
            manifest.relocations.removals += decoder.removals(entry.value)
        }
        if let section = fields["endpoints"] {
            for entry in named(section, "a mapping from names to endpoints") {
                let endpoint = decoder.endpoint(entry.value, at: entry.keyLocation)
                if let first = manifest.endpoints[entry.key]?.location {
                    decoder.noteDuplicate(
                        "endpoint \(entry.key)", at: entry.keyLocation, first: first)
                } else {
                    manifest.endpoints[entry.key] = endpoint
                }
            }
        }
        for shape in KindShape.all {
            guard let section = fields[shape.kind.section] else { continue }
            guard !section.value.isNull else {
                hasHoles = true
                decoder.findings.error(
                    .sectionEmpty,
                    "\(quoted(section.key)) has no value, so every \(shape.kind.noun) that it once"
                        + " declared would be deleted. Declare the \(shape.kind.noun)s, remove the"
                        + " key, or write \"\(section.key): {}\" for none.",
                    at: section.keyLocation)
                continue
            }
            for entry in named(section, "a mapping from keys to \(shape.kind.noun)s") {
                let resource = decoder.resource(entry, of: shape)
                if let first = places[resource.address] {
                    decoder.noteDuplicate(
                        resource.address.description, at: entry.keyLocation, first: first)
                } else {
                    places[resource.address] = entry.keyLocation
                    manifest.resources.append(resource)
                }
            }
        }
    }

    private mutating func named(_ section: YAMLEntry, _ what: String) -> [YAMLEntry] {
        guard let entries = decoder.namedEntries(section.value, what) else {
            hasHoles = true
            return []
        }
        return entries
    }

    private mutating func checkRelocations() {
        guard !hasHoles else { return }
        let rules = RelocationRules(relocations: manifest.relocations, declared: places)
        decoder.findings.add(rules.breaches)
    }

    private mutating func checkOrgNames() {
        guard !hasHoles else { return }
        let names = manifest.orgs.map(\.name)
        for index in manifest.resources.indices {
            guard let orgs = manifest.resources[index].orgs else { continue }
            let unknown = orgs.filter { !names.contains($0.name) }
            if !unknown.isEmpty {
                // So that the rest of the resource is checked, it is taken to belong everywhere.
                manifest.resources[index].orgs = nil
            }
            for org in unknown {
                let near = decoder.findings.nearest(to: org.name, among: names)
                decoder.findings.error(
                    .unknownOrg,
                    "The manifest has no org \(quoted(org.name)). "
                        + (near.map { "Did you mean \(quoted($0))?" }
                            ?? "It has \(listed(names))."),
                    at: org.location)
            }
        }
    }
}

extension ManifestDecoder {
    fileprivate mutating func noteDuplicate(
        _ what: String, at location: SourceLocation, first: SourceLocation
    ) {
        findings.error(
            .duplicateDeclaration,
            "\(quoted(what)) is declared in two places, and only one of the two can hold. Remove or"
                + " rename one.", at: location,
            related: [.init(first, "It is declared first here.")]
        )
    }
}
