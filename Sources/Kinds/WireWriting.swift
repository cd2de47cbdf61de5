package import JSON
package import Vocabulary

/// A value that a body needs and nobody has in clear.
package struct MissingSecretError: Error, Hashable, Sendable {
    package let path: AttributePath
}

extension ResourceKind {
    /// The body that creates or replaces an object with these attributes.
    ///
    /// - Parameter reveal: gives the secret behind a fingerprint, nil when it is not at hand.
    package func body(
        for attributes: Attributes, reveal: (Fingerprint) -> Secret?
    ) throws(MissingSecretError) -> JSONValue {
        var body = JSONValue.object(JSONObject())
        for constant in constants
        where constant.with.map({ !attributes.entries(of: $0).isEmpty }) ?? true {
            body.set(.string(constant.value), at: Attribute.components(of: constant.path)[...])
        }
        for attribute in self.attributes where !attribute.has(.leftOutOfBodies) {
            let entries = Array(attributes.entries(of: attribute.path))
            guard !entries.isEmpty else { continue }
            let value: JSONValue
            switch attribute.shape {
            case .text:
                value = .string(try clear(entries[0].value, at: entries[0].path, reveal))
            case .names:
                value = .array((entries[0].value.names ?? []).map { .string($0) })
            case .pairs:
                var items: [JSONValue] = []
                for entry in entries {
                    items.append([
                        "key": .string(entry.path.key ?? ""),
                        "value": .string(try clear(entry.value, at: entry.path, reveal)),
                    ])
                }
                value = .array(items)
            case .filters:
                var items: [JSONValue] = []
                for entry in entries {
                    let expression = try clear(entry.value, at: entry.path, reveal)
                    items.append([
                        "event": .string(entry.path.key ?? ""),
                        "condition": ["version": nil, "expression": .string(expression)],
                    ])
                }
                value = ["type": "EXPRESSION_LANGUAGE", "eventFilterMap": .array(items)]
            }
            body.set(value, at: attribute.components[...])
        }
        return body
    }

    private func clear(
        _ value: AttributeValue, at path: AttributePath, _ reveal: (Fingerprint) -> Secret?
    ) throws(MissingSecretError) -> String {
        switch value {
        case .text(let text): return text
        case .secret(let fingerprint):
            guard let secret = reveal(fingerprint) else { throw MissingSecretError(path: path) }
            return secret.reveal()
        case .names, .unknown, .reference: throw MissingSecretError(path: path)
        }
    }
}

extension JSONValue {
    /// Puts a value at a dotted path, making the objects on the way.
    fileprivate mutating func set(_ value: JSONValue, at components: ArraySlice<String>) {
        guard let first = components.first else {
            self = value
            return
        }
        var object = self.object ?? JSONObject()
        var child = object[first] ?? .object(JSONObject())
        child.set(value, at: components.dropFirst())
        object[first] = child
        self = .object(object)
    }
}
