import JSON
import Kinds
import Vocabulary

/// Attributes as nested objects by the wire's paths: sets of names as arrays, maps as objects.
struct WireShape {
    var value = JSONObject()
    /// The same nesting, `true` where the value is a secret and so null.
    var sensitive = JSONObject()
    /// The same nesting, `true` where the value gets known only by applying, and so is left out.
    var unknown = JSONObject()
}

/// Both sides of a change. A value that is a secret on one side is masked on the other too, for it
/// may be the very same text.
func wireShapes(
    before: Attributes, after: Attributes, kind: ResourceKind?
) -> (before: WireShape, after: WireShape) {
    func isSecret(_ path: AttributePath) -> Bool {
        before[path]?.isSensitive == true || after[path]?.isSensitive == true
            || kind?.attribute(path.attribute)?.has(.writeOnly) == true
    }
    func shape(_ attributes: Attributes) -> WireShape {
        var shape = WireShape()
        for (path, value) in attributes.pairs {
            var components = path.attribute.split(separator: ".").map(String.init)
            if let key = path.key { components.append(key) }
            if isSecret(path) {
                shape.value.set(.null, at: components[...])
                shape.sensitive.set(true, at: components[...])
            } else if value.reference != nil {
                shape.unknown.set(true, at: components[...])
            } else {
                shape.value.set(value.json, at: components[...])
            }
        }
        return shape
    }
    return (shape(before), shape(after))
}

extension JSONObject {
    /// Puts a value below names, making the objects on the way.
    fileprivate mutating func set(_ value: JSONValue, at components: ArraySlice<String>) {
        guard let first = components.first else { return }
        let rest = components.dropFirst()
        if rest.isEmpty {
            self[first] = value
        } else {
            var child = self[first]?.object ?? JSONObject()
            child.set(value, at: rest)
            self[first] = .object(child)
        }
    }
}

/// The paths whose values differ and mean the same, sorted, and whether there are no other
/// differences.
func sameMeaning(
    before: Attributes, after: Attributes, kind: ResourceKind?
) -> (paths: [AttributePath], isAll: Bool) {
    guard let kind else { return ([], false) }
    let differences = before.paired(with: after).filter { path, before, after in
        !kind.same(path, before, after)
    }
    let paths = differences.filter { path, before, after in
        kind.meansTheSame(path, before, after)
    }.map(\.path)
    return (paths, paths.count == differences.count)
}
