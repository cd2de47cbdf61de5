import JSON

/// What a state says of one object, in the words of the provider's schema.
package struct TerraformAttributes: Hashable, Sendable {
    private enum Content: Hashable {
        case nested(JSONObject)
        /// One level of texts, `auth.value`: as a state has them that came from Terraform 0.11.
        case flat(JSONObject)
    }

    private let content: Content
    /// The paths that Terraform holds as sensitive, by the steps that have a name.
    private let sensitive: [[String]]

    init(nested: JSONObject, sensitive: [[String]] = []) {
        content = .nested(nested)
        self.sensitive = sensitive
    }

    init(flat: JSONObject) {
        content = .flat(flat)
        sensitive = []
    }

    /// The text at a path; nil where there is none, or an empty one. A block that may stand once is a
    /// list of one in some schemas and an object in others: both are gone through.
    package func text(at path: [String]) -> String? {
        switch content {
        case .nested(let object):
            var value = JSONValue.object(object)
            for name in path {
                if let first = value.array?.first { value = first }
                guard let next = value[name] else { return nil }
                value = next
            }
            return value.string.flatMap { $0.isEmpty ? nil : $0 }
        case .flat(let object):
            let plain = path.joined(separator: ".")
            let listed = path.joined(separator: ".0.")
            let text = object[plain]?.string ?? object[listed]?.string
            return text.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// Whether Terraform holds as sensitive what stands at a path, or all of what it stands in.
    package func isSensitive(_ path: [String]) -> Bool {
        sensitive.contains { path.starts(with: $0) }
    }

    /// Whether something at or below a path is sensitive.
    package func holdsSensitive(_ path: [String]) -> Bool {
        isSensitive(path) || sensitive.contains { $0.starts(with: path) }
    }
}
