import Kinds
import Vocabulary

/// A resource as the manifest has it: its variables not replaced, its endpoint not looked up. What
/// could not be read is left out.
struct ResourceSource: Sendable {
    /// What a key of the manifest says of one attribute.
    enum Content: Sendable {
        case empty
        case fixed(String)
        case text(Template)
        /// Not whole where an item could not be read.
        case names([Template], isWhole: Bool)
        case pairs([(key: YAMLKey, value: Template)])
    }

    enum Endpoint: Sendable {
        case named(String, SourceLocation)
        case inPlace(EndpointDeclaration)
    }

    let shape: KindShape
    let address: Address
    let location: SourceLocation
    /// By wire path.
    var contents: [String: (content: Content, location: SourceLocation)] = [:]
    var endpoint: Endpoint?
    var oauth: OAuthDeclaration?
    var verify: Bool
    /// Whether what cannot be in a filter is an error, or a warning only.
    var checksFilters = true
    /// The orgs to which it belongs; nil for all.
    var orgs: [(name: String, location: SourceLocation)]?
    var lifecycle = ResourceDeclaration.Lifecycle()
    var tests: [FilterTestSource] = []
}

/// A key with its place.
struct YAMLKey: Sendable {
    let text: String
    let location: SourceLocation
}

extension ManifestDecoder {
    mutating func resource(_ entry: YAMLEntry, of shape: KindShape) -> ResourceSource {
        let kind = shape.kind
        var source = ResourceSource(
            shape: shape, address: Address(kind: kind.name, key: entry.key),
            location: entry.keyLocation, verify: kind.isVerified)
        guard let fields = fields(entry.value, as: shape.resource, at: entry.keyLocation)
        else { return source }
        for attribute in shape.ownAttributes {
            guard let entry = fields[attribute.manifestName],
                let content = content(entry.value, of: attribute)
            else { continue }
            source.contents[attribute.path] = (content, entry.value.location)
        }
        for composite in kind.sortedComposites {
            switch composite {
            case .endpoint:
                source.endpoint = fields[composite.rawValue].flatMap { endpointUse($0) }
            case .oauth:
                source.oauth = fields[composite.rawValue].flatMap { oauth($0) }
            }
        }
        if let verify = fields["verify"].flatMap({ boolean($0.value) }) { source.verify = verify }
        if let check = fields["check_filters"].flatMap({ boolean($0.value) }) {
            source.checksFilters = check
        }
        if let entry = fields["orgs"] { source.orgs = orgNames(entry.value) }
        if let entry = fields["lifecycle"] { source.lifecycle = lifecycle(entry, of: shape) }
        if kind.isFiltered, let entry = fields["tests"] { source.tests = filterTests(entry.value) }
        return source
    }

    private mutating func content(
        _ node: YAMLNode, of attribute: Attribute
    ) -> ResourceSource.Content? {
        if attribute.has(.lifecycleStatus) {
            return choice(node, among: ResourceStatus.allCases.map(\.rawValue))
                .flatMap(ResourceStatus.init(rawValue:)).map { .fixed($0.wire) }
        }
        if !attribute.choices.isEmpty {
            return choice(node, among: attribute.choices).map { .fixed($0) }
        }
        switch attribute.shape {
        case .text:
            if node.isNull, attribute.mayBeEmpty { return .empty }
            return template(node, "a text").map { .text($0) }
        case .names:
            guard let items = list(node, of: "event types") else { return nil }
            let names = items.compactMap { template($0, "an event type") }
            return .names(names, isWhole: names.count == items.count)
        case .pairs, .filters:
            guard let entries = entries(node, "a mapping to texts") else { return nil }
            if entries.isEmpty { return .empty }
            return .pairs(
                entries.compactMap { entry in
                    template(entry.value, "a text").map {
                        (YAMLKey(text: entry.key, location: entry.keyLocation), $0)
                    }
                })
        }
    }

    private mutating func endpointUse(_ entry: YAMLEntry) -> ResourceSource.Endpoint? {
        switch entry.value.content {
        case .mapping: return .inPlace(endpoint(entry.value, at: entry.keyLocation))
        case .scalar(let scalar) where !scalar.isNull:
            return word(entry.value, "an endpoint's name").map { .named($0, entry.value.location) }
        case .scalar, .list:
            expected("an endpoint's name, or an endpoint written in place", at: entry.value)
            return nil
        }
    }

    private mutating func orgNames(
        _ node: YAMLNode
    ) -> [(name: String, location: SourceLocation)]? {
        list(node, of: "org names")?.compactMap { item in
            word(item, "an org's name").map { ($0, item.location) }
        }
    }
}
