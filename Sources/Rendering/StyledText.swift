/// Text for a terminal that is neither escaped nor colored yet: spans, each with its role.
///
/// Interpolated text may come from anywhere. `TextStyle.text(_:)` makes it safe to print.
///
///     "\(address, .heading): \("failed", .removed)"
struct StyledText: Hashable {
    enum Span: Hashable {
        case text(String, TextStyle.Role?)
        case symbol(Symbol, TextStyle.Role?)
    }

    /// A sign of our own, whose characters depend on the style.
    enum Symbol: Hashable {
        /// Between a value before and the value after.
        case arrow
        /// In place of a secret.
        case mask
    }

    private(set) var spans: [Span] = []

    init(_ text: String, _ role: TextStyle.Role? = nil) { append(text, role) }

    mutating func append(_ text: String, _ role: TextStyle.Role? = nil) {
        if !text.isEmpty { spans.append(.text(text, role)) }
    }

    static func + (a: StyledText, b: StyledText) -> StyledText {
        var sum = a
        sum.spans += b.spans
        return sum
    }

    static func += (a: inout StyledText, b: StyledText) { a.spans += b.spans }
}

extension StyledText: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) { self.init(text) }

    init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = StyledText("")

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { text.append(literal) }

        mutating func appendInterpolation(
            _ value: some CustomStringConvertible, _ role: TextStyle.Role? = nil
        ) {
            text.append(value.description, role)
        }

        mutating func appendInterpolation(
            symbol: StyledText.Symbol, _ role: TextStyle.Role? = nil
        ) {
            text.spans.append(.symbol(symbol, role))
        }

        mutating func appendInterpolation(_ inner: StyledText) { text += inner }
    }
}

extension TextStyle {
    /// The text on one line, safe to print and colored.
    func line(_ text: StyledText) -> String {
        text.spans.map { span in
            switch span {
            case .text(let text, let role): paint(visible(text), role)
            case .symbol(let symbol, let role): paint(characters(of: symbol), role)
            }
        }.joined()
    }

    func characters(of symbol: StyledText.Symbol) -> String {
        switch symbol {
        case .arrow: arrow
        case .mask: mask
        }
    }

    private func paint(_ text: String, _ role: Role?) -> String {
        role.map { paint(text, $0) } ?? text
    }

    /// The text as lines of at most the style's width, each indented.
    ///
    /// Lines break between words and at the text's own line ends only.
    ///
    /// - Parameter mark: A text before the first line, such as `2.`; the other lines are aligned with
    ///   the text after it.
    func paragraph(_ text: StyledText, mark: String = "", indent: Int) -> [String] {
        let hang = mark.isEmpty ? indent : indent + displayWidth(mark) + 1
        var result = words(of: text).flatMap { lines(of: $0, indent: hang) }
        if !mark.isEmpty {
            let first = String(result[0].dropFirst(hang))
            result[0] = String(repeating: " ", count: indent) + mark + " " + first
        }
        return result
    }

    /// A piece of a word, visible.
    private typealias Piece = (text: String, role: Role?)

    /// The words of each of the text's own lines, each word in pieces of one role.
    private func words(of text: StyledText) -> [[[Piece]]] {
        var lines: [[[Piece]]] = [[]]
        var word: [Piece] = []
        func endWord() {
            if !word.isEmpty { lines[lines.count - 1].append(word) }
            word = []
        }
        for span in text.spans {
            switch span {
            case .symbol(let symbol, let role): word.append((characters(of: symbol), role))
            case .text(let text, let role):
                var piece = ""
                func endPiece() {
                    if !piece.isEmpty { word.append((piece, role)) }
                    piece = ""
                }
                for scalar in text.unicodeScalars {
                    switch scalar {
                    case " ":
                        endPiece()
                        endWord()
                    case "\n":
                        endPiece()
                        endWord()
                        lines.append([])
                    default: piece += visible(scalar)
                    }
                }
                endPiece()
            }
        }
        endWord()
        return lines
    }

    /// Words as lines; no words are one empty line.
    private func lines(of words: [[Piece]], indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [[Piece]] = [[]]
        var column = indent
        for word in words {
            let width = word.reduce(0) { $0 + displayWidth($1.text) }
            if !lines[lines.count - 1].isEmpty {
                if column + 1 + width > self.width {
                    lines.append([])
                    column = indent
                } else {
                    // A space is colored if both neighbors have the color.
                    let previous = lines[lines.count - 1].last?.role
                    lines[lines.count - 1].append(
                        (" ", word.first?.role == previous ? previous : nil))
                    column += 1
                }
            }
            lines[lines.count - 1] += word
            column += width
        }
        return lines.map { $0.isEmpty ? "" : margin + painted($0) }
    }

    /// Pieces as one text; neighbors of the same role are colored together.
    private func painted(_ pieces: [Piece]) -> String {
        var result = ""
        var rest = pieces[...]
        while let first = rest.first {
            let run = rest.prefix { $0.role == first.role }
            result += paint(run.map(\.text).joined(), first.role)
            rest = rest.dropFirst(run.count)
        }
        return result
    }
}
