import Vocabulary

/// What to say when something else was expected.
extension Parser {
    /// The token that stands here; at the end, the last byte.
    var place: Range<Int> {
        token.kind == .end ? max(0, bytes.count - 1)..<bytes.count : token.range
    }

    func missing(_ what: String, _ why: String) -> ExpressionError {
        if case .foreign(let foreign) = token.kind { return self.foreign(foreign) }
        let found = token.kind == .end ? "the expression ends" : "\(text(token)) stands"
        return ExpressionError(
            .filterUnclosedBracket,
            "Where \(found), \(what) is missing. \(why)", at: place)
    }

    /// Where a value should stand and does not.
    func expectedValue() -> ExpressionError {
        if case .foreign(let foreign) = token.kind { return self.foreign(foreign) }
        guard token.kind != .end else {
            return ExpressionError(
                .filterIncomplete,
                "The expression ends where a field, a value or a parenthesis is to follow.",
                at: place)
        }
        return ExpressionError(
            .filterValueMissing,
            "Where \(text(token)) stands, a field, a value or a parenthesis is to stand.",
            at: place)
    }

    /// A word between two values that compares them elsewhere: in SCIM's filters, which other
    /// parts of Okta take, or in SQL; nil for any other word.
    func wordOfAnotherLanguage() -> ExpressionError? {
        let word = text(token)
        let advice: String
        switch word.lowercased() {
        case "sw", "startswith": advice = ".startsWith('…')"
        case "ew", "endswith": advice = ".endsWith('…')"
        case "co", "contains", "like": advice = ".contains('…')"
        case "pr": advice = "ne null"
        case "is": advice = "eq"
        default: return nil
        }
        return ExpressionError(
            .filterForeignWord,
            "\(word) compares nothing here. Write \(advice).", at: token.range)
    }

    /// What follows a whole expression and does not belong to it.
    func leftOver() -> ExpressionError {
        switch token.kind {
        case .foreign(let foreign): return self.foreign(foreign)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return ExpressionError(
                .filterChainedComparison,
                "Comparisons do not follow one another: join two with && or put parentheses.",
                at: token.range)
        case .close, .closeBracket, .closeBrace:
            return ExpressionError(
                .filterUnmatchedBracket, "There is nothing to close here.",
                at: token.range)
        default:
            return ExpressionError(
                .filterOperatorMissing,
                "The expression was whole before \(text(token)). Join two parts with && or ||.",
                at: token.range)
        }
    }

    private func foreign(_ foreign: Token.Foreign) -> ExpressionError {
        switch foreign {
        case .assign:
            ExpressionError(
                .filterSingleEquals,
                "A single = would set a field, which no filter can. Write == or eq.",
                at: token.range)
        case .power:
            ExpressionError(
                .filterUnsupportedSyntax, "A filter cannot raise to a power.",
                at: token.range)
        case .increment, .decrement:
            ExpressionError(
                .filterUnsupportedSyntax,
                "\(text(token)) would change a field, which no filter can.", at: token.range)
        case .bean:
            ExpressionError(
                .filterUnsupportedSyntax,
                "@ names a part of a Java program; a filter knows events only.", at: token.range)
        }
    }

    /// The value of a text or number; a number that is too large is refused.
    func literal(_ token: Token) throws(ExpressionError) -> Literal {
        let written = text(token)
        switch token.kind {
        case .text:
            // Both quotes may be doubled in either: so does the language this one follows.
            return .text(
                Self.undoubled(Self.undoubled(written.utf8.dropFirst().dropLast(), "'"), "\""))
        case .real:
            let digits =
                written.last.map { "fFdD".contains($0) } ?? false
                ? String(written.dropLast()) : written
            guard let value = Double(digits) else { break }
            let isFloat = written.last.map { "fF".contains($0) } ?? false
            return .real(isFloat ? Double(Float(value)) : value)
        case .long:
            let digits = String(written.dropLast())
            let value =
                digits.lowercased().hasPrefix("0x")
                ? Int64(digits.dropFirst(2), radix: 16) : Int64(digits)
            if let value { return .long(value) }
        default:
            let value =
                written.lowercased().hasPrefix("0x")
                ? Int32(written.dropFirst(2), radix: 16) : Int32(written)
            if let value { return .int(value) }
        }
        throw ExpressionError(
            .filterInvalidNumber,
            "\(written) is no number that fits. A whole number past 2147483647 is written with an "
                + "L at its end.", at: token.range)
    }

    private static func undoubled(
        _ bytes: some Collection<UInt8>, _ quote: Unicode.Scalar
    ) -> [UInt8] {
        var result: [UInt8] = []
        var pending = false
        for byte in bytes {
            if byte == UInt8(ascii: quote), pending {
                pending = false
                continue
            }
            pending = byte == UInt8(ascii: quote)
            result.append(byte)
        }
        return result
    }
}

extension Literal {
    fileprivate static func text(_ bytes: [UInt8]) -> Literal {
        .text(String(decoding: bytes, as: UTF8.self))
    }
}
