import Vocabulary

/// The stretches of a manifest's files where secrets stand, or may stand by mistake.
///
/// They are known by the keys above them and never by what they hold, so that a secret in the wrong
/// form is as safe from being shown as one in the right form.
struct SecretPlaces: Sendable {
    /// A stretch of a file, its end not included.
    struct Stretch: Hashable, Sendable {
        var start: TextPosition
        var end: TextPosition

        /// A whole file, whatever its lines are.
        static let whole = Stretch(
            start: TextPosition(line: 1, column: 1), end: TextPosition(line: .max, column: 1))

        /// The last line of which it has a part.
        var lastLine: Int { max(start.line, end.column == 1 ? end.line - 1 : end.line) }
    }

    /// In order, and without overlap.
    private var stretches: [String: [Stretch]] = [:]
    /// Those that the decoding of a tree found out, few and in any order.
    private var late: [String: [Stretch]] = [:]

    /// Takes the stretches of a file, which may overlap.
    mutating func set(_ found: [Stretch], in file: String) {
        var merged: [Stretch] = []
        for stretch in found.sorted(by: { $0.start < $1.start }) {
            if let last = merged.last, stretch.start <= last.end {
                merged[merged.count - 1].end = max(last.end, stretch.end)
            } else {
                merged.append(stretch)
            }
        }
        stretches[file] = merged
    }

    mutating func add(_ node: YAMLNode) {
        late[node.location.file, default: []].append(node.stretch)
    }

    /// Whether what stands at a place may be a secret itself.
    func holds(_ place: SourceLocation) -> Bool {
        let position = TextPosition(line: place.line, column: place.column)
        return has(in: place.file) {
            $0.end <= position
        } where: {
            $0.start <= position && position < $0.end
        }
    }

    /// Whether a secret may stand on the line of a place.
    func holdsPart(ofLineAt place: SourceLocation) -> Bool {
        has(in: place.file) {
            $0.lastLine < place.line
        } where: {
            $0.start.line <= place.line && place.line <= $0.lastLine
        }
    }

    /// Whether a stretch is meant, which can only be the first one that does not end before.
    private func has(
        in file: String, endsBefore: (Stretch) -> Bool, where isMeant: (Stretch) -> Bool
    ) -> Bool {
        if late[file]?.contains(where: isMeant) == true { return true }
        guard let all = stretches[file] else { return false }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if endsBefore(all[middle]) { low = middle + 1 } else { high = middle }
        }
        return low < all.count && isMeant(all[low])
    }

    /// The diagnostic, its source line hidden where a secret may stand on it.
    func hiding(_ diagnostic: Diagnostic) -> Diagnostic {
        let places = [diagnostic.location].compactMap { $0 } + diagnostic.related.map(\.location)
        guard places.contains(where: holdsPart) else { return diagnostic }
        var diagnostic = diagnostic
        diagnostic.hidesSource = true
        return diagnostic
    }

    /// A file's text for excerpts: of each line that has part of a stretch, what stands before it and
    /// three asterisks.
    func masking(_ bytes: [UInt8], of file: String) -> [UInt8] {
        let all = (stretches[file] ?? []) + (late[file] ?? [])
        guard !all.isEmpty else { return bytes }
        let lines = sourceLines(String(decoding: bytes, as: UTF8.self))
        var hidden: [Int: Int] = [:]
        for stretch in all where stretch.start.line <= lines.count {
            for line in stretch.start.line...min(stretch.lastLine, lines.count) {
                let column = line == stretch.start.line ? stretch.start.column : 1
                hidden[line] = min(column, hidden[line] ?? .max)
            }
        }
        var result = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { result.append("\n") }
            if let column = hidden[index + 1] {
                result += line.prefix(column - 1)
                result += "***".unicodeScalars
            } else {
                result += line
            }
        }
        return Array(String(result).utf8)
    }
}

extension YAMLNode {
    /// From where it stands to its end; for an alias, the alias alone.
    var stretch: SecretPlaces.Stretch {
        .init(start: TextPosition(line: location.line, column: location.column), end: end)
    }
}

/// A text's lines as YAML counts them, without their ends and without a byte order mark.
func sourceLines(_ text: String) -> [Substring.UnicodeScalarView] {
    var lines: [Substring.UnicodeScalarView] = []
    let scalars = Substring(text).unicodeScalars
    var start = scalars.startIndex
    if scalars.first == "\u{FEFF}" { start = scalars.index(after: start) }
    var index = start
    while index < scalars.endIndex {
        let scalar = scalars[index]
        let next = scalars.index(after: index)
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
            lines.append(scalars[start..<index])
            let isPair = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
            index = isPair ? scalars.index(after: next) : next
            start = index
        default: index = next
        }
    }
    lines.append(scalars[start...])
    return lines
}
