/// How pieces of a program are put together. A piece's jumps count from its own beginning.
extension PatternParser {
    static func moved(
        _ piece: [PatternProgram.Step], by distance: Int
    ) -> [PatternProgram.Step] {
        piece.map { step in
            switch step {
            case .jump(let to): .jump(to + distance)
            case .split(let a, let b): .split(a + distance, b + distance)
            default: step
            }
        }
    }

    static func joined(
        _ a: [PatternProgram.Step], _ b: [PatternProgram.Step]
    ) -> [PatternProgram.Step] {
        a + moved(b, by: a.count)
    }

    static func either(
        _ a: [PatternProgram.Step], _ b: [PatternProgram.Step]
    ) -> [PatternProgram.Step] {
        [.split(1, a.count + 2)] + moved(a, by: 1) + [.jump(a.count + 2 + b.count)]
            + moved(b, by: a.count + 2)
    }

    /// A piece written out as often as it must come, then as often as it may.
    static func repeated(
        _ piece: [PatternProgram.Step], _ least: Int, _ most: Int?
    ) throws(PatternError) -> [PatternProgram.Step] {
        guard (piece.count + 1) * max(most ?? least + 1, 1) <= PatternProgram.mostSteps else {
            throw .unsupported("it grows too large")
        }
        var result: [PatternProgram.Step] = []
        for _ in 0..<least { result = joined(result, piece) }
        guard let most else {
            let loop =
                [.split(1, piece.count + 2)] + moved(piece, by: 1) + [PatternProgram.Step.jump(0)]
            return joined(result, loop)
        }
        for _ in least..<most {
            let optional = [.split(1, piece.count + 1)] + moved(piece, by: 1)
            result = joined(result, optional)
        }
        return result
    }
}
