import Vocabulary

/// Where each character of a YAML text stands in the file, whichever way the text is written.
///
/// The text is laid along the file's characters. White space is passed over on both sides, for YAML
/// folds it; what is doubled or escaped in quotes counts as one. A text that does not come out so has
/// no places.
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
        var spaces = 0
        for scalar in text.unicodeScalars {
            guard !scalar.properties.isWhitespace else {
                spaces += scalar.utf8.count
                continue
            }
            guard let place = walk.take(scalar) else { return nil }
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
