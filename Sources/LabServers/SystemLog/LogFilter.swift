/// A System Log filter: SCIM comparisons of paths with values, joined by `and`, `or`, `not`.
///
/// A path that leads through an array, as `target.id`, holds when it holds for one element. What is
/// ordered goes by its numbers where both are some, else by its characters.
struct LogFilter: Sendable {
    private indirect enum Condition: Sendable {
        case compare(path: [Substring], word: String, value: String)
        case present(path: [Substring])
        case not(Condition)
        case all([Condition])
        case any([Condition])
    }

    private let condition: Condition

    init(_ text: String) throws(OktaError) {
        var parser = Parser(tokens: try Self.tokens(text))
        condition = try parser.disjunction()
        guard parser.isAtEnd else { throw .invalidSearch("the filter goes on after its end") }
    }

    /// A line of a file that cannot be read whole, for its depth for instance, is accepted by none.
    func accepts(_ entry: LogEntry) -> Bool {
        do {
            return try Self.holds(condition, entry)
        } catch {
            return false
        }
    }

    private static func holds(
        _ condition: Condition, _ entry: LogEntry
    ) throws(LabJSONFault) -> Bool {
        switch condition {
        case .compare(let path, "ne", let value):
            return try !values(at: path, of: entry).contains { spelling($0) == value }
        case .compare(let path, let word, let value):
            return try values(at: path, of: entry).contains { compare(spelling($0), word, value) }
        case .present(let path): return try values(at: path, of: entry).contains { !$0.isNull }
        case .not(let inner): return try !holds(inner, entry)
        case .all(let parts):
            for part in parts where try !holds(part, entry) { return false }
            return true
        case .any(let parts):
            for part in parts where try holds(part, entry) { return true }
            return false
        }
    }

    /// What every entry has at hand is not read from its text.
    private static func values(
        at path: [Substring], of entry: LogEntry
    ) throws(LabJSONFault) -> [LabJSON] {
        switch path {
        case ["eventType"]: [.string(entry.eventType)]
        case ["uuid"]: [.string(entry.uuid)]
        default: try entry.event.values(at: path)
        }
    }

    private static func spelling(_ value: LabJSON) -> String { value.text ?? value.compact }

    private static func compare(_ text: String, _ word: String, _ value: String) -> Bool {
        switch word {
        case "co": text.contains(value)
        case "sw": text.hasPrefix(value)
        case "ew": text.hasSuffix(value)
        case "gt": isOrdered(value, before: text)
        case "ge": !isOrdered(text, before: value)
        case "lt": isOrdered(text, before: value)
        case "le": !isOrdered(value, before: text)
        default: text == value
        }
    }

    private static func isOrdered(_ left: String, before right: String) -> Bool {
        guard let number = Double(left), let other = Double(right) else {
            return left.utf8.lexicographicallyPrecedes(right.utf8)
        }
        return number < other
    }

    private enum Token: Equatable {
        case word(String)
        case value(String)
    }

    private static func tokens(_ text: String) throws(OktaError) -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first.isWhitespace {
                rest = rest.dropFirst()
            } else if first == "(" || first == ")" {
                tokens.append(.word(String(rest.removeFirst())))
            } else if first == "\"" {
                guard let match = rest.prefixMatch(of: #/"((?:[^"\\]|\\.)*)"/#) else {
                    throw .invalidSearch("a string in the filter does not end")
                }
                tokens.append(.value(String(match.1).replacing("\\\"", with: "\"")))
                rest = rest[match.range.upperBound...]
            } else {
                let word = rest.prefix { !$0.isWhitespace && !"()\"".contains($0) }
                tokens.append(.word(String(word)))
                rest = rest.dropFirst(word.count)
            }
        }
        return tokens
    }

    private struct Parser {
        private let tokens: [Token]
        private var at = 0
        private var depth = 0

        /// Deeper than this is nobody's filter, and would end on the stack.
        private static let deepest = 100

        init(tokens: [Token]) {
            self.tokens = tokens
        }

        var isAtEnd: Bool { at == tokens.count }

        mutating func disjunction() throws(OktaError) -> Condition {
            var parts = [try conjunction()]
            while take("or") { parts.append(try conjunction()) }
            return parts.count == 1 ? parts[0] : .any(parts)
        }

        private mutating func conjunction() throws(OktaError) -> Condition {
            var parts = [try term()]
            while take("and") { parts.append(try term()) }
            return parts.count == 1 ? parts[0] : .all(parts)
        }

        private mutating func term() throws(OktaError) -> Condition {
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.deepest else {
                throw .invalidSearch("the filter is more than \(Self.deepest) parts deep")
            }
            if take("not") { return .not(try term()) }
            if take("(") {
                let inner = try disjunction()
                guard take(")") else { throw .invalidSearch("a bracket is not closed") }
                return inner
            }
            return try comparison()
        }

        private mutating func comparison() throws(OktaError) -> Condition {
            guard case .word(let path)? = next(), case .word(let operation)? = next() else {
                throw .invalidSearch("a comparison is incomplete")
            }
            let first = path.split(separator: ".").first.map(String.init)
            guard first != "published" else { throw .invalidField("published") }
            let word = operation.lowercased()
            if word == "pr" { return .present(path: path.split(separator: ".")) }
            guard ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"].contains(word) else {
                throw .invalidSearch("the operator \(operation) is not understood")
            }
            switch next() {
            case .value(let value)?, .word(let value)?:
                return .compare(path: path.split(separator: "."), word: word, value: value)
            case nil: throw .invalidSearch("a comparison is incomplete")
            }
        }

        private mutating func next() -> Token? {
            guard at < tokens.count else { return nil }
            at += 1
            return tokens[at - 1]
        }

        private mutating func take(_ word: String) -> Bool {
            guard at < tokens.count, case .word(let text) = tokens[at], text.lowercased() == word
            else { return false }
            at += 1
            return true
        }
    }
}
