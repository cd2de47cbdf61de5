/// A walk along a file's characters, from where a YAML text begins.
struct SourceWalk {
    private let scalars: [Unicode.Scalar]
    private var position: Int
    private var line: Int
    private var column: Int
    private var quote: Unicode.Scalar?

    init(_ bytes: [UInt8], line: Int, column: Int) {
        scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        // A mark of the byte order has no column.
        (position, self.line, self.column) = (scalars.first == "\u{FEFF}" ? 1 : 0, 1, 1)
        while position < scalars.count, self.line < line { step() }
        while position < scalars.count, self.line == line, self.column < column { step() }
        passOpening()
    }

    private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    private mutating func step(_ count: Int = 1) {
        for _ in 0..<count {
            if endsLine { (line, column) = (line + 1, 1) } else { column += 1 }
            position += 1
        }
    }

    /// Whether the line ends here, as the YAML reader counts lines.
    private var endsLine: Bool {
        switch scalar() {
        case "\r": scalar(1) != "\n"
        case "\n", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    private var isAtSpace: Bool { scalar()?.properties.isWhitespace ?? false }

    /// Steps over what stands before the text itself: an anchor or a tag, then a quote or a block's
    /// indicator.
    private mutating func passOpening() {
        while scalar() == "&" || scalar() == "!" {
            while let scalar = scalar(), !scalar.properties.isWhitespace { step() }
            while isAtSpace { step() }
        }
        switch scalar() {
        case "'", "\"":
            quote = scalar()
            step()
        case "|", ">": while position < scalars.count, !endsLine { step() }
        default: break
        }
    }

    /// Steps over a character and gives its place; nil where another one stands.
    mutating func take(_ wanted: Unicode.Scalar) -> (line: Int, column: Int)? {
        while let white = white { step(white) }
        let place = (line, column)
        if quote == "\"", scalar() == "\\" {
            guard let escape = escape, escape.scalar == wanted else { return nil }
            step(escape.count)
            return place
        }
        guard scalar() == wanted else { return nil }
        step(quote == "'" && wanted == "'" ? 2 : 1)
        return place
    }

    /// How long the white space is that stands here, as such or by an escape; nil where there is none.
    private var white: Int? {
        if isAtSpace { return 1 }
        guard quote == "\"", scalar() == "\\", let escape else { return nil }
        return escape.scalar?.properties.isWhitespace ?? true ? escape.count : nil
    }

    /// What an escape in double quotes stands for, and how long it is; no scalar for a line that goes
    /// on below. Nil for what is no escape.
    private var escape: (scalar: Unicode.Scalar?, count: Int)? {
        guard let mark = scalar(1) else { return nil }
        if let digits = Self.digitCounts[mark] {
            let text = scalars[min(position + 2, scalars.count)...].prefix(digits)
            guard let value = UInt32(String(String.UnicodeScalarView(text)), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { return nil }
            return (scalar, 2 + digits)
        }
        if let scalar = Self.escapes[mark] { return (scalar, 2) }
        return mark.properties.isWhitespace ? (nil, 2) : nil
    }

    private static let digitCounts: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "\0", "a": "\u{07}", "b": "\u{08}", "t": "\t", "\t": "\t", "n": "\n", "v": "\u{0B}",
        "f": "\u{0C}", "r": "\r", "e": "\u{1B}", " ": " ", "\"": "\"", "/": "/", "\\": "\\",
        "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
    ]
}
