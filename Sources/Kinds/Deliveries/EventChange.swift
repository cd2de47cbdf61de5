import Filters
package import JSON
import Vocabulary

/// A value that is put into an event to see what comes of it: `target[0].displayName=Sales`.
package struct EventChange: Hashable, Sendable {
    package let path: JSONPath
    /// JSON where it reads as such, else a text.
    package let value: String

    /// Reads `PATH=VALUE`; nil for a text that is not of this form.
    package init?(parsing text: String) {
        guard let equals = text.unicodeScalars.firstIndex(of: "="),
            let path = JSONPath(parsing: String(text.unicodeScalars[..<equals]))
        else { return nil }
        self.path = path
        value = String(text.unicodeScalars[text.unicodeScalars.index(after: equals)...])
    }

    /// - Throws: why it cannot be, as a sentence.
    package func apply(to event: inout JSONValue) throws(EventChangeError) {
        let place = EventFields.place(at: path)
        if case .unknown(let above, let names) = place, event[path] == nil {
            throw EventChangeError(detail: Self.words(path, above, names))
        }
        do throws(JSONPathError) {
            try event.put(json(place), at: path)
        } catch {
            throw EventChangeError(detail: Self.words(error))
        }
    }

    private func json(_ place: EventFields.Place) -> JSONValue {
        do throws(JSONParseError) {
            let parsed = try JSONValue(parsing: Array(value.utf8))
            // A text of digits, where the field has a text.
            if place == .text, parsed.number != nil || parsed.bool != nil { return .string(value) }
            return parsed
        } catch {
            return .string(value)
        }
    }

    private static func words(_ path: JSONPath, _ above: JSONPath, _ names: [String]) -> String {
        var name = ""
        if case .name(let unknown) = path.steps[above.steps.count] { name = unknown }
        let subject = above.steps.isEmpty ? "An event" : "`\(above)` of an event"
        let near = nearestName(to: name, among: names).map { "Did you mean `\($0)`? " } ?? ""
        return "\(subject) has no `\(name)`. \(near)There are \(names.joined(separator: ", "))."
    }

    private static func words(_ error: JSONPathError) -> String {
        func subject(_ path: JSONPath) -> String {
            path.steps.isEmpty ? "The event" : "`\(path)`"
        }
        switch error {
        case .notAnObject(let path, let value):
            return "\(subject(path)) is \(value.words) and has no members."
        case .notAList(let path, let value):
            let names = value.object.map { ": \($0.keys.joined(separator: ", "))" } ?? ""
            return "\(subject(path)) is \(value.words) and no list\(names)."
        case .beyondEnd(let path, let count):
            let have = count == 0 ? "is empty" : "has \(count), [0] to [\(count - 1)]"
            return "The list \(subject(path)) \(have); [\(count)] would append to it."
        }
    }
}

package struct EventChangeError: Error, Hashable, Sendable {
    package let detail: String
}

extension JSONValue {
    fileprivate var words: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
