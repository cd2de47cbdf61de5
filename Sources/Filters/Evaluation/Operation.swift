/// A part of an expression, ready to be evaluated: names are numbers, literals are values.
///
/// An operation stands where its part stands in `FilterExpression.nodes`; -1 is no subject.
enum Operation: Sendable {
    case constant(Value)
    case this
    case root
    case property(of: Int32, name: Int32, nullSafe: Bool)
    case method(of: Int32, Method?, arguments: Parts, nullSafe: Bool)
    case function(TextFunction?, arguments: Parts)
    case index(of: Int32, at: Int32)
    case select(of: Int32, Selection, where: Int32, nullSafe: Bool)
    /// `.?[…].size()`, which need not make the list.
    case countSelected(of: Int32, select: Int32, where: Int32, nullSafe: Bool)
    case project(of: Int32, Int32, nullSafe: Bool)
    case list(Parts)
    case not(Int32)
    case sign(minus: Bool, Int32)
    case all(Parts)
    case any(Parts)
    case compare(Comparison, Int32, Int32)
    case matches(Int32, Int32, pattern: Int32)
    case between(Int32, Int32)
    case arithmetic(Arithmetic, Int32, Int32)
    case conditional(Int32, Int32, Int32)
    case elvis(Int32, Int32)

    /// A stretch of `CompiledFilter.parts`.
    struct Parts: Sendable {
        var start: Int32
        var count: Int32
    }
}
