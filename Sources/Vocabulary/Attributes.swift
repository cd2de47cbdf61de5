package import JSON

/// The values of one object by path. What is absent, null or empty has no entry.
package struct Attributes: Hashable, Sendable {
    private var values: [AttributePath: AttributeValue]

    package init(_ values: [AttributePath: AttributeValue] = [:]) { self.values = values }

    package subscript(path: AttributePath) -> AttributeValue? {
        get { values[path] }
        set {
            // The key's spelling is part of what is written: replace it with the value.
            values.removeValue(forKey: path)
            if let newValue { values[path] = newValue }
        }
    }

    package subscript(attribute: String) -> AttributeValue? {
        get { self[AttributePath(attribute)] }
        set { self[AttributePath(attribute)] = newValue }
    }

    package var isEmpty: Bool { values.isEmpty }

    /// All paths, sorted.
    package var paths: [AttributePath] { values.keys.sorted() }

    /// The entries of one attribute, sorted by path; several for a map, at most one otherwise.
    package func entries(of attribute: String) -> [(path: AttributePath, value: AttributeValue)] {
        sorted.filter { $0.path.attribute == attribute }
    }

    /// Every entry, sorted by path.
    package var sorted: [(path: AttributePath, value: AttributeValue)] {
        values.map { (path: $0.key, value: $0.value) }.sorted { $0.path < $1.path }
    }

    /// The same paths with values replaced; nil takes an entry away.
    package func mapValues(
        _ transform: (AttributePath, AttributeValue) -> AttributeValue?
    ) -> Attributes {
        var result: [AttributePath: AttributeValue] = [:]
        for (path, value) in values {
            if let new = transform(path, value) { result[path] = new }
        }
        return Attributes(result)
    }

    /// Only the entries of the attributes named.
    package func only(_ attributes: Set<String>) -> Attributes {
        Attributes(values.filter { attributes.contains($0.key.attribute) })
    }

    /// All but the entries of the attributes named.
    package func without(_ attributes: Set<String>) -> Attributes {
        Attributes(values.filter { !attributes.contains($0.key.attribute) })
    }

    /// These entries, with those of another laid over them.
    package func overlaid(with other: Attributes) -> Attributes {
        var result = self
        for (path, value) in other.values { result[path] = value }
        return result
    }
}

extension Attributes {
    /// An object from path to value, sorted by path.
    package var json: JSONValue {
        .object(JSONObject(sorted.map { (key: $0.path.description, value: $0.value.json) }))
    }

    /// Reads what `json` writes; nil for anything else.
    package init?(json: JSONValue) {
        guard let object = json.object else { return nil }
        var values: [AttributePath: AttributeValue] = [:]
        for (key, value) in object.members {
            guard let path = AttributePath(parsing: key), let read = AttributeValue(json: value)
            else { return nil }
            values[path] = read
        }
        self.init(values)
    }
}
