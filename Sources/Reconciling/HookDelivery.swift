import Catalog
package import JSON
package import Kinds
package import Vocabulary

/// The request by which Okta would bring events to the endpoint of a hook as it is declared, with
/// secrets by reference.
package struct HookDelivery: Sendable {
    /// A part of a request that may be a secret.
    package enum Part: Hashable, Sendable {
        case clear(String)
        case secret(SecretReference)
    }

    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: Part
    }

    package let url: Part
    /// In the order in which they are sent, without what follows from the URL and the body.
    package let headers: [Header]
    package let body: JSONValue

    /// Nil for a declaration without an endpoint.
    package init?(to declaration: ResourceDeclaration, body: JSONValue) {
        let kind = declaration.kind
        func part(_ path: AttributePath) -> Part? {
            switch declaration.values[path] {
            case .plain(.text(let text))?: .clear(text)
            case .secret(let reference)?: .secret(reference)
            default: nil
            }
        }
        let urlPath = kind.paths(with: .endpointURL).sorted().first
        guard let url = urlPath.flatMap({ part(AttributePath($0)) }) else { return nil }
        self.url = url
        var headers = DeliveryEnvelope.headers.map {
            Header(name: $0.name, value: .clear($0.value))
        }
        for attribute in kind.attributes where attribute.shape == .pairs {
            let paths = declaration.values.keys.filter { $0.attribute == attribute.path }
            for path in paths.sorted() {
                guard let name = path.key, let value = part(path) else { continue }
                headers.append(Header(name: name, value: value))
            }
        }
        for attribute in kind.attributes {
            guard let namePath = attribute.headerName,
                case .clear(let name)? = part(AttributePath(namePath)),
                let value = part(AttributePath(attribute.path))
            else { continue }
            headers.append(Header(name: name, value: value))
        }
        self.headers = headers
        self.body = body
    }

    /// The body as it is sent.
    package var bytes: [UInt8] { body.bytes() }

    /// Every secret that is sent along.
    package var secrets: [SecretReference] {
        ([url] + headers.map(\.value)).compactMap {
            if case .secret(let reference) = $0 { reference } else { nil }
        }
    }
}

extension ResourceDeclaration {
    /// Whether Okta sends anything while the object is as it is declared.
    package var isActive: Bool {
        guard let path = kind.statusAttribute,
            case .plain(.text(let status))? = values[AttributePath(path)]
        else { return true }
        return status != "INACTIVE"
    }

    /// The event types that it subscribes to, sorted.
    package var eventTypes: [String] {
        values.flatMap { path, value -> [String] in
            guard kind.attribute(path.attribute)?.shape == .names,
                case .plain(.names(let names)) = value
            else { return [] }
            return names
        }.sorted()
    }
}
