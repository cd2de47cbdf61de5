/// Puts events to a filter, one after the other.
///
/// What it needs for one event it keeps for the next, so that the common shapes of filters allocate
/// nothing.
struct Evaluation {
    let filter: CompiledFilter
    /// The names that the tape has numbers for.
    let names: [[UInt8]]
    /// The event's text; only while it is looked at.
    nonisolated(unsafe) var source: UnsafeBufferPointer<UInt8>
    var tape = EventTape()
    /// Lists that the expression made.
    var lists: [[Value]] = []
    /// Bytes of texts that the expression made.
    var made: [UInt8] = []
    /// How many elements may still be put to a part within brackets.
    var elementsLeft = 0
    var recorder: TraceRecorder?

    /// How many that may be for one event: lists within lists multiply.
    static let mostElements = 1_000_000

    /// - Parameter names: the tape's, where others share it; else the filter's own.
    init(
        _ filter: CompiledFilter, names: [[UInt8]]? = nil,
        source: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
    ) {
        self.filter = filter
        self.names = names ?? filter.paths.nameBytes
        self.source = source
    }

    /// Notes at which element the part that comes next is looked.
    mutating func note(_ element: Value) {
        guard recorder != nil else { return }
        let noted = evaluated(element)
        recorder?.element(noted)
    }

    /// What stands for itself at a place of the expression.
    struct Surroundings {
        /// What a bare name is asked of.
        var this: Value
        /// What a bare name in a method's argument is asked of.
        var scope: Value

        static let root = Surroundings(
            this: .entry(EventTape.root), scope: .entry(EventTape.root))
    }

    /// The value of the whole for the event that stands on the tape.
    mutating func run() throws(EvaluationFailure) -> Value {
        lists.removeAll(keepingCapacity: true)
        made.removeAll(keepingCapacity: true)
        elementsLeft = Self.mostElements
        return try value(filter.top, .root)
    }

    func failure(_ kind: EvaluationFailure.Kind, at part: Int32) -> EvaluationFailure {
        EvaluationFailure(kind: kind, range: filter.expression.nodes[Int(part)].focus)
    }

    mutating func value(
        _ part: Int32, _ around: Surroundings
    ) throws(EvaluationFailure) -> Value {
        guard recorder != nil else { return try step(part, around) }
        recorder?.begin(Int(part))
        do throws(EvaluationFailure) {
            let value = try step(part, around)
            let noted = evaluated(value)
            recorder?.end(noted)
            return value
        } catch {
            recorder?.fail(error)
            throw error
        }
    }

    /// The value of a subject, or of what stands for itself where there is none.
    mutating func subject(
        _ part: Int32, _ around: Surroundings
    ) throws(EvaluationFailure) -> Value {
        part < 0 ? around.this : try value(part, around)
    }

    private mutating func step(
        _ part: Int32, _ around: Surroundings
    ) throws(EvaluationFailure) -> Value {
        switch filter.operations[Int(part)] {
        case .constant(let value): return value
        case .this: return around.this
        case .root: return .entry(EventTape.root)
        case .property(let of, let name, let nullSafe):
            return try property(name, of: try subject(of, around), nullSafe, at: part)
        case .method(let of, let method, let arguments, let nullSafe):
            let asked = try subject(of, around)
            let inner = Surroundings(this: around.scope, scope: around.scope)
            let first = arguments.count > 0 ? try value(argument(arguments, 0), inner) : .null
            let second = arguments.count > 1 ? try value(argument(arguments, 1), inner) : .null
            for more in 2..<max(2, arguments.count) {
                _ = try value(argument(arguments, more), inner)
            }
            if asked == .null {
                if nullSafe { return .null }
                throw failure(.methodOfNull, at: part)
            }
            guard let method else { throw failure(.noSuchMethod, at: part) }
            return try call(
                MethodCall(
                    method: method, count: Int(arguments.count), first: first, second: second,
                    part: part), on: asked)
        case .function(let function, let arguments):
            return try call(function, arguments, around, part)
        case .index(let of, let at):
            return try index(try subject(of, around), at: at, around, part)
        case .select(let of, let which, let body, let nullSafe):
            return try select(try subject(of, around), which, body, nullSafe, part)
        case .countSelected(let of, let selection, let body, let nullSafe):
            let list = try subject(of, around)
            if list == .null, nullSafe { throw failure(.methodOfNull, at: part) }
            return .int(try countSelected(list, body, selection))
        case .project(let of, let body, let nullSafe):
            return try project(try subject(of, around), body, nullSafe, part)
        case .list(let parts):
            var list: [Value] = []
            for index in 0..<parts.count {
                list.append(try value(argument(parts, index), around))
            }
            return keep(list)
        case .not(let inner): return .bool(!(try truth(of: inner, around)))
        case .sign(let minus, let inner):
            return try signed(try value(inner, around), minus: minus, at: part)
        case .all(let parts):
            for index in 0..<parts.count
            where !(try truth(of: argument(parts, index), around)) { return .bool(false) }
            return .bool(true)
        case .any(let parts):
            for index in 0..<parts.count
            where try truth(of: argument(parts, index), around) { return .bool(true) }
            return .bool(false)
        case .compare(let comparison, let left, let right):
            let (a, b) = (try value(left, around), try value(right, around))
            return .bool(try compare(comparison, a, b, at: part))
        case .matches(let text, let pattern, let known):
            return .bool(try matches(text, pattern, known, around, part))
        case .between(let inner, let bounds):
            return .bool(try between(inner, bounds, around, part))
        case .arithmetic(let operation, let left, let right):
            let (a, b) = (try value(left, around), try value(right, around))
            return try calculate(operation, a, b, at: part)
        case .conditional(let condition, let yes, let no):
            return try value(try truth(of: condition, around) ? yes : no, around)
        case .elvis(let first, let other):
            let value = try value(first, around)
            if value == .null { return try self.value(other, around) }
            if case .text(let text) = value, text.count == 0 {
                return try self.value(other, around)
            }
            return value
        }
    }

    func argument(_ parts: Operation.Parts, _ index: Int32) -> Int32 {
        filter.parts[Int(parts.start + index)]
    }

    mutating func keep(_ list: [Value]) -> Value {
        lists.append(list)
        return .list(Int32(lists.count - 1))
    }

    /// A part's value taken for true or false.
    mutating func truth(
        of part: Int32, _ around: Surroundings
    ) throws(EvaluationFailure) -> Bool {
        let value = try value(part, around)
        if case .bool(let value) = value { return value }
        guard let truth = truth(value) else { throw failure(.notConvertible, at: part) }
        return truth
    }
}
