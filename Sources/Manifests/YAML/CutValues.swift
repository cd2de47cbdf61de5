import Vocabulary

/// Finds unquoted values that end where YAML sees a comment: in `Ticket #42`, the value is `Ticket`.
struct CutValues {
    /// An unquoted value: its key, its place, and the position after its last character.
    struct Value {
        let key: String?
        let location: SourceLocation
        let end: TextPosition
    }

    /// The last unquoted value that ends on each line; a comment can only follow that one.
    private var values: [Int: Value] = [:]

    mutating func add(_ node: YAMLNode, key: String?) {
        guard let scalar = node.scalar, scalar.isPlain, !scalar.isNull else { return }
        values[node.end.line] = Value(key: key, location: node.location, end: node.end)
    }

    /// The values that a comment without a space after its `#` follows, in order. Such a comment is
    /// likely to belong to the value.
    func cut(in text: ArraySlice<UInt8>) -> [Value] {
        let lines = text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: "\n") })
        return values.filter { number, value in
            number <= lines.count && Self.isCut(lines[number - 1], at: value.end.column)
        }.values.sorted { $0.end < $1.end }
    }

    private static func isCut(_ line: ArraySlice<UInt8>, at column: Int) -> Bool {
        guard line.contains(UInt8(ascii: "#")) else { return false }
        let rest = String(decoding: line, as: UTF8.self).unicodeScalars.dropFirst(column - 1)
        let comment = rest.drop { $0 == " " || $0 == "\t" }
        guard comment.count < rest.count, comment.first == "#", let next = comment.dropFirst().first
        else { return false }
        return ![" ", "\t", "\r", "#"].contains(next)
    }
}
