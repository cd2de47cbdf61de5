import Vocabulary

/// What a path begins with, and what may follow.
extension Parser {
    mutating func path() throws(ExpressionError) -> Int {
        var subject = try beginning()
        while true {
            switch token.kind {
            case .dot, .safeDot: subject = try dotted(subject)
            case .openBracket: subject = try indexer(of: subject)
            default: return subject
            }
        }
    }

    private mutating func beginning() throws(ExpressionError) -> Int {
        let first = token
        switch first.kind {
        case .text, .int, .long, .real:
            let literal = try literal(first)
            position += 1
            return try add(.literal(literal), first.range)
        case .open:
            position += 1
            let inner = try expression()
            guard takes(.close) else {
                throw missing(")", "It closes the parenthesis that is open.")
            }
            // The parentheses belong to the part, so that a caret shows them with it.
            nodes[inner].range = first.range.lowerBound..<tokens[position - 1].range.upperBound
            return inner
        case .hash: return try variable()
        case .openBrace: return try list()
        case .openBracket: return try indexer(of: nil)
        case .selectAll, .selectFirst, .selectLast: return try selection(of: nil, nullSafe: false)
        case .project: return try projection(of: nil, nullSafe: false)
        default:
            guard first.isName else { throw expectedValue() }
            return try named(first)
        }
    }

    private mutating func named(_ first: Token) throws(ExpressionError) -> Int {
        let literal: Literal? =
            switch text(first).lowercased() {
            case "true": .bool(true)
            case "false": .bool(false)
            case "null": .null
            default: nil
            }
        if let literal {
            position += 1
            return try add(.literal(literal), first.range)
        }
        let following = tokens[min(position + 1, tokens.count - 1)]
        if following.kind != .closeBracket {
            if text(first) == "T" {
                throw ExpressionError(
                    .filterUnsupportedSyntax,
                    "T(…) names a class of Java; a filter knows events only.", at: first.range)
            }
            if text(first).lowercased() == "new" {
                throw ExpressionError(
                    .filterUnsupportedSyntax,
                    "new makes objects of Java; a filter knows events only.", at: first.range)
            }
        }
        if isFunction() {
            position += 2
            return try function(from: first.range.lowerBound)
        }
        return try member(of: nil, nullSafe: false)
    }

    /// Whether `String.name(` stands here.
    private func isFunction() -> Bool {
        position + 3 < tokens.count && text(token) == TextFunction.owner
            && tokens[position + 1].kind == .dot && tokens[position + 2].isName
            && tokens[position + 3].kind == .open
    }

    private mutating func function(from start: Int) throws(ExpressionError) -> Int {
        let name = token
        position += 1
        let arguments = try self.arguments()
        return try add(
            .function(name: text(name), arguments: arguments),
            start..<tokens[position - 1].range.upperBound, focus: start..<name.range.upperBound)
    }

    /// What stands between parentheses.
    private mutating func arguments() throws(ExpressionError) -> [Int] {
        position += 1
        var arguments: [Int] = []
        if token.kind != .close {
            repeat { arguments.append(try expression()) } while takes(.comma)
        }
        guard takes(.close) else { throw missing(")", "It closes the method's arguments.") }
        return arguments
    }

    private mutating func dotted(_ subject: Int) throws(ExpressionError) -> Int {
        let nullSafe = token.kind == .safeDot
        position += 1
        switch token.kind {
        case .selectAll, .selectFirst, .selectLast:
            return try selection(of: subject, nullSafe: nullSafe)
        case .project: return try projection(of: subject, nullSafe: nullSafe)
        case .hash:
            throw ExpressionError(
                .filterUnsupportedSyntax,
                "#this and #root begin a path and follow no dot.", at: token.range)
        default:
            guard token.isName else {
                throw ExpressionError(
                    .filterNameMissing,
                    "After \(nullSafe ? "?." : "a dot") stands a name, or a selection such as "
                        + "?[type eq 'User'].", at: place)
            }
            return try member(of: subject, nullSafe: nullSafe)
        }
    }

