import Catalog
package import JSON
import Kinds

/// The JSON Schema (draft 7, which every editor's YAML server knows) of a manifest, made of the same
/// sections that the reader goes by.
package func manifestSchema() -> JSONValue {
    var writer = SchemaWriter()
    let root = writer.schema(of: .root)
    var schema = JSONObject([
        (key: "$schema", value: "http://json-schema.org/draft-07/schema#"),
        (key: "title", value: "Tenterhook manifest"),
    ])
    // Editors hold included files to it as well, and those need no version.
    for member in root.members where member.key != "required" {
        schema[member.key] = member.value
    }
    schema["definitions"] = .object(
        JSONObject(writer.definitions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    return .object(schema)
}

/// Writes sections as schemas, and collects what they share.
private struct SchemaWriter {
    private(set) var definitions: [String: JSONValue] = [:]

    /// What YAML reads as a number or a boolean is a text to a manifest where a text is wanted.
    private static let text: JSONObject = ["type": ["string", "number", "boolean"]]

    mutating func schema(of section: ManifestSection) -> JSONObject {
        var properties = JSONObject()
        for key in section.keys {
            var property = schema(of: key.type)
            if property["$ref"] != nil {
                // In draft 7 nothing may stand beside a $ref.
                property = ["allOf": [.object(property)]]
            }
            property["description"] = .string(key.about)
            if let standard = key.standard { property["default"] = standard }
            properties[key.name] = .object(property)
        }
        var schema: JSONObject = [
            "type": section.mayBeNothing ? ["object", "null"] : "object",
            "properties": .object(properties),
            "additionalProperties": false,
        ]
        let required = section.keys.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        if !section.alternatives.isEmpty {
            schema["oneOf"] = .array(
                section.alternatives.map { ["required": [.string($0)]] })
        }
        if section.isChoice {
            schema["minProperties"] = 1
            schema["maxProperties"] = 1
        }
        return schema
    }

    private mutating func schema(of type: ManifestType) -> JSONObject {
        switch type {
        case .text, .word: return Self.text
        case .boolean: return ["type": "boolean"]
        case .integer(let minimum, let maximum):
            var schema: JSONObject = [
                "type": "integer", "minimum": .number(JSONNumber(minimum)),
            ]
            if let maximum { schema["maximum"] = .number(JSONNumber(maximum)) }
            return schema
        case .nothing: return ["type": "null"]
        case .choice(let words): return ["enum": .array(words.map { .string($0) })]
        case .list(let item): return ["type": "array", "items": .object(schema(of: item))]
        case .map(let value):
            return ["type": "object", "additionalProperties": .object(schema(of: value))]
        case .section(let section): return schema(of: section)
        case .anyOf(let types):
            let schemas = types.map { schema(of: $0) }
            return orNothing(schemas) ?? ["anyOf": .array(schemas.map { .object($0) })]
        case .eventType: return define("event_type", as: Self.eventType)
        case .event:
            return [
                "type": "object", "required": ["eventType"],
                "properties": ["eventType": .object(schema(of: .eventType))],
            ]
        case .shared(let name, let type): return define(name, as: schema(of: type))
        }
    }

    /// One schema that takes null as well, for which editors have better messages than for a choice
    /// of two; nil where the schemas are not one with a type, and null.
    private func orNothing(_ schemas: [JSONObject]) -> JSONObject? {
        guard schemas.count == 2, schemas[1] == ["type": "null"], let type = schemas[0]["type"]
        else { return nil }
        var schema = schemas[0]
        schema["type"] = .array((type.array ?? [type]) + ["null"])
        return schema
    }

    private mutating func define(_ name: String, as schema: JSONObject) -> JSONObject {
        definitions[name] = .object(schema)
        return ["$ref": .string("#/definitions/" + name)]
    }

    /// The catalogue's types are proposed, and any other is taken: the catalogue moves.
    private static var eventType: JSONObject {
        let names = EventTypes.all.filter { $0.isEligible && $0.status == .published }.map(\.name)
        return ["anyOf": [["enum": .array(names.map { .string($0) })], .object(text)]]
    }
}
