/// Text compared by its Unicode scalars: no two different spellings are ever the same.
///
/// Swift compares strings by canonical equivalence. JSON does not, and neither may a sorted
/// writer: an order in which two different keys are "equal" would not be an order.
struct ScalarText: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ScalarText, right: ScalarText) -> Bool {
        let (ours, theirs) = (left.text.utf8Span.span, right.text.utf8Span.span)
        return ours.count == theirs.count && ours.indices.allSatisfy { ours[$0] == theirs[$0] }
    }

    /// The order of scalars, which is also the order of the UTF-8 bytes.
    static func < (left: ScalarText, right: ScalarText) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Texts of the same scalars are also canonically equivalent, so the standard hash is sound.
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
