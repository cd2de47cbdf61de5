import Foundation
package import JSON

/// A JSON Schema, as far as `state/state.schema.json` uses the language.
///
/// A keyword that it doesn't know is an error, so that no rule of the schema goes unchecked.
package struct JSONSchema: Sendable {
    private let root: JSONValue

    package init(_ root: JSONValue) { self.root = root }

    /// What is wrong with a value, with the places; empty for a valid one.
    package func problems(of value: JSONValue) -> [String] { problems(of: value, root, at: "$") }

    private func problems(of value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
        if let allowed = schema.bool { return allowed ? [] : ["\(place): not allowed"] }
        return (schema.object?.members ?? []).flatMap { keyword, rule in
            problems(of: value, keyword, rule, schema, at: place)
        }
    }

    private func problems(
        of value: JSONValue, _ keyword: String, _ rule: JSONValue, _ schema: JSONValue,
        at place: String
    ) -> [String] {
        func check(_ isValid: Bool) -> [String] {
            isValid ? [] : ["\(place): \(keyword) \(rule.text())"]
        }
        let items = rule.array ?? []
        switch keyword {
        case "$schema", "$id", "$defs", "title", "description": return []
        case "$ref": return problems(of: value, definition(rule.string ?? ""), at: place)
        case "type": return check(Self.isType(rule.string ?? "", value))
        case "const": return check(value == rule)
        case "enum": return check(items.contains(value))
        case "minimum": return check(value.int.map { $0 >= rule.int ?? 0 } ?? true)
        case "minLength": return check(value.string.map { $0.count >= rule.int ?? 0 } ?? true)
        case "pattern": return check(value.string.map { matches($0, rule) } ?? true)
        case "required":
            guard let object = value.object else { return [] }
            return check(items.allSatisfy { $0.string.map { object[$0] != nil } ?? false })
        case "dependentRequired":
            guard let object = value.object else { return [] }
            return (rule.object?.members ?? []).filter { object[$0.key] != nil }.flatMap {
                check(($0.value.array ?? []).allSatisfy { object[$0.string ?? ""] != nil })
            }
        case "anyOf": return check(items.contains { problems(of: value, $0, at: place).isEmpty })
        case "oneOf":
            return check(items.count { problems(of: value, $0, at: place).isEmpty } == 1)
        case "items":
            return (value.array ?? []).enumerated().flatMap {
                problems(of: $0.element, rule, at: "\(place)[\($0.offset)]")
            }
        case "properties", "patternProperties", "additionalProperties":
            return (value.object?.members ?? []).flatMap { key, member in
                rules(keyword, rule, for: key, schema).flatMap {
                    problems(of: member, $0, at: "\(place).\(key)")
                }
            }
        default: return ["\(place): unknown keyword \(keyword)"]
        }
    }

    /// The schemas that one of the three keywords for members has for a member.
    private func rules(
        _ keyword: String, _ rule: JSONValue, for key: String, _ schema: JSONValue
    ) -> [JSONValue] {
        let named = schema["properties"]?[key]
        let patterns = (schema["patternProperties"]?.object?.members ?? []).filter {
            matches(key, .string($0.key))
        }.map(\.value)
        switch keyword {
        case "properties": return named.map { [$0] } ?? []
        case "patternProperties": return patterns
        default: return named == nil && patterns.isEmpty ? [rule] : []
        }
    }

    private func definition(_ reference: String) -> JSONValue {
        reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] ?? false }
    }

    private func matches(_ text: String, _ pattern: JSONValue) -> Bool {
        text.range(of: pattern.string ?? "", options: .regularExpression) != nil
    }

    private static func isType(_ name: String, _ value: JSONValue) -> Bool {
        switch name {
        case "object": value.object != nil
        case "array": value.array != nil
        case "string": value.string != nil
        case "boolean": value.bool != nil
        case "integer": value.int != nil
        default: false
        }
    }
}

/// The published schema of states, and the example states beside it.
package enum PublishedState {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("state")

    package static let schema = Result {
        JSONSchema(try JSONValue(parsing: bytes(of: "state.schema.json")))
    }

    /// The example states by their names.
    package static func examples() throws -> [(name: String, bytes: [UInt8])] {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.appendingPathComponent("examples").path)
        return try names.sorted().map { ($0, try bytes(of: "examples/\($0)")) }
    }

    /// What the schema has against a state.
    package static func problems(of state: [UInt8]) throws -> [String] {
        try schema.get().problems(of: JSONValue(parsing: state))
    }

    private static func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
}
