/// A piece of an expression's text.
struct Token: Hashable {
    enum Kind: Hashable {
        case name
        case text
        case int, long, real
        case dot, safeDot
        case comma, colon
        case open, close
        case openBracket, closeBracket
        case openBrace, closeBrace
        /// `?[`, `^[`, `$[` and `![`.
        case selectAll, selectFirst, selectLast, project
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case and, or, not
        case plus, minus, times, divide, remainder
        case question, elvis
        case hash
        /// What the language this one follows knows and a filter has no use for.
        case foreign(Foreign)
        case end
    }

    enum Foreign: Hashable {
        case assign, power, increment, decrement, bean
    }

    var kind: Kind
    /// Where it stands, in bytes.
    var range: Range<Int>
    /// Whether an operator is written as a word: it may be a name as well.
    var isWord = false
}

extension Token {
    /// Operators that are words of two or three letters, in any case.
    static let words: [String: Kind] = [
        "eq": .equal, "ne": .notEqual, "lt": .less, "le": .lessOrEqual, "gt": .greater,
        "ge": .greaterOrEqual, "not": .not, "div": .divide, "mod": .remainder,
    ]

    /// Whether it can stand where a name is wanted.
    var isName: Bool { kind == .name || isWord }
}
