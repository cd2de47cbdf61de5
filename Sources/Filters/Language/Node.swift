/// One part of an expression. Parts name each other by their places in `FilterExpression.nodes`.
struct Node: Hashable, Sendable {
    var kind: Kind
    /// Everything that belongs to it, in bytes.
    var range: Range<Int>
    /// What makes it what it is: its name, its operator.
    var focus: Range<Int>

    /// A part without a subject is asked of what stands for itself there: the root, or the element
    /// that is being selected or projected.
    enum Kind: Hashable, Sendable {
        case literal(Literal)
        case this
        case root
        case property(of: Int?, name: String, nullSafe: Bool)
        case method(of: Int?, name: String, arguments: [Int], nullSafe: Bool)
        /// `String.name(…)`: a function of the language, which is asked of nothing.
        case function(name: String, arguments: [Int])
        case index(of: Int?, at: Int)
        case select(of: Int?, Selection, where: Int, nullSafe: Bool)
        case project(of: Int?, Int, nullSafe: Bool)
        case list([Int])
        case not(Int)
        case sign(minus: Bool, Int)
        /// Two or more, all of which are to be true.
        case all([Int])
        /// Two or more, of which one is to be true.
        case any([Int])
        case compare(Comparison, Int, Int)
        case matches(Int, Int)
        case between(Int, Int)
        case arithmetic(Arithmetic, Int, Int)
        case conditional(Int, Int, Int)
        case elvis(Int, Int)
    }
}

/// A value that stands in the expression itself.
enum Literal: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int32)
    case long(Int64)
    case real(Double)
    case text(String)
}

/// Which elements a selection keeps.
enum Selection: UInt8, Hashable, Sendable {
    case every, first, last
}

enum Comparison: UInt8, Hashable, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    var isEquality: Bool { self == .equal || self == .notEqual }
}

enum Arithmetic: UInt8, Hashable, Sendable {
    case plus, minus, times, divide, remainder
}

extension Node.Kind {
    /// The parts it is made of, in the order of the text.
    var children: [Int] {
        switch self {
        case .literal, .this, .root: []
        case .property(let subject, _, _): subject.map { [$0] } ?? []
        case .method(let subject, _, let arguments, _): (subject.map { [$0] } ?? []) + arguments
        case .function(_, let arguments): arguments
        case .index(let subject, let at): (subject.map { [$0] } ?? []) + [at]
        case .select(let subject, _, let body, _), .project(let subject, let body, _):
            (subject.map { [$0] } ?? []) + [body]
        case .list(let parts), .all(let parts), .any(let parts): parts
        case .not(let part), .sign(_, let part): [part]
        case .compare(_, let a, let b), .matches(let a, let b), .between(let a, let b),
            .arithmetic(_, let a, let b), .elvis(let a, let b):
            [a, b]
        case .conditional(let a, let b, let c): [a, b, c]
        }
    }
}
