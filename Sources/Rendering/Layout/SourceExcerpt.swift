import Vocabulary

/// The files that diagnostics point into, cut into lines as the YAML reader counts them.
struct SourceLines {
    private let files: [String: [[Unicode.Scalar]]]

    /// Only the files named are cut.
    init(_ sources: [String: [UInt8]], files: Set<String>) {
        self.files = sources.filter { files.contains($0.key) }.mapValues(Self.lines)
    }

    /// The scalars of a line, counted from 1; nil where the file has no such line.
    func line(_ number: Int, of file: String) -> [Unicode.Scalar]? {
        guard let lines = files[file], number >= 1, number <= lines.count else { return nil }
        return lines[number - 1]
    }

    private static func lines(_ bytes: [UInt8]) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar?
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            // All that ends a line in YAML 1.1.
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append([])
            case "\u{FEFF}" where previous == nil: break
            default: lines[lines.count - 1].append(scalar)
            }
            previous = scalar
        }
        return lines
    }
}

/// A line of a source file with carets under the place that is meant.
struct SourceExcerpt: Hashable {
    let line: [Unicode.Scalar]
    let location: SourceLocation

    /// Three lines: an empty one, the source, the carets. A line too long for the width is cut to
    /// what stands around the place.
    func lines(_ style: TextStyle) -> [String] {
        let number = String(location.line)
        let blank = String(repeating: " ", count: number.utf8.count)
        let gutter = 2 + number.utf8.count + 3

        let cells = line.map { scalar in scalar == "\t" ? "    " : style.visible(scalar) }
        let widths = cells.map(displayWidth)
        // Three asterisks at the end stand for what was masked, and so for a place beyond them.
        let isMasked = location.column > cells.count && line.suffix(3) == ["*", "*", "*"]
        let start =
            isMasked ? max(0, cells.count - 3) : min(max(0, location.column - 1), cells.count)
        let end =
            isMasked
            ? cells.count
            : min(max(start + 1, location.endColumn - 1), max(cells.count, start + 1))

        let window = self.window(
            widths, around: start..<end, columns: style.width - gutter,
            ellipsis: displayWidth(style.ellipsis))
        let cutBefore = window.lowerBound > 0 ? style.ellipsis : ""
        let cutAfter = window.upperBound < cells.count ? style.ellipsis : ""
        let source = cutBefore + cells[window].joined() + cutAfter
        let before = displayWidth(cutBefore) + widths[window.lowerBound..<start].reduce(0, +)
        let shownEnd = max(start, min(end, window.upperBound))
        let carets = max(1, widths[start..<min(shownEnd, widths.count)].reduce(0, +))

        return [
            style.paint("  \(blank) |", .faint),
            style.paint("  \(number) |", .faint) + (source.isEmpty ? "" : " " + source),
            style.paint("  \(blank) |", .faint) + " " + String(repeating: " ", count: before)
                + style.paint(String(repeating: "^", count: carets), .removed),
        ]
    }

    /// The cells that are shown: all if they fit, else as many around the place as do.
    private func window(
        _ widths: [Int], around place: Range<Int>, columns: Int, ellipsis: Int
    ) -> Range<Int> {
        guard widths.reduce(0, +) > columns else { return 0..<widths.count }
        var room = max(20, columns - 2 * ellipsis)
        var low = place.lowerBound
        var high = place.lowerBound
        // First the place itself, then what stands before it up to a third of the room, then after
        // it; at last before it again, for a place near the end.
        func extend(_ forward: Bool, to bound: Int) {
            while forward ? high < bound : low > bound {
                let next = forward ? high : low - 1
                guard widths[next] <= room else { return }
                room -= widths[next]
                if forward { high += 1 } else { low -= 1 }
            }
        }
        extend(true, to: min(place.upperBound, widths.count))
        let reserve = room - room / 3
        room /= 3
        extend(false, to: 0)
        room += reserve
        extend(true, to: widths.count)
        extend(false, to: 0)
        return low..<high
    }
}
