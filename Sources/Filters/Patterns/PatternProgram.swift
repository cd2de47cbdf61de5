/// A regular expression, compiled to run in time that grows with the text and no faster.
///
/// The whole text must match, which is all that a filter ever asks; so there are no groups to
/// remember, and greedy and reluctant repetition are one. What can only be done by trying again and
/// again (a back reference, a look around, possessive repetition) is not understood.
struct PatternProgram: Hashable, Sendable {
    enum Step: Hashable, Sendable {
        case scalar(UInt32)
        case set(Int)
        case anything(lineEnds: Bool)
        case split(Int, Int)
        case jump(Int)
        case atStart, atEnd
        case atWordEdge(Bool)
        case done
    }

    var steps: [Step] = []
    var sets: [ScalarSet] = []

    /// How many steps a program may have: repetitions are written out.
    static let mostSteps = 5_000
}

/// Some scalars, or all others.
struct ScalarSet: Hashable, Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    /// Sets that are part of this one, such as `\d` or its opposite.
    var parts: [ScalarSet] = []
    var isInverted = false

    func contains(_ scalar: UInt32) -> Bool {
        let isIn =
            ranges.contains { $0.contains(scalar) } || parts.contains { $0.contains(scalar) }
        return isIn != isInverted
    }

    static let digits = ScalarSet(ranges: [0x30...0x39])
    static let spaces = ScalarSet(ranges: [0x09...0x0D, 0x20...0x20])
    static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
}

/// Why a text is no regular expression, or none that is understood here.
enum PatternError: Error, Hashable {
    /// The text is broken.
    case malformed(String)
    /// The text may be right; what it asks is not understood here.
    case unsupported(String)
}

extension PatternProgram {
    /// Whether the whole of a text matches.
    func matches(_ text: [UInt32]) -> Bool {
        var current = ThreadList(steps.count)
        var next = ThreadList(steps.count)
        follow(0, at: 0, in: text, into: &current)
        for (place, scalar) in text.enumerated() {
            guard !current.isEmpty else { return false }
            next.removeAll()
            for step in current.entries {
                let goesOn =
                    switch steps[step] {
                    case .scalar(let wanted): wanted == scalar
                    case .set(let set): sets[set].contains(scalar)
                    case .anything(let lineEnds): lineEnds || !Self.isLineEnd(scalar)
                    default: false
                    }
                if goesOn { follow(step + 1, at: place + 1, in: text, into: &next) }
            }
            swap(&current, &next)
        }
        return current.entries.contains { steps[$0] == .done }
    }

    /// Adds a step and all that can be reached from it without a scalar.
    private func follow(
        _ first: Int, at place: Int, in text: [UInt32], into list: inout ThreadList
    ) {
        var pending = [first]
        while let step = pending.popLast() {
            guard list.marks(step) else { continue }
            switch steps[step] {
            case .jump(let to): pending.append(to)
            case .split(let a, let b):
                pending.append(b)
                pending.append(a)
            case .atStart: if place == 0 { pending.append(step + 1) }
            case .atEnd: if Self.isEnd(place, of: text) { pending.append(step + 1) }
            case .atWordEdge(let wanted):
                let before = place > 0 && ScalarSet.word.contains(text[place - 1])
                let after = place < text.count && ScalarSet.word.contains(text[place])
                if (before != after) == wanted { pending.append(step + 1) }
            default: list.entries.append(step)
            }
        }
    }

    /// The end, or what stands before the line end that ends the text.
    private static func isEnd(_ place: Int, of text: [UInt32]) -> Bool {
        switch text.count - place {
        case 0: true
        case 1:
            isLineEnd(text[place]) && !(text[place] == 0x0A && place > 0 && text[place - 1] == 0x0D)
        case 2: text[place] == 0x0D && text[place + 1] == 0x0A
        default: false
        }
    }

    static func isLineEnd(_ scalar: UInt32) -> Bool {
        scalar == 0x0A || scalar == 0x0D || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
    }
}

/// The steps at which a match stands at one place, each once.
private struct ThreadList {
    var entries: [Int] = []
    private var isMarked: [Bool]

    init(_ count: Int) { isMarked = Array(repeating: false, count: count) }

    var isEmpty: Bool { entries.isEmpty }

    /// Marks a step; false when it was marked.
    mutating func marks(_ step: Int) -> Bool {
        guard !isMarked[step] else { return false }
        isMarked[step] = true
        return true
    }

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        for index in isMarked.indices { isMarked[index] = false }
    }
}
