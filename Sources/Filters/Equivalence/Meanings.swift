/// Numbers for meanings: parts of several expressions that mean the same have the same number.
struct Meanings {
    /// By number.
    private(set) var all: [Meaning] = []
    private var numbers: [Meaning: Int] = [:]
    /// What each needs: it fails where one of these is not so, and nowhere else.
    private var needs: [Set<Int>] = []
    private var outcomes: [Outcome] = []
    private var needNumbers: [Need: Int] = [:]
    private var nodes: [Node] = []

    mutating func meaning(of expression: FilterExpression) -> Int {
        nodes = expression.nodes
        return meaning(of: expression.top)
    }

    private mutating func number(_ meaning: Meaning) -> Int {
        if let known = numbers[meaning] { return known }
        let number = all.count
        all.append(meaning)
        numbers[meaning] = number
        outcomes.append(outcome(of: meaning))
        needs.append([])
        needs[number] = needs(of: meaning, number)
        return number
    }

    func outcome(of number: Int) -> Outcome { number < 0 ? .unknown : outcomes[number] }

    func needs(of number: Int) -> Set<Int> { number < 0 ? [] : needs[number] }

    mutating func id(_ need: Need) -> Int {
        if let known = needNumbers[need] { return known }
        needNumbers[need] = needNumbers.count
        return needNumbers.count - 1
    }

    private mutating func subject(_ part: Int?) -> Int { part.map { meaning(of: $0) } ?? -1 }

    private mutating func meaning(of part: Int) -> Int {
        switch nodes[part].kind {
        case .literal(.text(let text)): return number(.text(Array(text.utf8)))
        case .literal(let literal): return number(.literal(literal))
        case .this: return number(.this)
        case .root: return number(.root)
        case .property(let of, let name, let nullSafe):
            return number(.property(of: subject(of), name: name, nullSafe: nullSafe))
        case .method(let of, let name, let arguments, let nullSafe):
            return number(
                .method(
                    of: subject(of), name: name, arguments: arguments.map { meaning(of: $0) },
                    nullSafe: nullSafe))
        case .function(let name, let arguments):
            return number(.function(name: name, arguments: arguments.map { meaning(of: $0) }))
        case .index(let of, let at): return number(.index(of: subject(of), at: meaning(of: at)))
        case .select(let of, let which, let body, let nullSafe):
            return number(
                .select(of: subject(of), which, where: meaning(of: body), nullSafe: nullSafe))
        case .project(let of, let body, let nullSafe):
            return number(.project(of: subject(of), meaning(of: body), nullSafe: nullSafe))
        case .list(let parts): return number(.list(parts.map { meaning(of: $0) }))
        case .not(let inner): return boolean(truth(of: inner, isNegated: true))
        case .sign(let minus, let inner): return number(.sign(minus: minus, meaning(of: inner)))
        case .all, .any: return truth(of: part, isNegated: false)
        case .compare(let comparison, let a, let b): return compared(comparison, a, b)
        case .matches(let a, let b): return number(.matches(meaning(of: a), meaning(of: b)))
        case .between(let a, let b): return number(.between(meaning(of: a), meaning(of: b)))
        case .arithmetic(let operation, let a, let b):
            return number(.arithmetic(operation, meaning(of: a), meaning(of: b)))
        case .conditional(let condition, let yes, let no):
            return number(
                .conditional(
                    truth(of: condition, isNegated: false), meaning(of: yes), meaning(of: no)))
        case .elvis(let a, let b): return number(.elvis(meaning(of: a), meaning(of: b)))
        }
    }

    /// A meaning that is itself true or false.
    private mutating func boolean(_ meaning: Int) -> Int {
        outcomes[meaning] == .boolean ? meaning : number(.truth(meaning))
    }

    /// A meaning that is true where a part is, or is not; for places where any value is taken for
    /// true or false.
    private mutating func truth(of part: Int, isNegated: Bool) -> Int {
        switch nodes[part].kind {
        case .not(let inner): return truth(of: inner, isNegated: !isNegated)
        case .all(let parts): return joined(parts, isAll: !isNegated, isNegated: isNegated)
        case .any(let parts): return joined(parts, isAll: isNegated, isNegated: isNegated)
        case .compare(.equal, let a, let b) where isNegated: return compared(.notEqual, a, b)
        case .compare(.notEqual, let a, let b) where isNegated: return compared(.equal, a, b)
        case .literal(.bool(let value)) where isNegated: return number(.literal(.bool(!value)))
        default:
            let meaning = meaning(of: part)
            return isNegated ? number(.not(meaning)) : meaning
        }
    }

    /// A comparison with its literal, if it has one, at the right.
    private mutating func compared(_ comparison: Comparison, _ a: Int, _ b: Int) -> Int {
        let (left, right) = (meaning(of: a), meaning(of: b))
        guard all[left].isLiteral, !all[right].isLiteral else {
            return number(.compare(comparison, left, right))
        }
        let turned: Comparison =
            switch comparison {
            case .equal, .notEqual: comparison
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .greater: .less
            case .greaterOrEqual: .lessOrEqual
            }
        return number(.compare(turned, right, left))
    }

    /// What `&&` or `||` means, its operands negated or not, as groups in which they may trade places.
    private mutating func joined(_ parts: [Int], isAll: Bool, isNegated: Bool) -> Int {
        var operands: [Int] = []
        for part in parts { gather(part, isAll: isAll, isNegated: isNegated, into: &operands) }
        var groups: [OperandGroup] = []
        // What all events have for which evaluation comes this far without a failure.
        var given: Set<Int> = []
        for operand in operands {
            var wanted = needs[operand]
            if outcomes[operand] != .boolean { wanted.insert(id(.truth(operand))) }
            let more = wanted.subtracting(given)
            if more.isEmpty, !groups.isEmpty {
                groups[groups.count - 1].members.insert(operand)
            } else {
                groups.append(OperandGroup(needs: more, members: [operand]))
                given.formUnion(more)
            }
        }
        if groups.count == 1, groups[0].members.count == 1 { return boolean(operands[0]) }
        return number(isAll ? .all(groups) : .any(groups))
    }

    /// The operands in the order in which they are evaluated: `a && (b && c)` has three.
    private mutating func gather(
        _ part: Int, isAll: Bool, isNegated: Bool, into operands: inout [Int]
    ) {
        switch nodes[part].kind {
        case .not(let inner):
            gather(inner, isAll: isAll, isNegated: !isNegated, into: &operands)
        case .all(let parts) where isAll != isNegated, .any(let parts) where isAll == isNegated:
            for part in parts { gather(part, isAll: isAll, isNegated: isNegated, into: &operands) }
        default: operands.append(truth(of: part, isNegated: isNegated))
        }
    }
}
