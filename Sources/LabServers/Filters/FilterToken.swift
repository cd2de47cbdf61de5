/// Why a text is no filter that the lab understands, and where.
package struct FilterRefusal: Error, Equatable {
    package let reason: String
    /// In characters from the beginning.
    package let offset: Int

    /// For the cause of an error answer.
    var text: String { "\(reason) at character \(offset + 1)" }
}

/// One word or sign of a filter.
struct FilterToken: Equatable {
    enum Kind: Equatable {
        case name(String)
        case text(String)
        case int(Int)
        case long(Int)
        case real(Double)
        /// A sign; and `==`, `!=`, `<`, `<=`, `>`, `>=`, `!` also for their words.
        case sign(String)
        case end
    }

    let kind: Kind
    let offset: Int
    /// How a sign is spelled that is a word: after a dot it is a name.
    var word: String?
}

/// Takes a text apart, as Spring does.
struct FilterTokenizer {
    private let characters: [Unicode.Scalar]
    private var at = 0

    /// The longest first.
    private static let signs = [
        "==", "!=", "<=", ">=", "&&", "||", "?.", "?[", "^[", "$[", "![", "<", ">", "!", "(", ")",
        "[", "]", ".", ",", "-",
    ]

    /// The signs' words.
    private static let words = [
        "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "not": "!",
    ]

    static func tokens(of text: String) throws(FilterRefusal) -> [FilterToken] {
        var tokenizer = FilterTokenizer(characters: Array(text.unicodeScalars))
        var tokens: [FilterToken] = []
        repeat {
            tokens.append(try tokenizer.next())
        } while tokens.last?.kind != .end
        return tokens
    }

    private init(characters: [Unicode.Scalar]) {
        self.characters = characters
    }

    private mutating func next() throws(FilterRefusal) -> FilterToken {
        while at < characters.count, " \t\r\n".unicodeScalars.contains(characters[at]) { at += 1 }
        let start = at
        let kind = try kind()
        guard case .sign = kind, characters[start].properties.isAlphabetic else {
            return FilterToken(kind: kind, offset: start)
        }
        let word = characters[start..<at].map { String($0) }.joined()
        return FilterToken(kind: kind, offset: start, word: word)
    }

    private mutating func kind() throws(FilterRefusal) -> FilterToken.Kind {
        guard at < characters.count else { return .end }
        let first = characters[at]
        if first == "'" || first == "\"" { return .text(try text(quote: first)) }
        if Self.isDigit(first) { return try number() }
        for sign in Self.signs where characters[at...].starts(with: sign.unicodeScalars) {
            at += sign.unicodeScalars.count
            return .sign(sign)
        }
        guard Self.isOfName(first) else {
            throw FilterRefusal(reason: "\(String(first)) is not understood", offset: at)
        }
        let word = take(while: Self.isOfName)
        if let sign = Self.words[word.lowercased()] { return .sign(sign) }
        return .name(word)
    }

    /// A quote within is doubled.
    private mutating func text(quote: Unicode.Scalar) throws(FilterRefusal) -> String {
        let start = at
        var text = String.UnicodeScalarView()
        at += 1
        while at < characters.count {
            let character = characters[at]
            at += 1
            guard character == quote else {
                text.append(character)
                continue
            }
            guard at < characters.count, characters[at] == quote else { return String(text) }
            text.append(quote)
            at += 1
        }
        throw FilterRefusal(reason: "a text does not end", offset: start)
    }

    private mutating func number() throws(FilterRefusal) -> FilterToken.Kind {
        let start = at
        let refusal = FilterRefusal(reason: "the number is not understood", offset: start)
        var digits = take(while: Self.isDigit)
        if at + 1 < characters.count, characters[at] == ".", Self.isDigit(characters[at + 1]) {
            at += 1
            digits += "." + take(while: Self.isDigit)
            guard !continues, let value = Double(digits) else { throw refusal }
            return .real(value)
        }
        if at < characters.count, characters[at] == "L" || characters[at] == "l" {
            at += 1
            guard !continues, let value = Int(digits) else { throw refusal }
            return .long(value)
        }
        guard !continues, let value = Int32(digits) else { throw refusal }
        return .int(Int(value))
    }

    /// Whether something follows that is neither a sign nor a blank.
    private var continues: Bool { at < characters.count && Self.isOfName(characters[at]) }

    private mutating func take(while isWanted: (Unicode.Scalar) -> Bool) -> String {
        let start = at
        while at < characters.count, isWanted(characters[at]) { at += 1 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: characters[start..<at])
        return String(text)
    }

    private static func isDigit(_ character: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(character)
    }

    private static func isOfName(_ character: Unicode.Scalar) -> Bool {
        isDigit(character) || ("a"..."z").contains(character) || ("A"..."Z").contains(character)
            || character == "_" || character == "$"
    }
}
