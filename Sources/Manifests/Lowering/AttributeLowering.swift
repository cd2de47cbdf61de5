import Kinds
import Vocabulary

extension Lowering {
    /// Lowers what a resource says of one attribute of its own, or what goes without saying.
    mutating func lower(
        _ attribute: Attribute, of source: ResourceSource,
        into declaration: inout ResourceDeclaration
    ) {
        let path = AttributePath(attribute.path)
        guard let (content, location) = source.contents[attribute.path] else {
            if let standard = standard(attribute, of: source) {
                declaration.declare(path, .text(standard), at: source.location)
                if attribute.has(.unique) {
                    checkName(standard, of: attribute, at: source.location)
                }
            }
            return
        }
        declaration.declared.insert(attribute.path)
        declaration.locations[path] = location
        switch content {
        case .empty: break
        case .fixed(let text): declaration.declare(path, .text(text), at: location)
        case .text(let template):
            guard let text = text(template) else { return }
            if attribute.has(.unique) { checkName(text, of: attribute, at: location) }
            if !text.isEmpty { declaration.declare(path, .text(text), at: location) }
        case .names(let templates, let isWhole):
            let names = eventTypes(templates, of: attribute, at: location)
            if names.isEmpty, templates.isEmpty, isWhole, attribute.has(.required) {
                findings.error(
                    .emptyList,
                    "\(quoted(attribute.manifestName)) needs at least one event type.",
                    at: location)
            }
            if !names.isEmpty { declaration.declare(path, .set(of: names), at: location) }
        case .pairs(let pairs):
            for (key, template) in pairs {
                guard let text = text(template) else { continue }
                let value = attribute.shape == .filters ? trimmed(text) : text
                if attribute.shape == .filters {
                    checkFilter(
                        value, for: key.text, of: template, isStrict: source.checksFilters)
                }
                declaration.declare(
                    AttributePath(attribute.path, key: key.text), .text(value),
                    at: template.location)
            }
            if attribute.shape == .filters { checkFilters(pairs.map(\.key), of: source) }
        }
    }

    /// What an attribute is when the manifest does not speak of it; nil where it then stays as it is.
    private func standard(_ attribute: Attribute, of source: ResourceSource) -> String? {
        if attribute.has(.lifecycleStatus) { return ResourceStatus.active.wire }
        return attribute.has(.unique) ? source.address.key : attribute.standard
    }

    private mutating func checkName(
        _ name: String, of attribute: Attribute, at location: SourceLocation
    ) {
        let limit = manifest.policy.value(of: attribute.limit ?? .nameLength)
        let count = name.unicodeScalars.count
        guard !(1...limit).contains(count) else { return }
        findings.error(
            count == 0 ? .emptyName : .nameTooLong,
            "A name has 1 to \(limit) characters; this one has \(count).", at: location)
    }

    private mutating func eventTypes(
        _ templates: [Template], of attribute: Attribute, at location: SourceLocation
    ) -> [String] {
        var places: [String: SourceLocation] = [:]
        for template in templates {
            guard let name = text(template) else { continue }
            guard !name.isEmpty else {
                findings.error(
                    .emptyName, "An event type has a name.",
                    at: template.location)
                continue
            }
            if let first = places[name] {
                findings.warning(
                    .duplicateEventType,
                    "\(findings.quoted(name, at: template.location)) stands twice. Once is enough.",
                    at: template.location,
                    related: [.init(first, "It stands first here.")])
                continue
            }
            places[name] = template.location
            EventTypeRules.check(name, at: template.location, findings: &findings)
        }
        if let limit = attribute.limit, places.count > manifest.policy.value(of: limit) {
            findings.error(
                .eventTypeLimitExceeded,
                "The hook subscribes to \(places.count) event types; Okta allows"
                    + " \(manifest.policy.value(of: limit)) (\(limit.source)). Split the hook, or set"
                    + " policy.limits.\(limit.name) if your org allows more.",
                at: location)
        }
        return places.keys.sorted()
    }

    /// Checks that each filter is for an event type to which the hook subscribes.
    private mutating func checkFilters(_ keys: [YAMLKey], of source: ResourceSource) {
        var subscribed: Set<String> = []
        for attribute in source.shape.ownAttributes where attribute.shape == .names {
            // Without the whole list of event types, nothing can be said against a filter.
            guard
                case .names(let templates, isWhole: true)? = source.contents[attribute.path]?
                    .content
            else { return }
            for template in templates {
                guard let name = template.text(variables) else { return }
                subscribed.insert(name)
            }
        }
        for key in keys where !subscribed.contains(key.text) {
            let near = findings.nearest(to: key.text, among: subscribed.sorted())
            findings.note(
                source.checksFilters ? .error : .warning, .filterWithoutEvent,
                "There is a filter for \(findings.quoted(key.text, at: key.location)), to which the hook does not subscribe."
                    + (near.map { " Did you mean \(quoted($0))?" }
                        ?? " Add it to events, or remove the filter."),
                at: key.location)
        }
    }
}

extension ResourceDeclaration {
    fileprivate mutating func declare(
        _ path: AttributePath, _ value: AttributeValue, at location: SourceLocation
    ) {
        values[path] = .plain(value)
        declared.insert(path.attribute)
        locations[path] = location
    }
}
