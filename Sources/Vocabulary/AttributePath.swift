/// Where a value stands in an object, in the API's own names: `channel.config.uri`, or, for one
/// entry of a map or a list of pairs, `channel.config.headers["X-Team"]`.
///
/// Keys are the same in any case, since HTTP header names are and no two event types differ by case
/// alone; the case that was written is kept for people and for the wire.
package struct AttributePath: Sendable, CustomStringConvertible {
    /// The declared attribute, such as `channel.config.headers`.
    package let attribute: String
    /// The entry within a map-shaped attribute; nil for a plain one.
    package let key: String?
    private let folded: String?

    package init(_ attribute: String, key: String? = nil) {
        self.attribute = attribute
        self.key = key
        self.folded = key?.lowercased()
    }

    /// Reads what `description` writes; nil when brackets or quotes do not pair.
    package init?(parsing text: String) {
        // By scalars: a key may begin with a mark that joins the quote before it in one character.
        let scalars = text.unicodeScalars
        guard let bracket = scalars.firstIndex(of: "[") else {
            guard !text.isEmpty else { return nil }
            self.init(text)
            return
        }
        let tail = scalars[bracket...]
        guard tail.count >= 4, tail.starts(with: "[\"".unicodeScalars),
            tail.suffix(2).elementsEqual("\"]".unicodeScalars)
        else { return nil }
        self.init(String(scalars[..<bracket]), key: String(tail.dropFirst(2).dropLast(2)))
    }

    package var description: String { key.map { "\(attribute)[\"\($0)\"]" } ?? attribute }
}

extension AttributePath: Hashable, Comparable {
    package static func == (a: AttributePath, b: AttributePath) -> Bool {
        a.attribute == b.attribute && a.folded == b.folded
    }
    package func hash(into hasher: inout Hasher) {
        hasher.combine(attribute)
        hasher.combine(folded)
    }
    package static func < (a: AttributePath, b: AttributePath) -> Bool {
        if a.attribute != b.attribute { return a.attribute < b.attribute }
        // The attribute itself comes before its entries, even before one with an empty key.
        guard let key = b.folded else { return false }
        return a.folded.map { $0 < key } ?? true
    }
}
