/// Which part of an expression came to what, as a tree in the order of evaluation.
package struct Trace: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case value(EvaluatedValue)
        case failure(EvaluationFailure)
    }

    package enum Role: Hashable, Sendable {
        /// A value that stands in the expression.
        case literal
        /// A field of the event, or of an element.
        case field
        /// A condition, a selection, a method.
        case step
    }

    package var role: Role
    /// The part, in bytes of the expression.
    package var range: Range<Int>
    package var outcome: Outcome
    /// The parts that were looked at; those that were not needed are not here.
    package var children: [Trace]
    /// The element at which it was looked, within a selection or projection.
    package var element: EvaluatedValue?
}

/// Takes notes while an expression is evaluated.
struct TraceRecorder {
    private struct Open {
        var part: Int
        var children: [Trace] = []
        var element: EvaluatedValue?
        /// The element for the part that comes next.
        var coming: EvaluatedValue?
    }

    private let nodes: [Node]
    private var open: [Open] = []
    private(set) var finished: Trace?

    init(_ expression: FilterExpression) { nodes = expression.nodes }

    mutating func begin(_ part: Int) {
        var opened = Open(part: part)
        if let last = open.indices.last {
            opened.element = open[last].coming
            open[last].coming = nil
        }
        open.append(opened)
    }

    /// Notes the element at which the part that comes next is looked.
    mutating func element(_ element: EvaluatedValue) {
        if let last = open.indices.last { open[last].coming = element }
    }

    mutating func end(_ value: EvaluatedValue) { close(.value(value)) }

    mutating func fail(_ failure: EvaluationFailure) { close(.failure(failure)) }

    private mutating func close(_ outcome: Trace.Outcome) {
        guard let done = open.popLast() else { return }
        let role: Trace.Role =
            switch nodes[done.part].kind {
            case .literal: .literal
            case .property, .this, .root: .field
            default: .step
            }
        let trace = Trace(
            role: role, range: nodes[done.part].range, outcome: outcome, children: done.children,
            element: done.element)
        if open.isEmpty { finished = trace } else { open[open.count - 1].children.append(trace) }
    }
}
