import Kinds
import Vocabulary

/// Where an object's calls go, in the manifest's terms: the lowering of a channel read backwards.
struct ChannelDraft: Hashable {
    /// What an endpoint is known by: hooks that agree in all of it share one.
    struct Endpoint: Hashable {
        struct Header: Hashable {
            let name: String
            let value: String
            let isSecret: Bool
        }

        let url: String
        let isSecretURL: Bool
        /// Sorted by name.
        let headers: [Header]
        /// The header that carries the secret; nil where there is none.
        let authHeader: String?
        /// The secret, where it is known.
        let secret: Secret?
    }

    struct OAuth: Hashable {
        let clientID: String?
        let tokenURL: String?
        let scope: String?
        /// The resource whose key signs; nil where the client has a secret.
        let hookKey: Address?
        let hasSecret: Bool
        /// The client's secret, where it is known.
        let secret: Secret?
    }

    let composite: ResourceKind.Composite
    let endpoint: Endpoint
    let oauth: OAuth?
}

extension ChannelDraft {
    /// The channel of an object; nil where its kind has none, or none that it could be.
    init?(_ resource: ResourceDraft, keys: [String: Address]) {
        let object = resource.object
        let type = object.attributes[ChannelPath.type]?.text
        let fitting = object.kind.sortedComposites.first {
            object.kind.attribute(ChannelPath.type) == nil || $0.channelType == type
        }
        guard let fitting else { return nil }
        func text(_ path: String) -> String? { object.attributes[path]?.text }
        composite = fitting
        let url = text(ChannelPath.url) ?? ""
        let headers = object.attributes.entries(of: ChannelPath.headers).map { entry in
            let (name, value) = (entry.path.key ?? "", entry.value.text ?? "")
            return Endpoint.Header(
                name: name, value: value,
                isSecret: resource.isSecret(entry.path)
                    || SecretRules.isSecret(header: name, value: value))
        }
        let hasAuth = composite.paths.contains(ChannelPath.authKey)
        endpoint = Endpoint(
            url: url,
            isSecretURL: resource.isSecret(AttributePath(ChannelPath.url))
                || SecretRules.carriesToken(url),
            headers: headers, authHeader: hasAuth ? text(ChannelPath.authKey) : nil,
            secret: resource.known.secrets[AttributePath(ChannelPath.authValue)])
        switch fitting {
        case .endpoint: oauth = nil
        case .oauth:
            oauth = OAuth(
                clientID: text(ChannelPath.clientID), tokenURL: text(ChannelPath.tokenURL),
                scope: text(ChannelPath.scope),
                hookKey: text(ChannelPath.hookKey).flatMap { keys[$0] },
                hasSecret: object.attributes[ChannelPath.clientSecret] != nil,
                secret: resource.known.secrets[AttributePath(ChannelPath.clientSecret)])
        }
    }
}

extension ChannelDraft {
    /// An endpoint as the entries of a mapping.
    ///
    /// - Parameter owner: who has it, by whose name its secrets are called.
    static func entries(
        of endpoint: Endpoint, owner: SecretNames.Owner, secrets: inout SecretNames
    ) -> [YAMLTree.Entry] {
        var entries = [YAMLTree.Entry]()
        entries.append(
            .init(
                key: "url",
                value: endpoint.isSecretURL
                    ? secrets.reference(to: .url, of: owner) : templateText(endpoint.url)))
        if !endpoint.headers.isEmpty {
            let headers = endpoint.headers.map { header in
                YAMLTree.Entry(
                    key: header.name,
                    value: header.isSecret
                        ? secrets.reference(to: .header(header.name), of: owner)
                        : templateText(header.value))
            }
            entries.append(.init(key: "headers", value: .flow(headers)))
        }
        if let header = endpoint.authHeader {
            entries.append(
                .init(
                    key: "auth",
                    value: .flow([
                        .init(key: "header", value: templateText(header)),
                        .init(
                            key: "value", value: secrets.reference(to: .auth(header), of: owner)),
                    ])))
        }
        return entries
    }

    /// An OAuth channel as the entries of a mapping.
    static func entries(
        of oauth: OAuth, endpoint: Endpoint, owner: SecretNames.Owner, secrets: inout SecretNames
    ) -> [YAMLTree.Entry] {
        var entries = entries(of: endpoint, owner: owner, secrets: &secrets)
        for (key, text) in [
            ("client_id", oauth.clientID), ("token_url", oauth.tokenURL), ("scope", oauth.scope),
        ] {
            if let text { entries.append(.init(key: key, value: templateText(text))) }
        }
        if oauth.hasSecret {
            let client = SecretNames.Client(
                tokenURL: oauth.tokenURL, id: oauth.clientID, secret: oauth.secret)
            entries.append(
                .init(
                    key: "client_secret",
                    value: secrets.reference(to: .clientSecret(client), of: owner)))
        } else if let address = oauth.hookKey {
            entries.append(.init(key: "hook_key", value: .text(address.key)))
        }
        return entries
    }
}

/// A text of the manifest that means a text of the org's.
func templateText(_ text: String) -> YAMLTree { .text(escaped(text)) }

/// A text in which `${` means itself, as `Template` reads it.
func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        if scalar == "{", result.unicodeScalars.last == "$" { result += "$" }
        result.unicodeScalars.append(scalar)
    }
    return result
}
