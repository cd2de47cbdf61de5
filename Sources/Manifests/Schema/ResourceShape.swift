import JSON
import Kinds

/// What the manifest knows of one kind: made once, since a manifest may hold thousands of resources.
struct KindShape: Sendable {
    let kind: ResourceKind
    let resource: ManifestSection
    let lifecycle: ManifestSection
    /// The attributes that have a key of their own.
    let ownAttributes: [Attribute]

    /// Of every kind, in the registry's order.
    static let all = KindRegistry.all.map { kind in
        KindShape(
            kind: kind, resource: .resource(of: kind), lifecycle: .lifecycle(of: kind),
            ownAttributes: kind.ownAttributes)
    }
}

extension ManifestSection {
    /// The keys of a kind's resources, as its attributes and traits make them.
    fileprivate static func resource(of kind: ResourceKind) -> ManifestSection {
        var keys: [ManifestKey] = []
        for attribute in kind.ownAttributes {
            keys.append(attributeKey(attribute))
        }
        for composite in kind.sortedComposites {
            keys.append(key(of: composite, required: composite.isRequired(in: kind)))
        }
        if kind.isVerified {
            keys.append(
                ManifestKey(
                    "verify", .boolean, default: true,
                    "Whether apply has Okta verify the endpoint."))
        }
        if kind.isFiltered {
            keys.append(
                ManifestKey(
                    "check_filters", .boolean, default: true,
                    "Whether what cannot be in a filter is an error; with false it is a warning,"
                        + " and Okta decides."))
        }
        keys.append(
            ManifestKey(
                "orgs", .list(.word), "The orgs to which it belongs; every org by default."))
        keys.append(
            ManifestKey(
                "lifecycle", .section(.lifecycle(of: kind)), "How apply may treat the object."))
        if kind.isFiltered {
            keys.append(
                ManifestKey(
                    "tests", .anyOf([.list(.section(.filterTest)), .nothing]),
                    "Events, and whether they are to be delivered: tenterhook test and plan put them"
                        + " to the filters."))
        }
        let covered = kind.composites.contains(.endpoint) ? ManifestSection.endpoint.names : []
        let hints = covered.map {
            ($0, "It belongs in the endpoint, as in endpoint: { \($0): … }.")
        }
        return ManifestSection(
            noun: withArticle(kind.noun), keys: keys,
            alternatives: kind.composites.count > 1 ? kind.sortedComposites.map(\.rawValue) : [],
            hints: Dictionary(uniqueKeysWithValues: hints))
    }

    private static func key(
        of composite: ResourceKind.Composite, required isRequired: Bool
    ) -> ManifestKey {
        switch composite {
        case .endpoint:
            ManifestKey(
                composite.rawValue, .anyOf([.word, .endpoint]), required: isRequired,
                "The name of a shared endpoint, or an endpoint written in place.")
        case .oauth:
            ManifestKey(
                composite.rawValue, .section(.oauth), required: isRequired,
                "An endpoint for which Okta gets an OAuth token first.")
        }
    }

    private static func attributeKey(_ attribute: Attribute) -> ManifestKey {
        let name = attribute.manifestName
        if attribute.has(.lifecycleStatus) {
            return ManifestKey(
                name, .choice(ResourceStatus.allCases.map(\.rawValue)),
                default: .string(ResourceStatus.active.rawValue),
                "Whether Okta uses the object.")
        }
        if !attribute.choices.isEmpty {
            return ManifestKey(
                name, .choice(attribute.choices), required: attribute.has(.required),
                attribute.has(.forcesReplacement)
                    ? "Its \(name). A change deletes the object and makes a new one."
                    : "Its \(name).")
        }
        switch attribute.shape {
        case .text:
            return ManifestKey(
                name, attribute.mayBeEmpty ? .anyOf([.text, .nothing]) : .text,
                required: attribute.has(.required) && !attribute.has(.unique),
                default: attribute.standard.map { .string($0) },
                attribute.has(.unique)
                    ? "Its \(name) in the org, unique there; by default its key."
                    : "Its \(name) in the org.")
        case .names:
            return ManifestKey(
                name, .list(.eventType), required: attribute.has(.required),
                "The event types to which it subscribes.")
        case .pairs:
            return ManifestKey(name, .anyOf([.map(.text), .nothing]), "Texts by name.")
        case .filters:
            return ManifestKey(
                name, .anyOf([.map(.text), .nothing]),
                "Conditions in Okta Expression Language, by event type. An event type without one"
                    + " is delivered unfiltered.")
        }
    }

    fileprivate static func lifecycle(of kind: ResourceKind) -> ManifestSection {
        var keys = [
            ManifestKey(
                "prevent_destroy", .boolean, default: false, "Refuse every plan that deletes it."),
            ManifestKey(
                "ignore_changes", .list(.choice(kind.ignorableNames)),
                "Keys whose values in the org are left as they are."),
        ]
        if kind.isVerified {
            keys += [
                ManifestKey(
                    "cutover", .choice(["in_place"]), default: "in_place",
                    "How a change of the channel is made."),
                ManifestKey(
                    "on_verification_failure",
                    .choice(["keep", "rollback"]),
                    default: "keep",
                    "What to do when Okta cannot verify the endpoint: keep the new channel, or put"
                        + " the old one back."),
            ]
        }
        let hints =
            kind.isVerified ? ["settle": "It is not supported yet. Remove the key."] : [:]
        return ManifestSection(
            noun: "a lifecycle", keys: keys, mayBeNothing: true, hints: hints)
    }
}

/// `status` in a manifest's words.
enum ResourceStatus: String, CaseIterable {
    case active, inactive

    /// The wire's word for it.
    var wire: String {
        switch self {
        case .active: "ACTIVE"
        case .inactive: "INACTIVE"
        }
    }
}

extension Attribute {
    /// Whether a manifest may say that it has no value.
    var mayBeEmpty: Bool { !has(.required) && standard == nil }
}

/// A noun with "a" or "an" before it.
private func withArticle(_ noun: String) -> String {
    let startsWithVowel = noun.first.map { "aeiou".contains($0) } ?? false
    return (startsWithVowel ? "an " : "a ") + noun
}
