import Kinds
import Vocabulary

/// An endpoint in the API's attributes.
struct LoweredChannel {
    var values: [AttributePath: ResourceDeclaration.Value] = [:]
    var declared: Set<String> = []
    var locations: [AttributePath: SourceLocation] = [:]

    mutating func declare(
        _ path: AttributePath, _ value: ResourceDeclaration.Value, at location: SourceLocation
    ) {
        values[path] = value
        declared.insert(path.attribute)
        locations[path] = location
    }
}

extension EndpointDeclaration {
    /// Whether it is the same in every org.
    var isConstant: Bool {
        var templates: [Template?] = []
        if case .text(let template) = url { templates.append(template) }
        for header in headers ?? [] {
            if case .text(let template) = header.value { templates.append(template) }
        }
        switch auth {
        case .header(let name, _, _): templates.append(name)
        case .basic(let username, _, _): templates.append(username)
        case nil, .some(.none): break
        }
        return templates.allSatisfy { $0?.isConstant ?? true }
    }
}

extension Lowering {
    mutating func lower(_ endpoint: EndpointDeclaration) -> LoweredChannel {
        var channel = LoweredChannel()
        if let url = endpoint.url { lower(url: url, into: &channel) }
        if let location = endpoint.headersLocation {
            channel.declared.insert(ChannelPath.headers)
            channel.locations[AttributePath(ChannelPath.headers)] = location
        }
        for header in endpoint.headers ?? [] { lower(header, into: &channel) }
        if let auth = endpoint.auth {
            let place = endpoint.authLocation ?? endpoint.location
            for path in [ChannelPath.authKey, ChannelPath.authValue] {
                channel.declared.insert(path)
                channel.locations[AttributePath(path)] = place
            }
            lower(auth, headers: endpoint.headers ?? [], into: &channel)
        }
        return channel
    }

    private mutating func lower(url: TextOrSecret, into channel: inout LoweredChannel) {
        let path = AttributePath(ChannelPath.url)
        switch url {
        case .secret(let reference, let location):
            channel.declare(path, .secret(reference), at: location)
        case .text(let template):
            guard let text = text(template) else { return }
            if var problem = endpointURLProblem(text, policy: manifest.policy) {
                problem.location = template.location
                findings.add([problem])
            }
            channel.declare(path, .plain(.text(text)), at: template.location)
        }
    }

    private mutating func lower(
        _ header: EndpointDeclaration.Header, into channel: inout LoweredChannel
    ) {
        let path = AttributePath(ChannelPath.headers, key: header.name)
        switch header.value {
        case .secret(let reference, let location):
            channel.declare(path, .secret(reference), at: location)
        case .text(let template):
            guard let text = text(template) else { return }
            if !HeaderRules.isValue(text) {
                findings.error(
                    .invalidHeaderValue,
                    "The value of \(quoted(header.name)) holds a line end or a control character.",
                    at: template.location)
            }
            channel.declare(path, .plain(.text(text)), at: template.location)
        }
    }

    private mutating func lower(
        _ auth: EndpointDeclaration.Auth, headers: [EndpointDeclaration.Header],
        into channel: inout LoweredChannel
    ) {
        switch auth {
        case .none: break
        case .header(let name, let value, let place):
            guard let name, let text = text(name) else { return }
            findings.add(
                HeaderRules.findings(
                    onName: text, shown: findings.quoted(text, at: name.location),
                    at: name.location))
            lower(
                authHeader: text, value: value, headers: headers, at: name.location, place, &channel
            )
        case .basic(let username, let password, let place):
            guard let username, let text = text(username) else { return }
            if text.contains(":") || !HeaderRules.isValue(text) {
                findings.error(
                    .invalidUsername,
                    "A user name for HTTP Basic holds neither a colon nor a control character.",
                    at: username.location)
            }
            let value = password.map {
                SecretReference.basicCredentials(username: text, password: $0)
            }
            lower(
                authHeader: "Authorization", value: value, headers: headers, at: place, place,
                &channel)
        }
    }

    private mutating func lower(
        authHeader name: String, value: SecretReference?, headers: [EndpointDeclaration.Header],
        at nameLocation: SourceLocation, _ place: SourceLocation, _ channel: inout LoweredChannel
    ) {
        for header in headers where header.name.lowercased() == name.lowercased() {
            findings.error(
                .duplicateHeader,
                "\(quoted(header.name)) is the header of auth as well, and a request can carry it"
                    + " once.", at: header.nameLocation,
                related: [.init(nameLocation, "auth sets it here.")])
        }
        channel.declare(AttributePath(ChannelPath.authKey), .plain(.text(name)), at: nameLocation)
        if let value {
            channel.declare(AttributePath(ChannelPath.authValue), .secret(value), at: place)
        }
    }
}
