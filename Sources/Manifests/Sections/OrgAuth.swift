package import Vocabulary

/// How to sign in to an org's API.
package enum Authentication: Hashable, Sendable {
    case apiToken(SecretReference)
    case oauth(ServiceAppDeclaration)
    /// A program that prints a token, and its arguments.
    case command([String])
}

/// The service app as which to sign in, by its private key.
package struct ServiceAppDeclaration: Hashable, Sendable {
    package let clientID: PlainOrReference
    package let privateKey: SecretReference
    /// The id of the key in the org; nil for the key's own, or none.
    package let keyID: PlainOrReference?
    /// Whether to prove with every request that a key is held; nil for when Okta wants it.
    package let dpop: Bool?

    package init(
        clientID: PlainOrReference, privateKey: SecretReference, keyID: PlainOrReference?,
        dpop: Bool?
    ) {
        self.clientID = clientID
        self.privateKey = privateKey
        self.keyID = keyID
        self.dpop = dpop
    }
}

/// A value that may stand in the file, and need not.
package enum PlainOrReference: Hashable, Sendable {
    case plain(String)
    case reference(SecretReference)
}

extension ManifestDecoder {
    mutating func orgAuth(_ node: YAMLNode) -> Authentication? {
        guard let fields = fields(node, as: .orgAuth, at: node.location) else { return nil }
        if let entry = fields["api_token"] { return secret(entry.value).map { .apiToken($0) } }
        if let entry = fields["command"] {
            guard case .command(let words) = command(entry.value) else { return nil }
            return .command(words)
        }
        return fields["oauth"].flatMap { serviceApp($0) }.map { .oauth($0) }
    }

    private mutating func serviceApp(_ entry: YAMLEntry) -> ServiceAppDeclaration? {
        guard let fields = fields(entry.value, as: .serviceApp, at: entry.keyLocation) else {
            return nil
        }
        let clientID = fields["client_id"].flatMap { plainOrReference($0.value, "the client's id") }
        let privateKey = fields["private_key"].flatMap { secret($0.value) }
        let keyID = fields["key_id"].flatMap { plainOrReference($0.value, "the key's id") }
        let dpop = fields["dpop"].flatMap { boolean($0.value) }
        guard let clientID, let privateKey else { return nil }
        return ServiceAppDeclaration(
            clientID: clientID, privateKey: privateKey, keyID: keyID, dpop: dpop)
    }

    private mutating func plainOrReference(_ node: YAMLNode, _ what: String) -> PlainOrReference? {
        if case .mapping = node.content { return secret(node).map { .reference($0) } }
        guard let text = word(node, "\(what), which is a text or a secret reference") else {
            return nil
        }
        guard !text.isEmpty else {
            findings.error(
                .emptyString, "Expected \(what).", at: node.location)
            return nil
        }
        return .plain(text)
    }
}
