import Vocabulary

/// An endpoint as the manifest has it, shared or in place. A value that could not be read is nil.
struct EndpointDeclaration: Sendable {
    enum Auth: Sendable {
        /// Said to be none.
        case none
        /// The location is the secret's.
        case header(name: Template?, value: SecretReference?, location: SourceLocation)
        case basic(username: Template?, password: SecretReference?, location: SourceLocation)
    }

    struct Header: Sendable {
        let name: String
        let nameLocation: SourceLocation
        let value: TextOrSecret
    }

    var location: SourceLocation
    var url: TextOrSecret?
    /// nil where the manifest does not speak of headers.
    var headers: [Header]?
    var headersLocation: SourceLocation?
    /// nil where the manifest does not speak of it.
    var auth: Auth?
    var authLocation: SourceLocation?
}

extension ManifestDecoder {
    mutating func endpoint(_ node: YAMLNode, at place: SourceLocation) -> EndpointDeclaration {
        var endpoint = EndpointDeclaration(location: place)
        guard let fields = fields(node, as: .endpoint, at: place) else { return endpoint }
        readAddress(of: &endpoint, from: fields)
        if let entry = fields["auth"] {
            endpoint.auth = auth(entry.value)
            endpoint.authLocation = entry.keyLocation
        }
        return endpoint
    }

    /// The URL and the headers, which every channel has.
    mutating func readAddress(of endpoint: inout EndpointDeclaration, from fields: Fields) {
        endpoint.url = fields["url"].flatMap { textOrSecret($0.value, "a URL") }
        if let entry = fields["headers"] {
            endpoint.headers = headers(entry.value)
            endpoint.headersLocation = entry.keyLocation
        }
    }

    private mutating func headers(_ node: YAMLNode) -> [EndpointDeclaration.Header]? {
        guard let entries = entries(node, "a mapping from header names to texts") else {
            return nil
        }
        var headers: [EndpointDeclaration.Header] = []
        var places: [String: SourceLocation] = [:]
        for entry in entries {
            let folded = entry.key.lowercased()
            if let first = places[folded] {
                findings.error(
                    .duplicateHeader,
                    "\(quoted(entry.key)) stands twice: the names of headers are the same in any"
                        + " case.", at: entry.keyLocation,
                    related: [.init(first, "It stands first here.")])
                continue
            }
            places[folded] = entry.keyLocation
            findings.add(
                HeaderRules.findings(
                    onName: entry.key, shown: findings.quoted(entry.key, at: entry.keyLocation),
                    at: entry.keyLocation))
            guard let value = textOrSecret(entry.value, "a header's value") else { continue }
            if case .text = value, HeaderRules.smellsOfSecret(entry.key) {
                findings.warning(
                    .secretHeaderInPlainText,
                    "\(quoted(entry.key)) looks like a secret's header. Whoever can read this file,"
                        + " or the hook in the org, has its value. Put it in auth, or at least take"
                        + " it from { env: NAME }.", at: entry.value.location)
            }
            headers.append(.init(name: entry.key, nameLocation: entry.keyLocation, value: value))
        }
        return headers
    }

    private mutating func auth(_ node: YAMLNode) -> EndpointDeclaration.Auth? {
        if node.scalar?.text == "none" { return EndpointDeclaration.Auth.none }
        guard case .mapping(let entries) = node.content else {
            expected("none, { header, value } or { basic: { username, password } }", at: node)
            return nil
        }
        if entries.contains(where: { $0.key == "basic" }) {
            guard
                let entry = fields(node, as: .basicAuth, at: node.location)?["basic"],
                let fields = fields(
                    entry.value, as: .basicCredentials, at: entry.keyLocation)
            else { return nil }
            return .basic(
                username: fields["username"].flatMap { template($0.value, "a user name") },
                password: fields["password"].flatMap { secret($0.value) },
                location: fields["password"]?.value.location ?? entry.keyLocation)
        }
        guard let fields = fields(node, as: .headerAuth, at: node.location) else { return nil }
        return .header(
            name: fields["header"].flatMap { template($0.value, "a header's name") },
            value: fields["value"].flatMap { secret($0.value) },
            location: fields["value"]?.value.location ?? node.location)
    }
}
