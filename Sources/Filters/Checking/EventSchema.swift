/// What a field of an event can hold, as far as the schema tells.
indirect enum FieldKind: Hashable, Sendable {
    case null
    case boolean
    case number
    /// A text; where Okta lists them, the values it can have.
    case text(values: [String])
    case list(FieldKind)
    /// An object with the fields that stand below a path.
    case object(path: String)
    /// An object whose fields are not described.
    case unlisted(path: String)
    /// Nothing is known.
    case anything

    static let plainText = FieldKind.text(values: [])

    /// What to call it in a sentence.
    var words: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object, .unlisted: "an object"
        case .anything: "anything"
        }
    }
}

/// The fields of a System Log event.
enum EventSchema {
    struct Field: Sendable {
        var kind: FieldKind
        /// Whether Okta documents it for filters of event hooks.
        var isDocumented: Bool
    }

    /// By path from the event on: `actor.id`, `target[].type`.
    static let fields: [String: Field] = {
        let rows = eventSchemaTable.split(separator: "\n").map {
            $0.split(separator: " ", maxSplits: 2).map(String.init)
        }
        let kinds = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0) })
        func kind(_ path: String) -> FieldKind {
            guard let row = kinds[path] else { return .anything }
            switch row[1].filter({ $0 != "*" }) {
            case "boolean": return .boolean
            case "number": return .number
            case "list": return .list(kind(path + "[]"))
            case "object": return .object(path: path)
            case "open": return .unlisted(path: path)
            default:
                return .text(
                    values: row.count > 2 ? row[2].split(separator: "|").map(String.init) : [])
            }
        }
        return kinds.mapValues { Field(kind: kind($0[0]), isDocumented: $0[1].hasSuffix("*")) }
    }()

    /// The names of the fields right below a path, sorted; the empty path is the event.
    static func names(below path: String) -> [String] {
        let start = path.isEmpty ? "" : path + "."
        return fields.keys.filter {
            $0.hasPrefix(start) && !$0.dropFirst(start.count).contains(".")
                && !$0.dropFirst(start.count).contains("[")
        }.map { String($0.dropFirst(start.count)) }.sorted()
    }

    static func field(_ name: String, of path: String) -> Field? {
        fields[path.isEmpty ? name : "\(path).\(name)"]
    }
}
