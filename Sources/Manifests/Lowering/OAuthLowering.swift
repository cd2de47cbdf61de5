import Kinds
import Vocabulary

extension Lowering {
    /// An OAuth channel in the API's attributes. How Okta proves itself is one thing or the other, so
    /// both are spoken of.
    mutating func lower(_ oauth: OAuthDeclaration, of kind: ResourceKind) -> LoweredChannel {
        var channel = lower(oauth.endpoint)
        lower(oauth.clientID, "client_id", ChannelPath.clientID, into: &channel)
        if let url = lower(oauth.tokenURL, "token_url", ChannelPath.tokenURL, into: &channel),
            var problem = endpointURLProblem(url, policy: manifest.policy)
        {
            problem.location = oauth.tokenURL?.location
            findings.add([problem])
        }
        if let location = oauth.scopeLocation {
            channel.declared.insert(ChannelPath.scope)
            channel.locations[AttributePath(ChannelPath.scope)] = location
            if let scope = oauth.scope.flatMap({ text($0) }), !scope.isEmpty {
                channel.declare(
                    AttributePath(ChannelPath.scope), .plain(.text(scope)), at: location)
            }
        }
        channel.declared.formUnion([
            ChannelPath.method, ChannelPath.clientSecret, ChannelPath.hookKey,
        ])
        switch oauth.proof {
        case .secret(let reference, let location):
            channel.declare(
                AttributePath(ChannelPath.method), .plain(.text("client_secret_post")),
                at: location)
            channel.declare(
                AttributePath(ChannelPath.clientSecret), .secret(reference), at: location)
        case .hookKey(let name, let location):
            channel.declare(
                AttributePath(ChannelPath.method), .plain(.text("private_key_jwt")), at: location)
            if let address = address(named: name, by: ChannelPath.hookKey, of: kind, at: location) {
                channel.declare(
                    AttributePath(ChannelPath.hookKey), .plain(.reference(address)), at: location)
            }
        case nil: break
        }
        return channel
    }

    /// A text that must not be empty; nil, and noted, when it is.
    @discardableResult
    private mutating func lower(
        _ template: Template?, _ key: String, _ attribute: String,
        into channel: inout LoweredChannel
    ) -> String? {
        guard let template, let text = text(template) else { return nil }
        guard !text.isEmpty else {
            findings.error(
                .emptyString, "\(quoted(key)) must not be empty.",
                at: template.location)
            return nil
        }
        channel.declare(AttributePath(attribute), .plain(.text(text)), at: template.location)
        return text
    }

    /// The address of the resource to which an attribute refers by its key; nil, and noted, when the
    /// org has none of that key.
    private mutating func address(
        named name: String, by attribute: String, of kind: ResourceKind,
        at location: SourceLocation
    ) -> Address? {
        guard let referenced = kind.attribute(attribute)?.referencedKind,
            let noun = KindRegistry.kind(named: referenced)?.noun
        else { return nil }
        let keys = keys(of: referenced)
        if keys.contains(name) { return Address(kind: referenced, key: name) }
        let known =
            keys.isEmpty
            ? "The org \(quoted(org.name)) has no \(noun)s." : "Its \(noun)s are \(listed(keys))."
        findings.error(
            .unknownReference,
            "There is no \(noun) \(quoted(name)) for the org \(quoted(org.name)). "
                + (findings.nearest(to: name, among: keys).map { "Did you mean \(quoted($0))?" }
                    ?? known),
            at: location)
        return nil
    }
}
