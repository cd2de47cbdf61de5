/// What a part of a filter comes to: a JSON value, its numbers told apart as Java tells them.
package enum FilterValue: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case long(Int)
    case real(Double)
    case text(String)
    case list([FilterValue])
    case object([Member])

    package struct Member: Sendable {
        package let name: String
        package let value: FilterValue
    }

    init(_ json: LabJSON) {
        switch json {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .number(let spelling):
            if let number = Int(spelling) {
                self = Int32(exactly: number) == nil ? .long(number) : .int(number)
            } else {
                self = .real(Double(spelling) ?? .nan)
            }
        case .string(let text): self = .text(text)
        case .array(let items): self = .list(items.map(FilterValue.init))
        case .object(let members):
            self = .object(members.map { Member(name: $0.key, value: FilterValue($0.value)) })
        }
    }

    /// The member of that name; null where there is none.
    static func member(_ name: String, of members: [Member]) -> FilterValue {
        members.last { isSame($0.name, name) }?.value ?? .null
    }

    /// Texts are the same unit by unit, as in Java; Swift would take `é` for `e` with an accent.
    static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }

    /// What it is, for people.
    var noun: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .int, .long, .real: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

extension FilterValue {
    private enum Number {
        case whole(Int)
        case real(Double)
    }

    private var number: Number? {
        switch self {
        case .int(let value), .long(let value): .whole(value)
        case .real(let value): .real(value)
        default: nil
        }
    }

    /// Spring's `==`: numbers by what they are worth, all else as `equals` has it.
    func isEqual(to other: FilterValue) -> Bool {
        switch (number, other.number) {
        case (.whole(let left)?, .whole(let right)?): left == right
        case (.whole(let left)?, .real(let right)?): Double(left) == right
        case (.real(let left)?, .whole(let right)?): left == Double(right)
        case (.real(let left)?, .real(let right)?): left == right
        default: equals(other)
        }
    }

    /// Java's `equals`, to which `1` and `1L` are not the same.
    func equals(_ other: FilterValue) -> Bool {
        switch (self, other) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.int(let left), .int(let right)), (.long(let left), .long(let right)):
            return left == right
        case (.real(let left), .real(let right)):
            return left.bitPattern == right.bitPattern || (left.isNaN && right.isNaN)
        case (.text(let left), .text(let right)): return Self.isSame(left, right)
        case (.list(let left), .list(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
        case (.object(let left), .object(let right)):
            return left.count == right.count
                && left.allSatisfy { member in
                    right.contains {
                        Self.isSame($0.name, member.name) && $0.value.equals(member.value)
                    }
                }
        default: return false
        }
    }

    /// Below 0, 0 or above it; `nil` where there is no order. Null comes before everything.
    func order(against other: FilterValue) -> Int? {
        switch (self, other) {
        case (.null, .null): return 0
        case (.null, _): return -1
        case (_, .null): return 1
        case (.bool(let left), .bool(let right)): return (left ? 1 : 0) - (right ? 1 : 0)
        case (.text(let left), .text(let right)):
            if Self.isSame(left, right) { return 0 }
            return left.utf16.lexicographicallyPrecedes(right.utf16) ? -1 : 1
        default: break
        }
        switch (number, other.number) {
        case (.whole(let left)?, .whole(let right)?): return Self.order(left, right)
        case (.whole(let left)?, .real(let right)?): return Self.order(Double(left), right)
        case (.real(let left)?, .whole(let right)?): return Self.order(left, Double(right))
        case (.real(let left)?, .real(let right)?): return Self.order(left, right)
        default: return nil
        }
    }

    private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : left > right ? 1 : 0
    }

    /// As `&&`, `||` and `!` understand it: a few words count as truth values, and of a list its
    /// first element; `nil` for all else.
    var truth: Bool? {
        switch self {
        case .bool(let flag): return flag
        case .text(let text):
            switch text.trimmingSpaceAsJava.lowercased() {
            case "true", "on", "yes", "1": return true
            case "false", "off", "no", "0": return false
            default: return nil
            }
        case .list(let list): return list.first?.truth
        default: return nil
        }
    }
}

extension String {
    /// Without the characters up to the blank on either side.
    fileprivate var trimmingSpaceAsJava: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { $0.value > 0x20 }),
            let last = scalars.lastIndex(where: { $0.value > 0x20 })
        else { return "" }
        return String(scalars[first...last])
    }
}
