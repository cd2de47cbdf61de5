import Vocabulary

/// A recursive-descent parser; binary operators from the loosest to the tightest.
struct Parser {
    let bytes: [UInt8]
    let tokens: [Token]
    let maxDepth: Int
    var nodes: [Node] = []
    var position = 0
    /// How deep the parser itself stands.
    private var depth = 0
    /// How many parts stand inside each part, the part counted.
    private var heights: [Int] = []

    init(bytes: [UInt8], tokens: [Token], maxDepth: Int) {
        self.bytes = bytes
        self.tokens = tokens
        self.maxDepth = maxDepth
    }

    var token: Token { tokens[min(position, tokens.count - 1)] }

    func text(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

    mutating func takes(_ kind: Token.Kind) -> Bool {
        guard token.kind == kind else { return false }
        position += 1
        return true
    }

    /// Whether a word stands here that is an operator by its place, such as `and`.
    private func isWord(_ word: String) -> Bool {
        token.kind == .name && text(token).lowercased() == word
    }

    mutating func whole() throws(ExpressionError) -> Int {
        guard token.kind != .end else {
            throw ExpressionError(
                .filterEmpty,
                "Nothing is asked here. Without a filter every event is delivered.",
                at: 0..<bytes.count)
        }
        let top = try expression()
        guard token.kind == .end else { throw leftOver() }
        return top
    }

    /// Puts a part behind those it is made of.
    mutating func add(
        _ kind: Node.Kind, _ range: Range<Int>, focus: Range<Int>? = nil
    ) throws(ExpressionError) -> Int {
        let height = 1 + (kind.children.map { heights[$0] }.max() ?? 0)
        guard height <= 2 * maxDepth else { throw tooDeep(at: focus ?? range) }
        nodes.append(Node(kind: kind, range: range, focus: focus ?? range))
        heights.append(height)
        return nodes.count - 1
    }

    private func tooDeep(at range: Range<Int>) -> ExpressionError {
        ExpressionError(
            .filterTooDeep,
            "More than \(maxDepth) parts stand inside one another here.", at: range)
    }

    func span(_ first: Int, _ last: Int) -> Range<Int> {
        nodes[first].range.lowerBound..<nodes[last].range.upperBound
    }

    /// Runs a step one level deeper.
    mutating func nested(
        _ step: (inout Parser) throws(ExpressionError) -> Int
    ) throws(ExpressionError) -> Int {
        depth += 1
        defer { depth -= 1 }
        guard depth <= maxDepth else { throw tooDeep(at: token.range) }
        return try step(&self)
    }

    mutating func expression() throws(ExpressionError) -> Int {
        try nested { parser throws(ExpressionError) in try parser.conditional() }
    }

    private mutating func conditional() throws(ExpressionError) -> Int {
        let first = try alternatives()
        let mark = token
        if takes(.elvis) {
            let other = try expression()
            return try add(.elvis(first, other), span(first, other), focus: mark.range)
        }
        if takes(.question) {
            let yes = try expression()
            guard takes(.colon) else { throw missing(":", "A ? b : c names both answers.") }
            let no = try expression()
            return try add(.conditional(first, yes, no), span(first, no), focus: mark.range)
        }
        return first
    }

    private mutating func alternatives() throws(ExpressionError) -> Int {
        let first = try conjunction()
        guard token.kind == .or || isWord("or") else { return first }
        let mark = token.range
        var parts = [first]
        while token.kind == .or || isWord("or") {
            position += 1
            parts.append(try conjunction())
        }
        return try add(.any(parts), span(first, parts[parts.count - 1]), focus: mark)
    }

    private mutating func conjunction() throws(ExpressionError) -> Int {
        let first = try relation()
        guard token.kind == .and || isWord("and") else { return first }
        let mark = token.range
        var parts = [first]
        while token.kind == .and || isWord("and") {
            position += 1
            parts.append(try relation())
        }
        return try add(.all(parts), span(first, parts[parts.count - 1]), focus: mark)
    }

    /// One comparison: they do not follow one another.
    private mutating func relation() throws(ExpressionError) -> Int {
        let left = try sum()
        let mark = token
        let comparison: Comparison? =
            switch mark.kind {
            case .equal: .equal
            case .notEqual: .notEqual
            case .less: .less
            case .lessOrEqual: .lessOrEqual
            case .greater: .greater
            case .greaterOrEqual: .greaterOrEqual
            default: nil
            }
        if let comparison {
            position += 1
            let right = try sum()
            return try add(
                .compare(comparison, left, right), span(left, right), focus: mark.range)
        }
        if isWord("matches") {
            position += 1
            let right = try sum()
            return try add(.matches(left, right), span(left, right), focus: mark.range)
        }
        if isWord("between") {
            position += 1
            let right = try sum()
            return try add(.between(left, right), span(left, right), focus: mark.range)
        }
        if token.kind == .name, let problem = wordOfAnotherLanguage() { throw problem }
        if isWord("instanceof") {
            throw ExpressionError(
                .filterUnsupportedSyntax,
                "instanceof asks for a class of Java; a filter knows events only.",
                at: token.range)
        }
        return left
    }

    private mutating func sum() throws(ExpressionError) -> Int {
        var left = try product()
        while token.kind == .plus || token.kind == .minus {
            let mark = token
            position += 1
            let right = try product()
            left = try add(
                .arithmetic(mark.kind == .plus ? .plus : .minus, left, right), span(left, right),
                focus: mark.range)
        }
        return left
    }

    private mutating func product() throws(ExpressionError) -> Int {
        var left = try unary()
        while true {
            let mark = token
            let operation: Arithmetic
            switch mark.kind {
            case .times: operation = .times
            case .divide: operation = .divide
            case .remainder: operation = .remainder
            default: return left
            }
            position += 1
            let right = try unary()
            left = try add(
                .arithmetic(operation, left, right), span(left, right), focus: mark.range)
        }
    }

    private mutating func unary() throws(ExpressionError) -> Int {
        let mark = token
        switch mark.kind {
        case .not, .minus, .plus:
            position += 1
            let part = try nested { parser throws(ExpressionError) in try parser.unary() }
            let range = mark.range.lowerBound..<nodes[part].range.upperBound
            if mark.kind == .not { return try add(.not(part), range, focus: mark.range) }
            return try add(.sign(minus: mark.kind == .minus, part), range, focus: mark.range)
        default:
            return try path()
        }
    }
}
