package import JSON
import Vocabulary

/// Why an answer of the API is no object of the kind that was asked for.
package struct WireReadingError: Error, Hashable, Sendable {
    /// The dotted path at which the answer was not as the API's contract says.
    package let path: String
    package let expected: String
}

extension ResourceKind {
    /// Reads one object from the wire. What the program does not know is left aside, and named;
    /// absent, null and empty are the same.
    package func read(_ json: JSONValue) throws(WireReadingError) -> LiveObject {
        guard let id = json["id"]?.string, !id.isEmpty else {
            throw WireReadingError(path: "id", expected: "a string")
        }
        var attributes = Attributes()
        for attribute in self.attributes {
            try readAttribute(attribute, from: json, into: &attributes)
        }
        var isVerified: Bool?
        if self.isVerified {
            guard let status = json["verificationStatus"]?.string else {
                throw WireReadingError(path: "verificationStatus", expected: "a string")
            }
            isVerified = status == "VERIFIED"
        }
        return LiveObject(
            kind: self, id: id, attributes: attributes, isVerified: isVerified,
            isUsed: Self.truth(json["isUsed"]), publicKey: publicKey(in: json),
            created: json["created"]?.string, lastUpdated: json["lastUpdated"]?.string,
            unread: unreadMembers(of: json))
    }

    /// The public half; only some answers hold more of it than its name.
    private func publicKey(in json: JSONValue) -> PublicKey? {
        guard let id = publicHalf.flatMap({ json[$0.id]?.string }), !id.isEmpty else { return nil }
        let shown = json["_embedded"].flatMap { PublicKey(okta: $0) }
        return shown?.id == id ? shown : PublicKey(id: id)
    }

    /// A boolean, which Okta's own description writes as a string.
    private static func truth(_ json: JSONValue?) -> Bool? {
        json?.bool ?? json?.string.flatMap { Bool($0) }
    }

    private func readAttribute(
        _ attribute: Attribute, from json: JSONValue, into attributes: inout Attributes
    ) throws(WireReadingError) {
        let components = attribute.components
        if attribute.has(.writeOnly) {
            // Never shown: that it is set is told by another value, or by its parent's being there.
            let isSet =
                if let (path, value) = attribute.condition {
                    json.value(at: Attribute.components(of: path)[...])?.string == value
                } else {
                    json.value(at: components.dropLast())?.object != nil
                }
            if isSet { attributes[attribute.path] = .unknown }
            return
        }
        guard let value = json.value(at: components[...]), !value.isNull else { return }
        switch attribute.shape {
        case .text:
            guard let text = value.string else {
                throw WireReadingError(path: attribute.path, expected: "a string")
            }
            if !text.isEmpty { attributes[attribute.path] = .text(text) }
        case .names:
            guard let items = value.array, items.allSatisfy({ $0.string != nil }) else {
                throw WireReadingError(path: attribute.path, expected: "an array of strings")
            }
            if !items.isEmpty { attributes[attribute.path] = .set(of: items.compactMap(\.string)) }
        case .pairs:
            guard let items = value.array else {
                throw WireReadingError(path: attribute.path, expected: "an array")
            }
            for item in items {
                guard let key = item["key"]?.string else {
                    throw WireReadingError(path: attribute.path, expected: "key and value")
                }
                attributes[AttributePath(attribute.path, key: key)] =
                    .text(item["value"]?.string ?? "")
            }
        case .filters:
            let map = value["eventFilterMap"] ?? .null
            guard map.isNull || map.array != nil else {
                throw WireReadingError(path: attribute.path, expected: "an eventFilterMap")
            }
            let items = map.array ?? []
            for item in items {
                guard let event = item["event"]?.string,
                    let expression = item["condition"]?["expression"]?.string
                else {
                    throw WireReadingError(path: attribute.path, expected: "event and condition")
                }
                attributes[AttributePath(attribute.path, key: event)] = .text(expression)
            }
        }
    }
}

extension JSONValue {
    fileprivate func value(at components: ArraySlice<String>) -> JSONValue? {
        var value = self
        for component in components {
            guard let next = value[component] else { return nil }
            value = next
        }
        return value
    }
}
