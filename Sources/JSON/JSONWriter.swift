/// How JSON is laid out.
package enum JSONStyle: Hashable, Sendable {
    /// No white space at all.
    case compact
    /// Two spaces a level, `"key": value`, and `{}` and `[]` on one line where there is nothing in.
    case pretty
}

extension JSONValue {
    /// The value as UTF-8 JSON text, without a line end; the same value gives the same bytes.
    ///
    /// Escapes what JSON demands and every scalar that isn't visible, because a document may be
    /// printed on a terminal. `sorted` puts the keys of every object in the order of their scalars.
    package func bytes(_ style: JSONStyle = .compact, sorted: Bool = false) -> [UInt8] {
        var writer = JSONWriter(style: style, sorted: sorted)
        writer.write(self, indent: 0)
        return writer.output
    }

    /// The value as JSON text, as `bytes` gives it.
    package func text(_ style: JSONStyle = .compact, sorted: Bool = false) -> String {
        String(decoding: bytes(style, sorted: sorted), as: UTF8.self)
    }
}

/// Appends values to a growing text.
struct JSONWriter {
    let style: JSONStyle
    let sorted: Bool
    var output: [UInt8] = []

    init(style: JSONStyle, sorted: Bool) {
        self.style = style
        self.sorted = sorted
    }

    mutating func write(_ value: JSONValue, indent: Int) {
        switch value {
        case .null: append("null")
        case .bool(true): append("true")
        case .bool(false): append("false")
        case .number(let number): output.append(contentsOf: number.text.utf8)
        case .string(let text): write(text)
        case .array(let elements): write(elements, indent: indent)
        case .object(let object): write(object, indent: indent)
        }
    }

    private mutating func write(_ elements: [JSONValue], indent: Int) {
        guard !elements.isEmpty else { return append("[]") }
        var isFirst = true
        output.append(UInt8(ascii: "["))
        for element in elements {
            separate(isFirst: isFirst, indent: indent + 1)
            write(element, indent: indent + 1)
            isFirst = false
        }
        breakLine(indent: indent)
        output.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ object: JSONObject, indent: Int) {
        guard !object.isEmpty else { return append("{}") }
        var members = object.members
        if sorted { members.sort { ScalarText($0.key) < ScalarText($1.key) } }
        var isFirst = true
        output.append(UInt8(ascii: "{"))
        for member in members {
            separate(isFirst: isFirst, indent: indent + 1)
            write(member.key)
            output.append(UInt8(ascii: ":"))
            if style == .pretty { output.append(UInt8(ascii: " ")) }
            write(member.value, indent: indent + 1)
            isFirst = false
        }
        breakLine(indent: indent)
        output.append(UInt8(ascii: "}"))
    }

    private mutating func separate(isFirst: Bool, indent: Int) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        breakLine(indent: indent)
    }

    private mutating func breakLine(indent: Int) {
        guard style == .pretty else { return }
        output.append(UInt8(ascii: "\n"))
        for _ in 0..<(2 * indent) { output.append(UInt8(ascii: " ")) }
    }

    private mutating func append(_ word: StaticString) {
        output.append(
            contentsOf: UnsafeBufferPointer(
                start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
