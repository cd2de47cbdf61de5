/// When a part fails, and what it comes to where it does not.
extension Meanings {
    func outcome(of meaning: Meaning) -> Outcome {
        switch meaning {
        case .literal(.bool): return .boolean
        case .literal(.int), .literal(.long), .literal(.real), .sign: return .number
        case .arithmetic(_, let a, let b):
            return outcome(of: a) == .number && outcome(of: b) == .number ? .number : .unknown
        case .truth, .not, .all, .any, .compare, .matches, .between: return .boolean
        case .select(_, .every, _, nullSafe: false), .project(_, _, nullSafe: false), .list:
            return .list
        case .method(_, let name, _, nullSafe: false):
            switch Method(rawValue: name) {
            case .isEmpty, .contains, .equals, .equalsIgnoreCase, .startsWith, .endsWith, .matches,
                .containsKey:
                return .boolean
            case .size, .length, .indexOf: return .number
            default: return .unknown
            }
        case .function(let name, _):
            switch TextFunction(rawValue: name) {
            case .startsWith, .stringContains: return .boolean
            case .len: return .number
            default: return .unknown
            }
        case .conditional(_, let yes, let no):
            return outcome(of: yes) == outcome(of: no) ? outcome(of: yes) : .unknown
        default: return .unknown
        }
    }

    /// What a meaning needs: exactly that without which it fails. Where that cannot be said in parts
    /// it is the success of the whole, by its number.
    mutating func needs(of meaning: Meaning, _ whole: Int) -> Set<Int> {
        switch meaning {
        case .text, .literal, .this, .root: return []
        case .property(let of, _, let nullSafe):
            return needs(of: of).union([id(nullSafe ? .nullOrObject(of) : .object(of))])
        case .method(let of, let name, let arguments, nullSafe: false):
            return needs(ofMethod: name, of: of, arguments) ?? [id(.success(whole))]
        case .select(let of, let which, let body, let nullSafe) where which != .first:
            var inner = needs(of: body)
            if outcome(of: body) != .boolean { inner.insert(id(.boolean(body))) }
            return needs(of: of).union(walk(through: of, inner, nullSafe))
        case .project(let of, let body, let nullSafe):
            return needs(of: of).union(walk(through: of, needs(of: body), nullSafe))
        case .list(let parts): return parts.reduce(into: []) { $0.formUnion(needs(of: $1)) }
        case .truth(let inner), .not(let inner):
            if outcome(of: inner) == .boolean { return needs(of: inner) }
            return needs(of: inner).union([id(.truth(inner))])
        case .all(let groups), .any(let groups):
            // Of more than one group the later ones are not always evaluated.
            return groups.count == 1 ? groups[0].needs : [id(.success(whole))]
        case .compare(let comparison, let a, let b):
            let areNumbers = outcome(of: a) == .number && outcome(of: b) == .number
            guard comparison.isEquality || areNumbers else { return [id(.success(whole))] }
            return needs(of: a).union(needs(of: b))
        default: return [id(.success(whole))]
        }
    }

    /// What is needed to walk through a list, and of each of its elements.
    private mutating func walk(
        through list: Int, _ inner: Set<Int>, _ nullSafe: Bool
    ) -> Set<Int> {
        let each = inner.sorted().map { id(.each(of: list, $0)) }
        return Set(each + [id(nullSafe ? .nullOrList(list) : .list(list))])
    }

    /// Nil where it depends on more than what the method is asked of.
    private mutating func needs(
        ofMethod name: String, of subject: Int, _ arguments: [Int]
    ) -> Set<Int>? {
        let areTexts = arguments.allSatisfy {
            if case .text = all[$0] { true } else { false }
        }
        guard areTexts else { return nil }
        switch (Method(rawValue: name), arguments.count) {
        case (.startsWith, 1), (.endsWith, 1), (.equalsIgnoreCase, 1), (.concat, 1),
            (.toLowerCase, 0), (.toUpperCase, 0), (.trim, 0), (.length, 0):
            return needs(of: subject).union([id(.text(subject))])
        case (.size, 0), (.isEmpty, 0):
            if outcome(of: subject) == .list { return needs(of: subject) }
            return needs(of: subject).union([id(.method(of: subject, name))])
        case (.contains, 1), (.equals, 1), (.indexOf, 1):
            return needs(of: subject).union([id(.method(of: subject, name))])
        default: return nil
        }
    }
}
