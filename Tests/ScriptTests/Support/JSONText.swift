import Foundation

/// A JSON document that is asked by paths such as `resource_changes.0.change.actions`.
struct JSONText {
    let value: Any

    init(_ text: String) throws {
        do {
            value = try JSONSerialization.jsonObject(
                with: Data(text.utf8), options: .fragmentsAllowed)
        } catch {
            throw Trouble("this is no JSON:\n\(text)")
        }
    }

    /// What is at a path; `length` counts an array or an object.
    ///
    /// A key with dots in it is written with `/` in their place.
    subscript(path: String) -> Any? {
        var value: Any? = value
        for step in path.split(separator: ".") {
            let key = step.replacingOccurrences(of: "/", with: ".")
            switch value {
            case let array as [Any]:
                if key == "length" {
                    value = array.count
                } else {
                    value = Int(key).flatMap { array.indices.contains($0) ? array[$0] : nil }
                }
            case let object as [String: Any]:
                value = object[key] ?? (key == "length" ? object.count : nil)
            default: return nil
            }
        }
        return value
    }

    /// A value as JSON on one line, its keys sorted; `absent` for none.
    static func text(of value: Any?) -> String {
        guard let value else { return "absent" }
        guard
            let data = try? JSONSerialization.data(
                withJSONObject: value,
                options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
        else { return "\(value)" }
        return String(decoding: data, as: UTF8.self)
    }
}
