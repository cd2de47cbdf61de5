/// A JSON value that keeps the order of its members and each number's own spelling.
///
/// The lab answers in the key order Okta was recorded with, and hands back what it does not
/// understand exactly as it was sent; Foundation's coders can do neither.
package enum LabJSON: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([LabJSON])
    case object([Member])

    /// One name and value of an object.
    package struct Member: Sendable {
        package var key: String
        package var value: LabJSON

        package init(key: String, value: LabJSON) {
            self.key = key
            self.value = value
        }
    }
}

extension LabJSON {
    /// The text, where this is a string.
    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number, where this is a whole one.
    package var integer: Int? {
        if case .number(let spelling) = self { Int(spelling) } else { nil }
    }

    /// The truth value, where this is one.
    package var flag: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// The elements, where this is an array.
    package var items: [LabJSON]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// The members, where this is an object.
    package var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The member of that name; the last one, as most parsers have it, where there are two.
    ///
    /// Setting replaces the member where it stands, appends a new one, and removes it for `nil`.
    /// Setting a member of anything but an object does nothing.
    package subscript(key: String) -> LabJSON? {
        get { members?.last { $0.key == key }?.value }
        set {
            guard case .object(var members) = self else { return }
            let place = members.lastIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): return
            }
            self = .object(members)
        }
    }

    /// Every value at a dotted path, going into each element of the arrays on the way.
    package func values(at path: some Collection<Substring>) -> [LabJSON] {
        switch self {
        case .array(let items):
            return items.flatMap { $0.values(at: path) }
        default:
            guard let first = path.first else { return [self] }
            return self[String(first)]?.values(at: path.dropFirst()) ?? []
        }
    }
}

/// Two objects are equal when they have the same members in whatever order.
extension LabJSON: Equatable {
    package static func == (left: LabJSON, right: LabJSON) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)):
            return left == right || Double(left) == Double(right)
        case (.string(let left), .string(let right)): return left == right
        case (.array(let left), .array(let right)): return left == right
        case (.object(let left), .object(let other)):
            return left.count == other.count && left.allSatisfy { right[$0.key] == $0.value }
        default: return false
        }
    }
}

/// No `nil` literal on purpose: in a function that returns an optional it would be read as null.
extension LabJSON: ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(booleanLiteral flag: Bool) { self = .bool(flag) }
    package init(integerLiteral number: Int) { self = .number(String(number)) }
    package init(stringLiteral text: String) { self = .string(text) }
    package init(arrayLiteral items: LabJSON...) { self = .array(items) }
    package init(dictionaryLiteral members: (String, LabJSON)...) {
        self = .object(members.map { Member(key: $0.0, value: $0.1) })
    }

    package init(_ number: Int) { self = .number(String(number)) }

    /// The string, or null where there is none.
    package init(_ text: String?) { self = text.map(LabJSON.string) ?? .null }
}
