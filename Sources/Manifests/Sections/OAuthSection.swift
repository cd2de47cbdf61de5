import Vocabulary

/// An endpoint that wants an OAuth token, as the manifest has it. A value that could not be read is
/// nil.
struct OAuthDeclaration: Sendable {
    /// How Okta proves to the token server who it is.
    enum Proof: Sendable {
        case secret(SecretReference, SourceLocation)
        /// By the key of a resource.
        case hookKey(String, SourceLocation)
    }

    /// Its URL and its headers.
    var endpoint: EndpointDeclaration
    var clientID: Template?
    var tokenURL: Template?
    var scope: Template?
    /// nil where the manifest does not speak of it.
    var scopeLocation: SourceLocation?
    var proof: Proof?
}

extension ManifestDecoder {
    mutating func oauth(_ entry: YAMLEntry) -> OAuthDeclaration? {
        guard let fields = fields(entry.value, as: .oauth, at: entry.keyLocation) else {
            return nil
        }
        var oauth = OAuthDeclaration(endpoint: EndpointDeclaration(location: entry.keyLocation))
        readAddress(of: &oauth.endpoint, from: fields)
        oauth.clientID = fields["client_id"].flatMap { template($0.value, "a text") }
        oauth.tokenURL = fields["token_url"].flatMap { template($0.value, "a URL") }
        if let scope = fields["scope"] {
            oauth.scopeLocation = scope.value.location
            if !scope.value.isNull { oauth.scope = template(scope.value, "a text") }
        }
        if let entry = fields["client_secret"] {
            oauth.proof = secret(entry.value).map { .secret($0, entry.value.location) }
        } else if let entry = fields["hook_key"] {
            oauth.proof = word(entry.value, "the key of a hook key").map {
                .hookKey($0, entry.value.location)
            }
        }
        return oauth
    }
}
