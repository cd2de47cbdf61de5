/// Regular expressions.
extension Evaluation {
    mutating func matches(
        _ text: Int32, _ pattern: Int32, _ known: Int32, _ around: Surroundings, _ part: Int32
    ) throws(EvaluationFailure) -> Bool {
        let asked = try value(text, around)
        // Taken for a text before the pattern is looked at, and asked for null after it.
        let bytes = asked == .null ? [] : try written(asked, at: text)
        if known >= 0, asked != .null {
            return try matches(bytes, filter.patterns[Int(known)], at: part)
        }
        let wanted = try value(pattern, around)
        guard asked != .null else { throw failure(.matchesNull, at: text) }
        guard case .text(let pattern) = wanted else {
            throw failure(.patternNotText, at: part)
        }
        return try matches(bytes, string(pattern), at: part)
    }

    func matches(
        _ text: [UInt8], _ pattern: String, at part: Int32
    ) throws(EvaluationFailure) -> Bool {
        try matches(
            text, Result { () throws(PatternError) in try PatternParser.program(of: pattern) },
            at: part)
    }

    private func matches(
        _ text: [UInt8], _ program: Result<PatternProgram, PatternError>, at part: Int32
    ) throws(EvaluationFailure) -> Bool {
        switch program {
        case .success(let program):
            return program.matches(
                String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value))
        case .failure(.malformed): throw failure(.badPattern, at: part)
        case .failure(.unsupported): throw failure(.unsupportedPattern, at: part)
        }
    }
}
