package import JSON

/// The values of one object by path. What is absent, null or empty has no entry.
///
/// Kept as a sorted list: objects have a dozen values, and there nothing is quicker.
package struct Attributes: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var path: AttributePath
        package var value: AttributeValue

        package init(path: AttributePath, value: AttributeValue) {
            self.path = path
            self.value = value
        }
    }

    /// Every entry, sorted by path.
    package private(set) var entries: [Entry]

    package init(_ values: [AttributePath: AttributeValue] = [:]) {
        entries = values.map { Entry(path: $0.key, value: $0.value) }.sorted { $0.path < $1.path }
    }

    private init(entries: [Entry]) { self.entries = entries }

    package subscript(path: AttributePath) -> AttributeValue? {
        get {
            let index = position(of: path)
            return index < entries.count && entries[index].path == path ? entries[index].value : nil
        }
        set {
            let index = position(of: path)
            let isThere = index < entries.count && entries[index].path == path
            switch (newValue, isThere) {
            // The key's spelling is part of what is written: replace it with the value.
            case (let value?, true): entries[index] = Entry(path: path, value: value)
            case (let value?, false): entries.insert(Entry(path: path, value: value), at: index)
            case (nil, true): entries.remove(at: index)
            case (nil, false): break
            }
        }
    }

    /// Puts a value at a path that has none; false, and nothing done, where there is one.
    package mutating func insert(_ value: AttributeValue, at path: AttributePath) -> Bool {
        let index = position(of: path)
        guard index == entries.count || entries[index].path != path else { return false }
        entries.insert(Entry(path: path, value: value), at: index)
        return true
    }

    package subscript(attribute: String) -> AttributeValue? {
        get { self[AttributePath(attribute)] }
        set { self[AttributePath(attribute)] = newValue }
    }

    /// Every entry, to be taken apart in a loop.
    package var pairs: some Sequence<(path: AttributePath, value: AttributeValue)> {
        entries.lazy.map { (path: $0.path, value: $0.value) }
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// All paths, sorted.
    package var paths: [AttributePath] { entries.map(\.path) }

    /// The entries of one attribute, sorted by path; several for a map, at most one otherwise.
    package func entries(of attribute: String) -> ArraySlice<Entry> {
        let begin = position(of: AttributePath(attribute))
        return entries[begin...].prefix { $0.path.attribute == attribute }
    }

    /// Every path that has a value on either side, sorted, with both values.
    package func paired(
        with other: Attributes
    ) -> [(path: AttributePath, ours: AttributeValue?, theirs: AttributeValue?)] {
        var result: [(path: AttributePath, ours: AttributeValue?, theirs: AttributeValue?)] = []
        result.reserveCapacity(max(entries.count, other.entries.count))
        var (a, b) = (entries[...], other.entries[...])
        while let x = a.first ?? b.first {
            let y = b.first ?? x
            if a.isEmpty || y.path < x.path {
                result.append((y.path, nil, y.value))
                b = b.dropFirst()
            } else if b.isEmpty || x.path < y.path {
                result.append((x.path, x.value, nil))
                a = a.dropFirst()
            } else {
                result.append((x.path, x.value, y.value))
                a = a.dropFirst()
                b = b.dropFirst()
            }
        }
        return result
    }

    /// The same paths with values replaced; nil takes an entry away.
    package func mapValues(
        _ transform: (AttributePath, AttributeValue) -> AttributeValue?
    ) -> Attributes {
        Attributes(
            entries: entries.compactMap { entry in
                transform(entry.path, entry.value).map { Entry(path: entry.path, value: $0) }
            })
    }

    /// The index of the first entry that does not come before a path.
    private func position(of path: AttributePath) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Attributes {
    /// An object from path to value, sorted by path.
    package var json: JSONValue {
        .object(JSONObject(entries.map { (key: $0.path.description, value: $0.value.json) }))
    }

    /// Reads what `json` writes; nil for anything else.
    package init?(json: JSONValue) {
        guard let object = json.object else { return nil }
        self.init()
        for (key, value) in object.members {
            guard let path = AttributePath(parsing: key), let read = AttributeValue(json: value)
            else { return nil }
            self[path] = read
        }
    }
}
