/// The parts of one event that an expression may look at, laid out flat in the order of the text.
///
/// Texts stay where they are, in the bytes that were scanned. A tape is made to be used again: once
/// it has grown, scanning the next event allocates nothing.
struct EventTape: Sendable {
    enum Kind: UInt8, Sendable {
        case null, no, yes, int, long, real, text, list, object
    }

    struct Entry: Sendable {
        var kind: Kind
        /// Whether a text has escapes to be translated.
        var isEscaped = false
        /// The number of the member's name; -1 for one without a number, and for elements.
        var name: Int32 = -1
        /// The entry behind all that belongs to this one.
        var next: Int32 = 0
        /// A text's beginning; the number of elements or members, those left out counted as well.
        var start: Int32 = 0
        /// A text's length.
        var count: Int32 = 0
        /// A number's bits.
        var bits: UInt64 = 0
        /// Where the member's name stands, when it has no number.
        var keyStart: Int32 = 0
        var keyCount: Int32 = 0
    }

    var entries: [Entry] = []

    /// The root object and, within it, the event.
    static let root: Int32 = 0
    static let event: Int32 = 1
}
