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
        /// Where something was cut away.
        case ellipsis
        /// In place of a secret.
        case mask
    }

    private(set) var spans: [Span] = []

    init(_ text: String, _ role: TextStyle.Role? = nil) { append(text, role) }

    /// At most so many characters of a text.
    init(cutting text: String, to most: Int, _ role: TextStyle.Role? = nil) {
        append(text.count > most ? String(text.prefix(most)) : text, role)
        if text.count > most { spans.append(.symbol(.ellipsis, role)) }
    }

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
    func line(_ text: StyledText) -> String { painted(pieces(of: text)) }

    /// The same in at most so many columns; a longer text is cut at its end.
    func line(_ text: StyledText, cutTo columns: Int) -> String {
        guard self.columns(of: text) > columns else { return line(text) }
        var kept: [Piece] = []
        var left = columns - displayWidth(ellipsis)
        cutting: for (text, role) in pieces(of: text) {
            kept.append(("", role))
            for scalar in text.unicodeScalars {
                left -= displayWidth(scalar)
                if left < 0 { break cutting }
                kept[kept.count - 1].text.unicodeScalars.append(scalar)
            }
        }
        return painted(kept + [(ellipsis, kept.last?.role)])
    }

    /// The number of terminal columns that the text takes on one line.
    func columns(of text: StyledText) -> Int {
        pieces(of: text).reduce(0) { $0 + displayWidth($1.text) }
    }

    private func pieces(of text: StyledText) -> [Piece] {
        text.spans.map { span in
            switch span {
            case .text(let text, let role): (visible(text), role)
            case .symbol(let symbol, let role): (characters(of: symbol), role)
            }
        }
    }

    private func characters(of symbol: StyledText.Symbol) -> String {
        switch symbol {
        case .arrow: arrow
        case .ellipsis: ellipsis
        case .mask: mask
        }
    }

    private func paint(_ text: String, _ role: Role?) -> String {
        role.map { paint(text, $0) } ?? text
    }

    /// The text as lines of at most the style's width, each indented and broken between words.
    ///
    /// - Parameter mark: A text before the first line, such as `2.`; the other lines are aligned with
    ///   the text after it.
    func paragraph(_ text: StyledText, mark: String = "", indent: Int) -> [String] {
        let hang = mark.isEmpty ? indent : indent + displayWidth(mark) + 1
        var result = lines(of: words(of: text), indent: hang)
        if !mark.isEmpty {
            let first = String(result[0].dropFirst(hang))
            result[0] = String(repeating: " ", count: indent) + mark + " " + first
        }
        return result
    }

    /// A visible text of one role.
    private typealias Piece = (text: String, role: Role?)

    /// The words of a text, each in pieces of one role.
    private func words(of text: StyledText) -> [[Piece]] {
        var words: [[Piece]] = []
        var word: [Piece] = []
        for span in text.spans {
            switch span {
            case .symbol(let symbol, let role): word.append((characters(of: symbol), role))
            case .text(let text, let role):
                let parts = text.unicodeScalars.split(
                    separator: " ", omittingEmptySubsequences: false)
                for (place, part) in parts.enumerated() {
                    if place > 0 {
                        words.append(word)
                        word = []
                    }
                    if !part.isEmpty { word.append((visible(String(part)), role)) }
                }
            }
        }
        return (words + [word]).filter { !$0.isEmpty }
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
