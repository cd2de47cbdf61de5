/// Equality and order.
extension Evaluation {
    mutating func compare(
        _ comparison: Comparison, _ a: Value, _ b: Value, at part: Int32
    ) throws(EvaluationFailure) -> Bool {
        switch comparison {
        case .equal: return isEqual(a, b)
        case .notEqual: return !isEqual(a, b)
        case .less: return try order(a, b, at: part) < 0
        case .lessOrEqual: return try order(a, b, at: part) <= 0
        case .greater: return try order(a, b, at: part) > 0
        case .greaterOrEqual: return try order(a, b, at: part) >= 0
        }
    }

    /// Numbers of all kinds by what they say; everything else as `isSame`.
    mutating func isEqual(_ a: Value, _ b: Value) -> Bool {
        switch (Number(a), Number(b)) {
        case (.whole(let a)?, .whole(let b)?): a == b
        case (let a?, let b?): a.real == b.real
        default: isSame(a, b)
        }
    }

    /// Whether two values are the same, kinds of numbers told apart.
    mutating func isSame(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.null, .null): return true
        case (.bool(let a), .bool(let b)): return a == b
        case (.int(let a), .int(let b)): return a == b
        case (.long(let a), .long(let b)): return a == b
        case (.real(let a), .real(let b)): return a.bitPattern == b.bitPattern
        case (.text(let a), .text(let b)): return isEqual(a, b)
        case (.entry, _), (.list, _):
            if isObject(a), isObject(b) { return isSameObject(a, b) }
            guard var left = elements(of: a), var right = elements(of: b) else { return false }
            while true {
                switch (next(&left), next(&right)) {
                case (nil, nil): return true
                case (let a?, let b?): guard isSame(a, b) else { return false }
                default: return false
                }
            }
        default: return false
        }
    }

    private mutating func isSameObject(_ a: Value, _ b: Value) -> Bool {
        guard case .entry(let left) = a, case .entry(let right) = b else { return false }
        guard left != right else { return true }
        guard count(of: a) == count(of: b) else { return false }
        var place = left + 1
        while place < tape.entries[Int(left)].next {
            let name = key(of: place)
            var other = right + 1
            var isFound = false
            while other < tape.entries[Int(right)].next, !isFound {
                if key(of: other) == name {
                    guard isSame(value(at: place), value(at: other)) else { return false }
                    isFound = true
                }
                other = tape.entries[Int(other)].next
            }
            guard isFound else { return false }
            place = tape.entries[Int(place)].next
        }
        return true
    }

    /// Less than, equal to or more than 0, as `a` comes before `b`, with it or behind it. Null
    /// comes before everything.
    private mutating func order(
        _ a: Value, _ b: Value, at part: Int32
    ) throws(EvaluationFailure) -> Int {
        switch (a, b) {
        case (.null, .null): return 0
        case (.null, _): return -1
        case (_, .null): return 1
        case (.text(let a), .text(let b)): return order(a, b)
        case (.bool(let a), .bool(let b)): return (a ? 1 : 0) - (b ? 1 : 0)
        default:
            switch (Number(a), Number(b)) {
            case (.whole(let a)?, .whole(let b)?): return a < b ? -1 : a > b ? 1 : 0
            case (let a?, let b?): return a.real < b.real ? -1 : a.real > b.real ? 1 : 0
            default: throw failure(.notComparable, at: part)
            }
        }
    }

    mutating func between(
        _ inner: Int32, _ bounds: Int32, _ around: Surroundings, _ part: Int32
    ) throws(EvaluationFailure) -> Bool {
        let asked = try value(inner, around)
        let list = try value(bounds, around)
        guard count(of: list) == 2, var elements = elements(of: list),
            let low = next(&elements), let high = next(&elements)
        else { throw failure(.betweenBounds, at: bounds) }
        guard try order(asked, low, at: part) >= 0 else { return false }
        return try order(asked, high, at: part) <= 0
    }
}

/// A number of any kind.
enum Number {
    case whole(Int64)
    case broken(Double)

    init?(_ value: Value) {
        switch value {
        case .int(let value): self = .whole(Int64(value))
        case .long(let value): self = .whole(value)
        case .real(let value): self = .broken(value)
        default: return nil
        }
    }

    var real: Double {
        switch self {
        case .whole(let value): Double(value)
        case .broken(let value): value
        }
    }
}
