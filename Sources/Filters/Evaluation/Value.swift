/// What a part of an expression comes to, while an event is looked at.
///
/// It holds nothing that must be counted or freed: texts and lists are places in what the
/// evaluation holds.
enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int32)
    case long(Int64)
    case real(Double)
    case text(Text)
    /// A list or object of the event, by its place on the tape.
    case entry(Int32)
    /// A list that the expression made, by its number.
    case list(Int32)

    struct Text: Hashable, Sendable {
        /// Whose bytes they are.
        enum Space: UInt8, Hashable, Sendable { case event, literals, made }

        var space: Space
        var start: Int32
        var count: Int32
    }
}

/// A value as it leaves an evaluation.
package indirect enum EvaluatedValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int32)
    case long(Int64)
    case real(Double)
    case text(String)
    case list([EvaluatedValue])
    /// Members in the order of the event, as far as they were needed.
    case object([Member])

    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: EvaluatedValue
    }
}