    /// A property, or a method when a parenthesis follows.
    private mutating func member(of subject: Int?, nullSafe: Bool) throws(ExpressionError) -> Int {
        let name = token
        position += 1
        let start = subject.map { nodes[$0].range.lowerBound } ?? name.range.lowerBound
        guard token.kind == .open else {
            return try add(
                .property(of: subject, name: text(name), nullSafe: nullSafe),
                start..<name.range.upperBound, focus: name.range)
        }
        let arguments = try self.arguments()
        return try add(
            .method(of: subject, name: text(name), arguments: arguments, nullSafe: nullSafe),
            start..<tokens[position - 1].range.upperBound, focus: name.range)
    }

    private mutating func selection(of subject: Int?, nullSafe: Bool) throws(ExpressionError) -> Int
    {
        let mark = token
        position += 1
        guard token.kind != .closeBracket else {
            throw ExpressionError(
                .filterEmptySelection,
                "Between the brackets stands which elements are meant, such as type eq 'User'.",
                at: mark.range.lowerBound..<token.range.upperBound)
        }
        let body = try expression()
        let range = try closed(from: mark, subject)
        let which: Selection =
            switch mark.kind {
            case .selectFirst: .first
            case .selectLast: .last
            default: .every
            }
        return try add(
            .select(of: subject, which, where: body, nullSafe: nullSafe), range, focus: mark.range)
    }

    private mutating func projection(
        of subject: Int?, nullSafe: Bool
    ) throws(ExpressionError) -> Int {
        let mark = token
        position += 1
        let body = try expression()
        let range = try closed(from: mark, subject)
        return try add(
            .project(of: subject, body, nullSafe: nullSafe), range, focus: mark.range)
    }

    private mutating func indexer(of subject: Int?) throws(ExpressionError) -> Int {
        let mark = token
        position += 1
        let at = try expression()
        let range = try closed(from: mark, subject)
        return try add(
            .index(of: subject, at: at), range, focus: mark.range.lowerBound..<range.upperBound)
    }

    /// Steps over the closing bracket; gives the whole part's range.
    private mutating func closed(
        from mark: Token, _ subject: Int?
    ) throws(ExpressionError) -> Range<Int> {
        guard takes(.closeBracket) else {
            throw missing("]", "It closes the bracket that is open.")
        }
        let start = subject.map { nodes[$0].range.lowerBound } ?? mark.range.lowerBound
        return start..<tokens[position - 1].range.upperBound
    }

    private mutating func list() throws(ExpressionError) -> Int {
        let mark = token
        position += 1
        var parts: [Int] = []
        if token.kind == .colon { throw map() }
        if token.kind != .closeBrace {
            repeat {
                parts.append(try expression())
                if token.kind == .colon { throw map() }
            } while takes(.comma)
        }
        guard takes(.closeBrace) else { throw missing("}", "It closes the list that is open.") }
        return try add(
            .list(parts), mark.range.lowerBound..<tokens[position - 1].range.upperBound)
    }

    private func map() -> ExpressionError {
        ExpressionError(
            .filterUnsupportedSyntax,
            "A map of keys and values has no use in a filter; a list is {'a', 'b'}.",
            at: token.range)
    }

    private mutating func variable() throws(ExpressionError) -> Int {
        let mark = token
        position += 1
        let name = token
        guard name.isName else {
            throw ExpressionError(
                .filterNameMissing, "After # stands this or root.", at: place)
        }
        let range = mark.range.lowerBound..<name.range.upperBound
        position += 1
        guard token.kind != .open else {
            throw ExpressionError(
                .filterUnsupportedSyntax, "A filter has no functions of its own.",
                at: range)
        }
        switch text(name) {
        case "this": return try add(.this, range)
        case "root": return try add(.root, range)
        default:
            throw ExpressionError(
                .filterUnsupportedSyntax,
                "A filter has no variables but #this and #root.", at: range)
        }
    }
}
