/// Selections in words: what a list includes, and how many of it.
extension FilterReading {
    /// `whose targets include a UserGroup named Sales`; nil for what asks nothing of the kind.
    func inclusion(_ part: Int, isWanted: Bool) -> String? {
        switch nodes[part].kind {
        case .compare(let comparison, let left, let right):
            guard case .method(let of?, "size", let arguments, _) = nodes[left].kind,
                arguments.isEmpty, case .literal(.int(let count)) = nodes[right].kind
            else { return nil }
            return sized(of, comparison, Int(count), isWanted: isWanted)
        case .method(let of?, "isEmpty", let arguments, _) where arguments.isEmpty:
            guard case .select = nodes[of].kind else { return nil }
            return sized(of, .equal, 0, isWanted: isWanted)
        case .method(let of?, "contains", let arguments, _) where arguments.count == 1:
            guard case .project(let list?, let body, _) = nodes[of].kind,
                case .literal(let literal) = nodes[arguments[0]].kind,
                case .property(nil, let field, _) = nodes[body].kind, let owner = owner(list)
            else { return nil }
            let element = Self.element([(field, literal)], isOne: isWanted)
            return "whose \(owner) include \(element)"
        default: return nil
        }
    }

    private func sized(
        _ list: Int, _ comparison: Comparison, _ count: Int, isWanted: Bool
    ) -> String? {
        let (owner, element): (String, (Bool) -> String?)
        if case .select(let of?, .every, let body, _) = nodes[list].kind {
            guard let named = self.owner(of) else { return nil }
            owner = named
            element = { self.element(body, isOne: $0) }
        } else {
            guard let named = self.owner(list) else { return nil }
            owner = named
            element = { $0 ? "any" : "none" }
        }
        switch (comparison, count) {
        case (.greater, 0), (.greaterOrEqual, 1), (.notEqual, 0):
            return element(isWanted).map { "whose \(owner) include \($0)" }
        case (.equal, 0), (.less, 1), (.lessOrEqual, 0):
            return element(!isWanted).map { "whose \(owner) include \($0)" }
        default:
            guard isWanted, case .select(_, _, let body, _) = nodes[list].kind else { return nil }
            let many =
                switch comparison {
                case .equal: "exactly \(count)"
                case .notEqual: "any number but \(count)"
                case .less: "fewer than \(count)"
                case .lessOrEqual: "at most \(count)"
                case .greater: "more than \(count)"
                case .greaterOrEqual: "at least \(count)"
                }
            return "whose \(owner) include \(many) with `\(code(body))`"
        }
    }

    /// What a list is called.
    private func owner(_ list: Int) -> String? {
        guard let path = path(list), path.hasPrefix("event.") else { return nil }
        return path == "event.target" ? "targets" : String(path.dropFirst(6))
    }

    /// An element by the condition that selects it.
    private func element(_ body: Int, isOne: Bool) -> String {
        if case .any(let parts) = nodes[body].kind {
            let said = parts.map { element($0, isOne: isOne) }
            return said.joined(separator: isOne ? " or " : " and ")
        }
        let parts = if case .all(let parts) = nodes[body].kind { parts } else { [body] }
        var facts: [(field: String, value: Literal)] = []
        for part in parts {
            guard case .compare(.equal, let left, let right) = nodes[part].kind,
                case .property(nil, let field, _) = nodes[left].kind,
                case .literal(let literal) = nodes[right].kind
            else { return "\(isOne ? "one" : "none") with `\(code(body))`" }
            facts.append((field, literal))
        }
        return Self.element(facts, isOne: isOne)
    }

    /// `a UserGroup named Sales`, or `no UserGroup named Sales`.
    private static func element(
        _ facts: [(field: String, value: Literal)], isOne: Bool
    ) -> String {
        let type = facts.first { $0.field == "type" }.map { value($0.value) }
        var words = type.map { [isOne ? article($0) : "no", $0] } ?? [isOne ? "one" : "none"]
        var hasType = false
        for fact in facts {
            if fact.field == "type", !hasType {
                hasType = true
                continue
            }
            let said = value(fact.value)
            switch fact.field {
            case "displayName": words.append("named \(said)")
            case "id": words.append("with the id \(said)")
            case "alternateId": words.append("with the alternate id \(said)")
            default: words.append("with \(fact.field) \(said)")
            }
        }
        return words.joined(separator: " ")
    }
}
