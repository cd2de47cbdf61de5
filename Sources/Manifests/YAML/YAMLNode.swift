import Vocabulary

/// One value of a YAML document, with the place where it stands.
///
/// A value that an alias stands for carries the alias's place; what is within it keeps its own.
struct YAMLNode: Sendable {
    enum Content: Sendable {
        case scalar(YAMLScalar)
        case list([YAMLNode])
        case mapping([YAMLEntry])
    }

    let content: Content
    var location: SourceLocation
    /// One past its last character.
    var end: TextPosition
    /// How many nodes it counts for, itself and all within it, aliases at their full size.
    let weight: Int
}

/// A key with its value.
struct YAMLEntry: Sendable {
    let key: String
    let keyLocation: SourceLocation
    let value: YAMLNode
}

/// A scalar as written. What a plain one means follows YAML 1.2's core schema, so `yes`, `on` and
/// `0123` are texts; a quoted one is always a text.
struct YAMLScalar: Sendable {
    let text: String
    /// Whether it stands without quotes, tag or block indicator.
    let isPlain: Bool

    var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }

    var boolean: Bool? {
        guard isPlain else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// The integer, where it is written in decimal digits and fits.
    var integer: Int? { isPlain ? Int(text) : nil }

    /// Whether a reader of YAML takes it for a number.
    var isNumber: Bool {
        guard isPlain, let first = text.utf8.first else { return false }
        let isNumeric = text.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "+-.eE".utf8.contains($0)
        }
        return isNumeric && !"eE".utf8.contains(first) && Double(text) != nil
    }
}

extension YAMLNode {
    var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    var isNull: Bool { scalar?.isNull ?? false }

    /// What it is, in the words of a message: `a string`, `a list`, `nothing`.
    var found: String {
        switch content {
        case .list: "a list"
        case .mapping: "a mapping"
        case .scalar(let scalar):
            if scalar.isNull {
                "nothing"
            } else if scalar.boolean != nil {
                "true or false"
            } else if scalar.isNumber {
                "a number"
            } else {
                "a string"
            }
        }
    }
}
