package import Kinds

/// The wire paths of a channel, to which an endpoint or `oauth` is lowered.
enum ChannelPath {
    static let type = "channel.type"
    static let url = "channel.config.uri"
    static let headers = "channel.config.headers"
    static let authKey = "channel.config.authScheme.key"
    static let authValue = "channel.config.authScheme.value"
    static let method = "channel.config.authType"
    static let clientID = "channel.config.clientId"
    static let clientSecret = "channel.config.clientSecret"
    static let tokenURL = "channel.config.tokenUrl"
    static let scope = "channel.config.scope"
    static let hookKey = "channel.config.hookKeyId"
}

extension ResourceKind.Composite {
    /// The attributes for which the manifest's one key stands.
    var paths: Set<String> {
        switch self {
        case .endpoint: Self.endpointPaths
        case .oauth: Self.oauthPaths
        }
    }

    private static let endpointPaths: Set<String> = [
        ChannelPath.url, ChannelPath.headers, ChannelPath.authKey, ChannelPath.authValue,
    ]

    private static let oauthPaths: Set<String> = [
        ChannelPath.url, ChannelPath.headers, ChannelPath.method, ChannelPath.clientID,
        ChannelPath.clientSecret, ChannelPath.tokenURL, ChannelPath.scope, ChannelPath.hookKey,
    ]

    /// The wire's word for the channel that it makes.
    var channelType: String {
        switch self {
        case .endpoint: "HTTP"
        case .oauth: "OAUTH"
        }
    }

    /// Whether a resource of a kind is nothing without it: there is no other that would do.
    func isRequired(in kind: ResourceKind) -> Bool {
        kind.composites == [self]
            && kind.attributes.contains { paths.contains($0.path) && $0.has(.required) }
    }
}

extension ResourceKind {
    var sortedComposites: [Composite] { composites.sorted { $0.rawValue < $1.rawValue } }

    /// The attributes that have a key of their own in the manifest.
    package var ownAttributes: [Attribute] {
        let covered = composites.reduce(into: Set<String>()) { $0.formUnion($1.paths) }
        return attributes.filter { !covered.contains($0.path) && !$0.has(.implied) }
    }

    /// The attributes that are empty for sure where a composite is chosen: those of the others.
    func attributesRuledOut(by composite: Composite) -> Set<String> {
        composites.reduce(into: Set<String>()) { $0.formUnion($1.paths) }
            .subtracting(composite.paths)
    }

    /// The names that `ignore_changes` knows, in the order of the attributes; one that stands for
    /// several, such as `auth` for `auth.header` and `auth.value`, before the first of them.
    var ignorableNames: [String] {
        var names = sortedComposites.map(\.rawValue)
        for name in attributes.filter({ !$0.has(.implied) }).map(\.manifestName) {
            let parts = name.split(separator: ".")
            for count in 1...max(1, parts.count) {
                let prefix = parts.prefix(count).joined(separator: ".")
                if !names.contains(prefix) { names.append(prefix) }
            }
        }
        return names
    }

    /// The wire paths of a name in `ignore_changes`; empty for a name that is none. A composite's name
    /// stands for the whole channel, of which half an ignored one would make no sense.
    func ignorablePaths(named name: String) -> Set<String> {
        if let composite = Composite(rawValue: name), composites.contains(composite) {
            return Set(attributes.map(\.path)).subtracting(ownAttributes.map(\.path))
        }
        return Set(
            attributes.filter {
                !$0.has(.implied)
                    && ($0.manifestName == name || $0.manifestName.hasPrefix(name + "."))
            }.map(\.path))
    }
}
