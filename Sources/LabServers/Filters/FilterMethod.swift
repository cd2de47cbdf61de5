/// What can be asked of texts and lists.
enum FilterMethod: String, Sendable {
    case size
    case contains
    case isEmpty
    case equals
    case startsWith
    case endsWith
    case matches
    case toLowerCase
    case toUpperCase

    /// Asks it.
    func call(
        _ target: FilterValue, _ arguments: [FilterValue]
    ) throws(FilterFailure) -> FilterValue {
        switch (self, target, arguments.count) {
        case (.equals, _, 1): return .bool(target.equals(arguments[0]))
        case (.size, .list(let list), 0): return .int(list.count)
        case (.isEmpty, .list(let list), 0): return .bool(list.isEmpty)
        case (.contains, .list(let list), 1):
            return .bool(list.contains { $0.equals(arguments[0]) })
        case (.size, .object(let members), 0): return .int(members.count)
        case (.isEmpty, .object(let members), 0): return .bool(members.isEmpty)
        case (.isEmpty, .text(let text), 0): return .bool(text.isEmpty)
        case (.toLowerCase, .text(let text), 0): return .text(text.lowercased())
        case (.toUpperCase, .text(let text), 0): return .text(text.uppercased())
        case (.contains, .text(let text), 1):
            guard case .text(let part) = arguments[0] else { throw unfit(arguments[0]) }
            return .bool(text.utf8.contains(part.utf8))
        case (.startsWith, .text(let text), 1):
            return .bool(text.utf8.starts(with: try spelling(of: arguments[0]).utf8))
        case (.endsWith, .text(let text), 1):
            let end = try spelling(of: arguments[0])
            return .bool(text.utf8.reversed().starts(with: end.utf8.reversed()))
        case (.matches, .text(let text), 1):
            return .bool(try FilterPattern(spelling(of: arguments[0])).matches(text))
        default:
            throw FilterFailure("\(target.noun) has no \(rawValue) of \(arguments.count) values")
        }
    }

    /// The text that Java makes of what is handed over in place of one.
    private func spelling(of argument: FilterValue) throws(FilterFailure) -> String {
        switch argument {
        case .text(let text): return text
        case .bool(let flag): return "\(flag)"
        case .int(let number), .long(let number): return "\(number)"
        case .null, .real, .list, .object: throw unfit(argument)
        }
    }

    private func unfit(_ argument: FilterValue) -> FilterFailure {
        FilterFailure("\(rawValue) takes a text, not \(argument.noun)")
    }
}
