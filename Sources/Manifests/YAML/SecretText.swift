/// Finds where secrets may stand in a text of which no tree could be made.
///
/// Without a tree nothing is known for sure, so what is taken for a secret is rather too much: from
/// the colon of a secret's key on, until a line is indented less and every bracket and quote is
/// closed.
struct SecretText {
    private var found: [SecretPlaces.Stretch] = []
    /// The indentation of the line on which a secret's key stands.
    private var indentation: Int?
    private var openBrackets = 0
    private var openQuote: Unicode.Scalar?
    private var known: [String: Bool] = [:]

    static func stretches(_ bytes: [UInt8]) -> [SecretPlaces.Stretch] {
        var text = SecretText()
        for (index, line) in sourceLines(String(decoding: bytes, as: UTF8.self)).enumerated() {
            text.read(Array(line), number: index + 1)
        }
        return text.found
    }

    private mutating func read(_ line: [Unicode.Scalar], number: Int) {
        let blanks = line.prefix { $0 == " " || $0 == "\t" }.count
        if let indentation,
            openBrackets > 0 || openQuote != nil || blanks == line.count || blanks >= indentation
        {
            hide(line[...], number: number, from: 1)
            return
        }
        indentation = nil
        guard let colon = secretColon(in: line) else { return }
        indentation = blanks
        openBrackets = 0
        openQuote = nil
        hide(line[(colon + 1)...], number: number, from: colon + 2)
    }

    private mutating func hide(_ rest: ArraySlice<Unicode.Scalar>, number: Int, from column: Int) {
        for scalar in rest {
            switch scalar {
            case "\"", "'":
                if openQuote == nil {
                    openQuote = scalar
                } else if openQuote == scalar {
                    openQuote = nil
                }
            case "{", "[": if openQuote == nil { openBrackets += 1 }
            case "}", "]": if openQuote == nil { openBrackets = max(0, openBrackets - 1) }
            default: break
            }
        }
        found.append(
            .init(
                start: TextPosition(line: number, column: column),
                end: TextPosition(line: number + 1, column: 1)))
    }

    /// The index of the first colon that follows a secret's key.
    private mutating func secretColon(in line: [Unicode.Scalar]) -> Int? {
        for (index, scalar) in line.enumerated() where scalar == ":" {
            var end = index
            while end > 0, [" ", "\t", "\"", "'"].contains(line[end - 1]) { end -= 1 }
            var start = end
            while start > 0, end - start <= 40, isPartOfKey(line[start - 1]) { start -= 1 }
            let key = String(String.UnicodeScalarView(line[start..<end]))
            if !key.isEmpty, isSecret(key) { return index }
        }
        return nil
    }

    private func isPartOfKey(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar == "_" || scalar == "-"
    }

    private mutating func isSecret(_ key: String) -> Bool {
        if let known = known[key] { return known }
        var isSecret =
            SecretKeys.all.contains(key) || SecretKeys.ofReferences.contains(key)
            || SecretKeys.smells(key)
        // A file with more different keys than this is no manifest.
        if !isSecret, known.count < 1000 { isSecret = SecretKeys.meant(by: key) != nil }
        known[key] = isSecret
        return isSecret
    }
}
