import Kinds

/// The wire paths of an HTTP channel, to which an endpoint is lowered.
enum ChannelPath {
    static let url = "channel.config.uri"
    static let headers = "channel.config.headers"
    static let authKey = "channel.config.authScheme.key"
    static let authValue = "channel.config.authScheme.value"
}

extension ResourceKind.Composite {
    /// The attributes for which the manifest's one key stands.
    var paths: Set<String> {
        switch self {
        case .endpoint:
            [ChannelPath.url, ChannelPath.headers, ChannelPath.authKey, ChannelPath.authValue]
        }
    }

    /// Whether a resource of a kind is nothing without it.
    func isRequired(in kind: ResourceKind) -> Bool {
        kind.attributes.contains { paths.contains($0.path) && $0.has(.required) }
    }
}

extension ResourceKind {
    var sortedComposites: [Composite] { composites.sorted { $0.rawValue < $1.rawValue } }

    /// The attributes that have a key of their own in the manifest.
    var ownAttributes: [Attribute] {
        let covered = composites.reduce(into: Set<String>()) { $0.formUnion($1.paths) }
        return attributes.filter { !covered.contains($0.path) }
    }

    /// The names that `ignore_changes` knows, in the order of the attributes.
    var ignorableNames: [String] {
        sortedComposites.map(\.rawValue) + attributes.map(\.manifestName)
    }

    /// The wire paths of a name in `ignore_changes`; empty for a name that is none.
    func ignorablePaths(named name: String) -> Set<String> {
        if let composite = Composite(rawValue: name), composites.contains(composite) {
            return composite.paths
        }
        return Set(
            attributes.filter { $0.manifestName == name || $0.manifestName.hasPrefix(name + ".") }
                .map(\.path))
    }
}
