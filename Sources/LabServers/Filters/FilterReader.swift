/// Reads the part of Spring's expression language that filters are made of.
///
/// From the loosest to the tightest: `||`, `&&`, one comparison, `!`, steps.
struct FilterReader {
    private let tokens: [FilterToken]
    private var at = 0
    private var depth = 0

    private static let longest = 64 << 10
    /// Deeper than this is nobody's filter, and would end on the stack.
    private static let deepest = 100

    static func tree(of text: String) throws(FilterRefusal) -> FilterTree {
        guard text.utf8.count <= longest else {
            throw FilterRefusal(reason: "longer than \(longest) bytes", offset: 0)
        }
        var reader = FilterReader(tokens: try FilterTokenizer.tokens(of: text))
        let tree = try reader.disjunction()
        guard reader.peek == .end else { throw reader.refusal("an operator was expected") }
        return tree
    }

    private init(tokens: [FilterToken]) {
        self.tokens = tokens
    }

    private var peek: FilterToken.Kind { tokens[at].kind }

    private mutating func disjunction() throws(FilterRefusal) -> FilterTree {
        depth += 1
        guard depth <= Self.deepest else { throw refusal("more than \(Self.deepest) parts deep") }
        var parts = [try conjunction()]
        while take("||") || takeWord("or") { parts.append(try conjunction()) }
        depth -= 1
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(FilterRefusal) -> FilterTree {
        var parts = [try comparison()]
        while take("&&") || takeWord("and") { parts.append(try comparison()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func comparison() throws(FilterRefusal) -> FilterTree {
        let left = try negation()
        if take("==") { return .equal(left, try negation()) }
        if take("!=") { return .not(.equal(left, try negation())) }
        if case .sign(let sign) = peek, let order = FilterTree.Order(rawValue: sign) {
            at += 1
            return .ordered(left, order, try negation())
        }
        return left
    }

    private mutating func negation() throws(FilterRefusal) -> FilterTree {
        var isNegated: Bool?
        while take("!") {
            isNegated = !(isNegated ?? false)
        }
        let tree = try take("-") ? negativeNumber() : steps()
        switch isNegated {
        case nil: return tree
        case true?: return .not(tree)
        // Twice makes a truth value of it.
        case false?: return .not(.not(tree))
        }
    }

    private mutating func negativeNumber() throws(FilterRefusal) -> FilterTree {
        defer { at += 1 }
        switch peek {
        case .int(let value): return .literal(.int(-value))
        case .long(let value): return .literal(.long(-value))
        case .real(let value): return .literal(.real(-value))
        default: throw refusal("a number was expected")
        }
    }

    private mutating func steps() throws(FilterRefusal) -> FilterTree {
        let start = try start()
        var steps: [FilterTree.Step] = []
        if start == nil, peek != .sign("[") {
            steps.append(try step(isSafe: false, isFirst: true))
        }
        while true {
            if take(".") {
                steps.append(try step(isSafe: false))
            } else if take("?.") {
                steps.append(try step(isSafe: true))
            } else if take("[") {
                steps.append(try index())
            } else {
                return steps.isEmpty ? start ?? .literal(.null) : .path(from: start, steps)
            }
        }
    }

    /// A literal or something in parentheses; `nil` where a step comes first.
    private mutating func start() throws(FilterRefusal) -> FilterTree? {
        let value: FilterValue
        switch peek {
        case .text(let text): value = .text(text)
        case .int(let number): value = .int(number)
        case .long(let number): value = .long(number)
        case .real(let number): value = .real(number)
        case .name(let name) where name.lowercased() == "true": value = .bool(true)
        case .name(let name) where name.lowercased() == "false": value = .bool(false)
        case .name(let name) where name.lowercased() == "null": value = .null
        case .sign("("):
            at += 1
            let tree = try disjunction()
            try expect(")")
            return tree
        default: return nil
        }
        at += 1
        return .literal(value)
    }
}

extension FilterReader {
    /// A name, a call, a selection or a projection.
    private mutating func step(
        isSafe: Bool, isFirst: Bool = false
    ) throws(FilterRefusal) -> FilterTree.Step {
        let place = at
        at += 1
        if !isFirst, let word = tokens[place].word {
            return FilterTree.Step(kind: .property(word), isSafe: isSafe)
        }
        switch tokens[place].kind {
        case .name(let name):
            guard take("(") else { return FilterTree.Step(kind: .property(name), isSafe: isSafe) }
            guard let method = FilterMethod(rawValue: name) else {
                at = place
                throw refusal("\(name)() is not understood")
            }
            return FilterTree.Step(kind: .method(method, try arguments()), isSafe: isSafe)
        case .sign("!["):
            return FilterTree.Step(kind: .project(try bracketed()), isSafe: isSafe)
        case .sign(let sign):
            guard let selection = FilterTree.Selection(rawValue: sign) else { break }
            return FilterTree.Step(kind: .select(selection, try bracketed()), isSafe: isSafe)
        default: break
        }
        at = place
        throw refusal(peek == .end ? "something is missing" : "a name or a value was expected")
    }

    /// A name in the brackets is looked up, as is any other expression.
    private mutating func index() throws(FilterRefusal) -> FilterTree.Step {
        FilterTree.Step(kind: .index(try bracketed()), isSafe: false)
    }

    private mutating func bracketed() throws(FilterRefusal) -> FilterTree {
        let tree = try disjunction()
        try expect("]")
        return tree
    }

    private mutating func arguments() throws(FilterRefusal) -> [FilterTree] {
        var arguments: [FilterTree] = []
        if take(")") { return [] }
        repeat { arguments.append(try disjunction()) } while take(",")
        try expect(")")
        return arguments
    }

    private mutating func take(_ sign: String) -> Bool {
        guard peek == .sign(sign) else { return false }
        at += 1
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard case .name(let name) = peek, name.lowercased() == word else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ sign: String) throws(FilterRefusal) {
        guard take(sign) else { throw refusal("\(sign) was expected") }
    }

    private func refusal(_ reason: String) -> FilterRefusal {
        FilterRefusal(reason: reason, offset: tokens[at].offset)
    }
}
