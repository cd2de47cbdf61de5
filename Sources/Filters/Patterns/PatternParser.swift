/// Reads a regular expression and writes its program.
struct PatternParser {
    private let scalars: [UInt32]
    private var position = 0
    private var depth = 0
    private var ignoresCase = false
    private var dotIsAnything = false
    private var program = PatternProgram()

    static func program(of pattern: String) throws(PatternError) -> PatternProgram {
        var parser = PatternParser(scalars: pattern.unicodeScalars.map(\.value))
        let steps = try parser.alternatives()
        guard parser.position == parser.scalars.count else {
            throw .malformed("there is a ) too many")
        }
        parser.program.steps = steps + [.done]
        return parser.program
    }

    private init(scalars: [UInt32]) { self.scalars = scalars }

    /// Steps whose jumps count from their own beginning.
    private typealias Piece = [PatternProgram.Step]

    private var current: Unicode.Scalar? {
        position < scalars.count ? Unicode.Scalar(scalars[position]) : nil
    }

    private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        position += 1
        return true
    }

    private mutating func alternatives() throws(PatternError) -> Piece {
        let (outerCase, outerDot) = (ignoresCase, dotIsAnything)
        depth += 1
        defer {
            depth -= 1
            (ignoresCase, dotIsAnything) = (outerCase, outerDot)
        }
        guard depth <= 50 else { throw .unsupported("groups are nested too deep") }
        var result = try sequence()
        while takes("|") { result = Self.either(result, try sequence()) }
        return result
    }

    private mutating func sequence() throws(PatternError) -> Piece {
        var result: Piece = []
        while let scalar = current, scalar != "|", scalar != ")" {
            let atom = try atom()
            result = Self.joined(result, try repeated(atom))
            guard result.count <= PatternProgram.mostSteps else {
                throw .unsupported("it grows too large")
            }
        }
        return result
    }

    private mutating func atom() throws(PatternError) -> Piece {
        guard let scalar = current else { return [] }
        position += 1
        switch scalar {
        case "(": return try group()
        case "[": return [try set()]
        case ".": return [.anything(lineEnds: dotIsAnything)]
        case "^": return [.atStart]
        case "$": return [.atEnd]
        case "\\": return [try escape()]
        case "*", "+", "?": throw .malformed("there is nothing for \(scalar) to repeat")
        case "{": throw .malformed("a { stands where nothing can be repeated")
        default: return [step(for: scalar.value)]
        }
    }

    private mutating func step(for scalar: UInt32) -> PatternProgram.Step {
        let lower = scalar | 0x20
        guard ignoresCase, (0x61...0x7A).contains(lower) else { return .scalar(scalar) }
        return add(ScalarSet(ranges: [lower...lower, (lower - 0x20)...(lower - 0x20)]))
    }

    private mutating func add(_ set: ScalarSet) -> PatternProgram.Step {
        program.sets.append(set)
        return .set(program.sets.count - 1)
    }

    private mutating func group() throws(PatternError) -> Piece {
        if takes("?") {
            if takes(":") { return try closed() }
            if takes("<") {
                guard current != "=", current != "!" else {
                    throw .unsupported("it looks behind")
                }
                let start = position
                while let scalar = current, scalar.properties.isAlphabetic || ("0"..."9") ~= scalar
                {
                    position += 1
                }
                guard position > start, takes(">") else {
                    throw .malformed("a group's name is broken")
                }
                return try closed()
            }
            guard current != "=", current != "!" else { throw .unsupported("it looks ahead") }
            return try flags()
        }
        return try closed()
    }

    private mutating func closed() throws(PatternError) -> Piece {
        let inner = try alternatives()
        guard takes(")") else { throw .malformed("a group is not closed") }
        return inner
    }

    /// `(?i)` and `(?s)`, for the rest of the group.
    private mutating func flags() throws(PatternError) -> Piece {
        while let scalar = current, scalar != ")" {
            switch scalar {
            case "i": ignoresCase = true
            case "s": dotIsAnything = true
            case "d", "m", "u", "x", "U", "-", ":": throw .unsupported("it sets the flag \(scalar)")
            default: throw .malformed("there is no flag \(scalar)")
            }
            position += 1
        }
        guard takes(")") else { throw .malformed("a group is not closed") }
        return []
    }

    private mutating func repeated(_ atom: Piece) throws(PatternError) -> Piece {
        var result = atom
        while let scalar = current {
            let (least, most): (Int, Int?)
            switch scalar {
            case "*": (least, most) = (0, nil)
            case "+": (least, most) = (1, nil)
            case "?": (least, most) = (0, 1)
            case "{":
                position += 1
                (least, most) = try bounds()
                position -= 1
            default: return result
            }
            position += 1
            if takes("+") { throw .unsupported("a repetition is possessive") }
            _ = takes("?")
            if current == "*" || current == "+" || current == "?" || current == "{" {
                throw .malformed("a repetition is repeated")
            }
            result = try Self.repeated(result, least, most)
        }
        return result
    }

    /// What stands between braces, and the brace that closes.
    private mutating func bounds() throws(PatternError) -> (Int, Int?) {
        let least = try count()
        var most: Int? = least
        if takes(",") { most = current == "}" ? nil : try count() }
        guard takes("}") else { throw .malformed("a repetition is not closed") }
        if let most, most < least { throw .malformed("a repetition's bounds are the wrong way") }
        return (least, most)
    }

    private mutating func count() throws(PatternError) -> Int {
        var digits = ""
        while let scalar = current, ("0"..."9") ~= scalar {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        guard let count = Int(digits) else { throw .malformed("a repetition's number is broken") }
        guard count <= 1000 else { throw .unsupported("a repetition goes past 1000") }
        return count
    }

    private mutating func escape() throws(PatternError) -> PatternProgram.Step {
        guard let scalar = current else { throw .malformed("it ends in a backslash") }
        if scalar == "b" || scalar == "B" {
            position += 1
            return .atWordEdge(scalar == "b")
        }
        switch try escaped() {
        case .one(let value): return step(for: value)
        case .many(let set): return add(set)
        }
    }

    private enum Escaped {
        case one(UInt32)
        case many(ScalarSet)
    }

    /// What an escape stands for, in a set or outside of one.
    private mutating func escaped() throws(PatternError) -> Escaped {
        guard let scalar = current else { throw .malformed("it ends in a backslash") }
        position += 1
        switch scalar {
        case "d": return .many(.digits)
        case "D": return .many(ScalarSet(parts: [.digits], isInverted: true))
        case "s": return .many(.spaces)
        case "S": return .many(ScalarSet(parts: [.spaces], isInverted: true))
        case "w": return .many(.word)
        case "W": return .many(ScalarSet(parts: [.word], isInverted: true))
        case "t": return .one(0x09)
        case "n": return .one(0x0A)
        case "r": return .one(0x0D)
        case "f": return .one(0x0C)
        case "1"..."9": throw .unsupported("it refers back to a group")
        case "a"..."z", "A"..."Z", "0": throw .unsupported("it has the escape \\\(scalar)")
        default: return .one(scalar.value)
        }
    }

    private mutating func set() throws(PatternError) -> PatternProgram.Step {
        var set = ScalarSet(isInverted: takes("^"))
        var isFirst = true
        while let scalar = current, isFirst || scalar != "]" {
            guard !(isFirst && scalar == "]") else { throw .unsupported("a set begins with ]") }
            isFirst = false
            guard scalar != "[", scalar != "&" else {
                throw .unsupported("a set is made of sets")
            }
            position += 1
            var low = scalar.value
            if scalar == "\\" {
                switch try escaped() {
                case .one(let value): low = value
                case .many(let part):
                    set.parts.append(part)
                    continue
                }
            }
            var high = low
            if current == "-", position + 1 < scalars.count, scalars[position + 1] != 0x5D {
                position += 1
                guard let end = current, end != "[" else { throw .unsupported("a set is odd") }
                position += 1
                high = end.value
                if end == "\\" {
                    guard case .one(let value) = try escaped() else {
                        throw .malformed("a set's range has no end")
                    }
                    high = value
                }
                guard low <= high else { throw .malformed("a set's range is the wrong way") }
            }
            add(low...high, to: &set)
        }
        guard takes("]") else { throw .malformed("a set is not closed") }
        return add(set)
    }

    private func add(_ range: ClosedRange<UInt32>, to set: inout ScalarSet) {
        set.ranges.append(range)
        guard ignoresCase else { return }
        for (letters, distance) in [(UInt32(0x41)...0x5A, 0x20), (0x61...0x7A, -0x20)] {
            let shared = range.clamped(to: letters)
            guard shared.overlaps(range), shared.overlaps(letters) else { continue }
            set.ranges.append(
                UInt32(
                    Int(shared.lowerBound) + distance)...UInt32(
                        Int(shared.upperBound) + distance))
        }
    }
}
