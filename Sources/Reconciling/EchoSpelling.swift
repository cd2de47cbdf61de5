/// How an endpoint may write what it repeats of a request.
enum EchoSpelling: CaseIterable {
    case plain
    /// As a JSON text: `\/`, `\"`, `\u0026`.
    case json
    /// As a part of a URL: `%26`.
    case percent
    /// As a form's value, in which a blank is a plus.
    case form
    /// As HTML: `&amp;`, `&#39;`, `&#x27;`.
    case html

    /// A text as it reads, and where each byte of that is written.
    struct Reading {
        var bytes: [UInt8] = []
        var places: [Range<Int>] = []
    }

    func reading(of text: [UInt8]) -> Reading {
        var reading = Reading()
        var place = 0
        while place < text.count {
            let meant = marks.contains(text[place]) ? sign(text[place...]) : nil
            let end = place + (meant?.length ?? 1)
            for byte in meant?.bytes ?? [text[place]] {
                reading.bytes.append(byte)
                reading.places.append(place..<end)
            }
            place = end
        }
        return reading
    }

    /// The characters with which something begins that reads otherwise than it is written.
    var marks: [UInt8] {
        switch self {
        case .plain: []
        case .json: [UInt8(ascii: "\\")]
        case .percent: [UInt8(ascii: "%")]
        case .form: [UInt8(ascii: "%"), UInt8(ascii: "+")]
        case .html: [UInt8(ascii: "&")]
        }
    }

    private typealias Sign = (bytes: [UInt8], length: Int)

    private func sign(_ text: ArraySlice<UInt8>) -> Sign? {
        switch self {
        case .plain: nil
        case .json: Self.escape(text)
        case .percent: Self.octet(text)
        case .form: text.first == UInt8(ascii: "+") ? ([0x20], 1) : Self.octet(text)
        case .html: Self.entity(text)
        }
    }

    private static func escape(_ text: ArraySlice<UInt8>) -> Sign? {
        guard let next = text.dropFirst().first else { return nil }
        if "\"\\/".utf8.contains(next) { return ([next], 2) }
        guard let unit = unit(text) else { return nil }
        if UTF16.isLeadSurrogate(unit), let trail = Self.unit(text.dropFirst(6)) {
            return (Array(String(decoding: [unit, trail], as: UTF16.self).utf8), 12)
        }
        return (Array(String(decoding: [unit], as: UTF16.self).utf8), 6)
    }

    private static func unit(_ text: ArraySlice<UInt8>) -> UInt16? {
        guard text.starts(with: "\\u".utf8) else { return nil }
        return number(text.dropFirst(2).prefix(4), digits: 4).map { UInt16($0) }
    }

    private static func octet(_ text: ArraySlice<UInt8>) -> Sign? {
        number(text.dropFirst().prefix(2), digits: 2).map { ([UInt8($0)], 3) }
    }

    private static let entities: [(name: String, byte: UInt8)] = [
        ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ]

    private static func entity(_ text: ArraySlice<UInt8>) -> Sign? {
        if let entity = entities.first(where: { text.starts(with: $0.name.utf8) }) {
            return ([entity.byte], entity.name.utf8.count)
        }
        guard text.dropFirst().first == UInt8(ascii: "#"),
            let end = text.prefix(10).firstIndex(of: UInt8(ascii: ";"))
        else { return nil }
        let digits = String(decoding: text[text.startIndex..<end].dropFirst(2), as: UTF8.self)
        let number =
            digits.lowercased().hasPrefix("x")
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let scalar = number.flatMap({ Unicode.Scalar($0) }) else { return nil }
        return (Array(String(Character(scalar)).utf8), end - text.startIndex + 1)
    }

    /// A number in so many hexadecimal digits, and no sign.
    private static func number(_ text: ArraySlice<UInt8>, digits: Int) -> UInt32? {
        guard text.count == digits, text.first != UInt8(ascii: "+") else { return nil }
        return UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    }
}
