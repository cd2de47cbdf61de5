/// An expression in the form in which events are put to it, one after the other.
package struct CompiledFilter: Sendable {
    package let expression: FilterExpression
    /// What of an event must be at hand: for this filter, and for those that it shares a tape with.
    package let paths: RequiredPaths

    let operations: [Operation]
    let parts: [Int32]
    let top: Int32
    /// The bytes of all texts in the expression.
    let literals: [UInt8]
    /// Patterns that stand in the expression, by number.
    let patterns: [Result<PatternProgram, PatternError>]

    package init(_ expression: FilterExpression) { self.init(expression, joinsSteps: true) }

    /// - Parameters:
    ///   - paths: what others want who share one tape with this filter.
    ///   - joinsSteps: whether parts may be done in one step where that is faster. A trace wants
    ///     each by itself.
    init(
        _ expression: FilterExpression, sharing paths: RequiredPaths = RequiredPaths(),
        joinsSteps: Bool = true
    ) {
        var compiler = Compiler(expression, paths, joinsSteps: joinsSteps)
        compiler.compile()
        self.expression = expression
        operations = compiler.operations
        parts = compiler.parts
        literals = compiler.literals
        patterns = compiler.patterns
        self.paths = compiler.paths
        top = Int32(expression.top)
    }
}

/// Translates parts to operations, each where its part stands.
private struct Compiler {
    let nodes: [Node]
    let top: Int
    let joinsSteps: Bool
    var operations: [Operation] = []
    var parts: [Int32] = []
    var literals: [UInt8] = []
    var patterns: [Result<PatternProgram, PatternError>] = []
    var paths: RequiredPaths

    init(_ expression: FilterExpression, _ paths: RequiredPaths, joinsSteps: Bool) {
        self.paths = paths
        nodes = expression.nodes
        top = expression.top
        self.joinsSteps = joinsSteps
    }

    mutating func compile() {
        for node in nodes { operations.append(operation(node.kind)) }
        var tracing = PathTracing(nodes: nodes, paths: paths)
        tracing.follow(top)
        paths = tracing.paths
    }

    private mutating func operation(_ kind: Node.Kind) -> Operation {
        switch kind {
        case .literal(let literal): return .constant(value(literal))
        case .this: return .this
        case .root: return .root
        case .property(let subject, let name, let nullSafe):
            return .property(of: at(subject), name: paths.number(of: name), nullSafe: nullSafe)
        case .method(let subject, let name, let arguments, let nullSafe):
            if joinsSteps, name == "size", arguments.isEmpty, !nullSafe, let subject,
                case .select(let list, .every, let body, let isSafe) = nodes[subject].kind
            {
                return .countSelected(
                    of: at(list), select: at(subject), where: at(body), nullSafe: isSafe)
            }
            return .method(
                of: at(subject), Method(rawValue: name), arguments: stretch(arguments),
                nullSafe: nullSafe)
        case .function(let name, let arguments):
            return .function(TextFunction(rawValue: name), arguments: stretch(arguments))
        case .index(let subject, let place):
            // A bare name in brackets is a key where the subject is an object.
            if case .property(nil, let name, _) = nodes[place].kind { _ = paths.number(of: name) }
            return .index(of: at(subject), at: at(place))
        case .select(let subject, let which, let body, let nullSafe):
            return .select(of: at(subject), which, where: at(body), nullSafe: nullSafe)
        case .project(let subject, let body, let nullSafe):
            return .project(of: at(subject), at(body), nullSafe: nullSafe)
        case .list(let parts): return .list(stretch(parts))
        case .not(let part): return .not(at(part))
        case .sign(let minus, let part): return .sign(minus: minus, at(part))
        case .all(let parts): return .all(stretch(parts))
        case .any(let parts): return .any(stretch(parts))
        case .compare(let comparison, let a, let b): return .compare(comparison, at(a), at(b))
        case .matches(let text, let pattern):
            return .matches(at(text), at(pattern), pattern: number(ofPattern: pattern))
        case .between(let a, let b): return .between(at(a), at(b))
        case .arithmetic(let operation, let a, let b): return .arithmetic(operation, at(a), at(b))
        case .conditional(let a, let b, let c): return .conditional(at(a), at(b), at(c))
        case .elvis(let a, let b): return .elvis(at(a), at(b))
        }
    }

    private func at(_ part: Int?) -> Int32 { Int32(part ?? -1) }

    private mutating func stretch(_ list: [Int]) -> Operation.Parts {
        let start = parts.count
        parts += list.map(Int32.init)
        return Operation.Parts(start: Int32(start), count: Int32(list.count))
    }

    private mutating func value(_ literal: Literal) -> Value {
        switch literal {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .long(let value): return .long(value)
        case .real(let value): return .real(value)
        case .text(let text):
            let start = literals.count
            literals += Array(text.utf8)
            return .text(
                Value.Text(
                    space: .literals, start: Int32(start), count: Int32(literals.count - start)))
        }
    }

    /// The number of a pattern that stands in the expression; -1 for one that is made there.
    private mutating func number(ofPattern part: Int) -> Int32 {
        guard case .literal(.text(let text)) = nodes[part].kind else { return -1 }
        patterns.append(
            Result { () throws(PatternError) in try PatternParser.program(of: text) })
        return Int32(patterns.count - 1)
    }
}
