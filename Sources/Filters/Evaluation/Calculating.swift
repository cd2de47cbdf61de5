/// Arithmetic: whole numbers wrap around as machine numbers do.
extension Evaluation {
    func signed(_ value: Value, minus: Bool, at part: Int32) throws(EvaluationFailure) -> Value {
        switch value {
        case .int(let value): return .int(minus ? 0 &- value : value)
        case .long(let value): return .long(minus ? 0 &- value : value)
        case .real(let value): return .real(minus ? -value : value)
        default: throw failure(.operatorTypes, at: part)
        }
    }

    mutating func calculate(
        _ operation: Arithmetic, _ a: Value, _ b: Value, at part: Int32
    ) throws(EvaluationFailure) -> Value {
        switch (a, b) {
        case (.int(let a), .int(let b)):
            return .int(try whole(operation, a, b, at: part))
        case (.int(let a), .long(let b)):
            return .long(try whole(operation, Int64(a), b, at: part))
        case (.long(let a), .int(let b)):
            return .long(try whole(operation, a, Int64(b), at: part))
        case (.long(let a), .long(let b)):
            return .long(try whole(operation, a, b, at: part))
        case (.text, _) where operation == .plus, (_, .text) where operation == .plus:
            let left = try joinable(a, at: part)
            return try newText(left + (try joinable(b, at: part)), at: part)
        default:
            if case .text = a, case .int = b, operation == .minus || operation == .times {
                throw failure(.textArithmetic, at: part)
            }
            guard let a = Number(a)?.real, let b = Number(b)?.real else {
                throw failure(.operatorTypes, at: part)
            }
            switch operation {
            case .plus: return .real(a + b)
            case .minus: return .real(a - b)
            case .times: return .real(a * b)
            case .divide: return .real(a / b)
            case .remainder: return .real(a.truncatingRemainder(dividingBy: b))
            }
        }
    }

    private func whole<Whole: FixedWidthInteger>(
        _ operation: Arithmetic, _ a: Whole, _ b: Whole, at part: Int32
    ) throws(EvaluationFailure) -> Whole {
        switch operation {
        case .plus: return a &+ b
        case .minus: return a &- b
        case .times: return a &* b
        case .divide:
            guard b != 0 else { throw failure(.divisionByZero, at: part) }
            return a.dividedReportingOverflow(by: b).partialValue
        case .remainder:
            guard b != 0 else { throw failure(.divisionByZero, at: part) }
            return a.remainderReportingOverflow(dividingBy: b).partialValue
        }
    }

    /// A value's text, as it is joined to another.
    private mutating func joinable(
        _ value: Value, at part: Int32
    ) throws(EvaluationFailure) -> [UInt8] {
        guard !isObject(value) else { throw failure(.objectAsText, at: part) }
        return try written(value, at: part)
    }
}
