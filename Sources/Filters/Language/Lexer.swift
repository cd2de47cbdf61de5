import Vocabulary

/// Cuts an expression's text into tokens.
struct Lexer {
    private let bytes: [UInt8]
    private var position = 0

    /// The tokens of a text; the last is `.end`.
    static func tokens(of bytes: [UInt8]) throws(ExpressionError) -> [Token] {
        var lexer = Lexer(bytes: bytes)
        var tokens: [Token] = []
        while let token = try lexer.next() { tokens.append(token) }
        tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
        return tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func byte(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    private mutating func next() throws(ExpressionError) -> Token? {
        while let space = byte(), Self.isSpace(space) { position += 1 }
        guard let first = byte() else { return nil }
        if let token = symbol(first) { return token }
        switch first {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return try quoted(by: first)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case _ where Self.beginsName(first): return name()
        default: throw unreadable(first)
        }
    }

    /// Symbols by their text, longer ones before those they begin with.
    private static let symbols: [(text: [UInt8], kind: Token.Kind)] = symbolTexts.map {
        (Array($0.text.utf8), $0.kind)
    }

    private static let symbolTexts: [(text: String, kind: Token.Kind)] = [
        ("==", .equal), ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
        ("&&", .and), ("||", .or), ("?.", .safeDot), ("?:", .elvis), ("?[", .selectAll),
        ("^[", .selectFirst), ("$[", .selectLast), ("![", .project),
        ("++", .foreign(.increment)), ("--", .foreign(.decrement)),
        ("<", .less), (">", .greater), ("!", .not), ("?", .question), (".", .dot), (",", .comma),
        (":", .colon), ("(", .open), (")", .close), ("[", .openBracket), ("]", .closeBracket),
        ("{", .openBrace), ("}", .closeBrace), ("+", .plus), ("-", .minus), ("*", .times),
        ("/", .divide), ("%", .remainder), ("#", .hash), ("=", .foreign(.assign)),
        ("^", .foreign(.power)), ("@", .foreign(.bean)),
    ]

    private mutating func symbol(_ first: UInt8) -> Token? {
        for symbol in Self.symbols where symbol.text[0] == first {
            guard symbol.text.count == 1 || byte(1) == symbol.text[1] else { continue }
            return take(symbol.kind, symbol.text.count)
        }
        return nil
    }

    private mutating func take(_ kind: Token.Kind, _ count: Int) -> Token {
        defer { position += count }
        return Token(kind: kind, range: position..<position + count)
    }

    private mutating func name() -> Token {
        let start = position
        repeat { position += 1 } while byte().map(Self.continuesName) ?? false
        let range = start..<position
        if range.count <= 3 {
            let word = String(decoding: bytes[range], as: UTF8.self).lowercased()
            if let kind = Token.words[word] {
                return Token(kind: kind, range: range, isWord: true)
            }
        }
        return Token(kind: .name, range: range)
    }

    /// A quote within a string is doubled.
    private mutating func quoted(by quote: UInt8) throws(ExpressionError) -> Token {
        let start = position
        position += 1
        while let current = byte() {
            position += 1
            guard current == quote else { continue }
            guard byte() == quote else { return Token(kind: .text, range: start..<position) }
            position += 1
        }
        throw ExpressionError(
            .filterUnterminatedString,
            "The text that begins here has no closing quote. A quote inside a text is doubled: "
                + "'it''s'.", at: start..<start + 1)
    }

    private mutating func number() throws(ExpressionError) -> Token {
        let start = position
        if byte() == UInt8(ascii: "0"), byte(1) == UInt8(ascii: "x") || byte(1) == UInt8(ascii: "X")
        {
            position += 2
            skip(Self.isHexadecimal)
            return integer(from: start)
        }
        skip(Self.isDigit)
        var isReal = false
        if byte() == UInt8(ascii: "."), byte(1).map(Self.isDigit) ?? false {
            isReal = true
            position += 1
            skip(Self.isDigit)
        }
        if let suffix = byte(), suffix | 0x20 == UInt8(ascii: "e") {
            isReal = true
            position += 1
            if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { position += 1 }
            guard byte().map(Self.isDigit) ?? false else {
                throw ExpressionError(
                    .filterInvalidNumber, "After the exponent's e stand digits.",
                    at: start..<position)
            }
            skip(Self.isDigit)
        }
        if isReal, byte() == UInt8(ascii: "L") || byte() == UInt8(ascii: "l") {
            throw ExpressionError(
                .filterInvalidNumber,
                "Only a whole number can be marked as a long one with L.", at: start..<position + 1)
        }
        if let suffix = byte(), "fFdD".utf8.contains(suffix) {
            position += 1
            return Token(kind: .real, range: start..<position)
        }
        if isReal { return Token(kind: .real, range: start..<position) }
        return integer(from: start)
    }

    private mutating func integer(from start: Int) -> Token {
        guard byte() == UInt8(ascii: "L") || byte() == UInt8(ascii: "l") else {
            return Token(kind: .int, range: start..<position)
        }
        position += 1
        return Token(kind: .long, range: start..<position)
    }

    private mutating func skip(_ belongs: (UInt8) -> Bool) {
        while let current = byte(), belongs(current) { position += 1 }
    }

    /// What to say of a byte that begins nothing.
    private func unreadable(_ first: UInt8) -> ExpressionError {
        let rest = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        let scalar = rest.unicodeScalars.first.map(String.init) ?? ""
        let range = position..<min(bytes.count, position + max(1, scalar.utf8.count))
        if "‘’‚‛“”„‟«»′″".contains(scalar) {
            return ExpressionError(
                .filterTypographicQuote,
                "Texts stand in straight quotes: 'Sales'. Word processors and chats turn them "
                    + "into \(scalar).", at: range)
        }
        if first == UInt8(ascii: "&") {
            return ExpressionError(
                .filterIncompleteOperator, "\"And\" is written && or and.", at: range)
        }
        if first == UInt8(ascii: "|") {
            return ExpressionError(
                .filterIncompleteOperator, "\"Or\" is written || or or.", at: range)
        }
        if scalar.unicodeScalars.first?.properties.isWhitespace ?? false {
            return ExpressionError(
                .filterInvalidCharacter,
                "This is white space of an unusual kind; put a plain space.", at: range)
        }
        return ExpressionError(
            .filterInvalidCharacter,
            "Outside of quotes the language has no such character.", at: range)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    private static func beginsName(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
    }
    private static func continuesName(_ byte: UInt8) -> Bool { beginsName(byte) || isDigit(byte) }
}
