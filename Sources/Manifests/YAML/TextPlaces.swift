import Vocabulary

/// Where each character of a YAML text stands in the file, whichever way the text is written.
///
/// The text is laid along the file's characters. White space is passed over on both sides, for YAML
/// folds it; quotes that are doubled or escaped count as one. A text that does not come out so (for
/// an escape such as `\\u0041`) has no places.
struct TextPlaces {
    private let file: String
    /// By the text's bytes; a byte of white space has the place that comes next.
    private var places: [(line: Int, column: Int)] = []

    init?(
        of text: String, at location: SourceLocation, in sources: [(path: String, bytes: [UInt8])]
    ) {
        guard let source = sources.first(where: { $0.path == location.file }) else { return nil }
        file = location.file
        var walk = SourceWalk(source.bytes, line: location.line, column: location.column)
        let quote = walk.opening()
        var spaces = 0
        for scalar in text.unicodeScalars {
            guard !scalar.properties.isWhitespace else {
                spaces += scalar.utf8.count
                continue
            }
            guard let place = walk.take(scalar, quotedBy: quote) else { return nil }
            places += Array(repeating: place, count: spaces + scalar.utf8.count)
            spaces = 0
        }
    }

    /// The place of a range of bytes; one that goes on below ends with its first line.
    func location(of range: Range<Int>) -> SourceLocation? {
        guard let first = range.lowerBound < places.count ? places[range.lowerBound] : places.last
        else { return nil }
        let rest = places[min(range.lowerBound, places.count)..<min(range.upperBound, places.count)]
        let last = rest.last { $0.line == first.line } ?? first
        return SourceLocation(
            file: file, line: first.line, column: first.column,
            endColumn: max(first.column, last.column) + 1)
    }
}

/// A walk along a file's characters.
private struct SourceWalk {
    private let scalars: [Unicode.Scalar]
    private var position: Int
    private(set) var line: Int
    private(set) var column: Int

    init(_ bytes: [UInt8], line: Int, column: Int) {
        let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
        scalars = Array(lines)
        var (start, number) = (0, 1)
        while number < line, let end = scalars[start...].firstIndex(of: "\n") {
            (start, number) = (end + 1, number + 1)
        }
        position = start + column - 1
        (self.line, self.column) = (line, column)
    }

    private var current: Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private mutating func step() {
        if current == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        position += 1
    }

    /// Steps over what begins the text: a quote, which is given, or a block's indicator.
    mutating func opening() -> Unicode.Scalar? {
        switch current {
        case "'", "\"":
            defer { step() }
            return current
        case "|", ">":
            while let scalar = current, scalar != "\n" { step() }
            return nil
        default: return nil
        }
    }

    /// Steps over a character and gives its place; nil where another one stands.
    mutating func take(
        _ wanted: Unicode.Scalar, quotedBy quote: Unicode.Scalar?
    ) -> (line: Int, column: Int)? {
        while let scalar = current, scalar.properties.isWhitespace { step() }
        let place = (line, column)
        let isDoubled = quote == "'" && current == "'"
        if isDoubled || (quote == "\"" && current == "\\") { step() }
        guard current == wanted else { return nil }
        step()
        return place
    }
}
