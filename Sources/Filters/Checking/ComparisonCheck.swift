import Vocabulary

/// Comparisons, and conditions that say less than they seem to.
extension FilterCheck {
    mutating func compare(
        _ comparison: Comparison, _ left: Int, _ right: Int, _ a: FieldKind, _ b: FieldKind,
        _ node: Node
    ) {
        if !comparison.isEquality, size(left) == nil || number(right) == nil {
            undocumented(
                "Okta's documents compare with \(text(node.focus)) only how many there are: .size() > 0.",
                at: node.focus)
        }
        if let path = path(of: left), path == self.path(of: right) {
            always(
                comparison == .equal || comparison == .lessOrEqual
                    || comparison == .greaterOrEqual, "both sides are \(path)", node.range)
            return
        }
        if size(left) != nil, let count = number(right) { sizes(comparison, count, node) }
        if comparison.isEquality {
            if let value = textLiteral(right) { checkValue(value, of: a, comparison, left, right) }
            if let value = textLiteral(left) { checkValue(value, of: b, comparison, right, left) }
            if Self.cannotEqual(a, b) { neverEqual(comparison, left, right, a, b, node) }
            return
        }
        if a.isUnordered || b.isUnordered
            || (Self.cannotEqual(a, b) && a != .anything && b != .anything)
        {
            error(
                .filterNotComparable,
                "\(a.words) and \(b.words) have no order.", at: node.range)
        }
    }

    /// Whether the left side is a field or a text behind a `!`, which binds tighter than the
    /// comparison; that is said here, and is all there is to say.
    mutating func isNegatedOperand(_ left: Int, _ this: FieldKind) -> Bool {
        guard case .not(let inner) = nodes[left].kind,
            !kind(of: inner, this: this).mayBeCondition
        else { return false }
        error(
            .filterNegatedOperand,
            "\(text(nodes[left].focus)) belongs to \(text(nodes[inner].range)) alone, which is "
                + "neither true nor false. Write ne in place of eq, or negate the whole in "
                + "parentheses: !(… eq …).", at: nodes[left].range)
        return true
    }

    /// What to say of an unknown name that stands by itself on one side of a comparison, where a text
    /// is likely; nothing elsewhere.
    func quotesAdvice(_ node: Node) -> String {
        let isOperand = nodes.contains { other in
            guard case .compare(_, let left, let right) = other.kind else { return false }
            let isLeft = nodes[left].range == node.range && textLiteral(right) == nil
            return isLeft || nodes[right].range == node.range
        }
        return isOperand ? " A text stands in quotes: '\(text(node.range))'." : ""
    }

    private mutating func neverEqual(
        _ comparison: Comparison, _ left: Int, _ right: Int, _ a: FieldKind, _ b: FieldKind,
        _ node: Node
    ) {
        let list = if case .list = a { left } else { right }
        let other = if case .list = a { b } else { a }
        guard nodes[list].kind.isListing else {
            always(comparison == .notEqual, "\(a.words) is never \(b.words)", node.range)
            return
        }
        let advice =
            if case .project = nodes[list].kind { ".contains('…')" } else { ".size() > 0" }
        error(
            .filterListCompared,
            "The brackets give a list, which is never \(other.words). Ask \(advice).",
            at: node.range)
    }

    /// A value that is asked of a field whose values Okta lists.
    private mutating func checkValue(
        _ value: String, of kind: FieldKind, _ comparison: Comparison, _ field: Int, _ literal: Int
    ) {
        if path(of: field) == "event.eventType", let eventType {
            let isTrue = (value == eventType) == (comparison == .equal)
            always(isTrue, "the filter is for \(eventType) alone", nodes[literal].range)
            return
        }
        guard case .text(let values) = kind, !values.isEmpty, !values.contains(value) else {
            return
        }
        let near =
            values.first { $0.lowercased() == value.lowercased() }
            ?? nearestName(to: value, among: values)
        warning(
            .filterUnknownValue,
            "\(path(of: field) ?? "This field") is never '\(value)' by Okta's documents."
                + (near.map { " Did you mean '\($0)'?" }
                    ?? " It is one of \(values.joined(separator: ", "))."),
            at: nodes[literal].range)
    }

    private mutating func sizes(_ comparison: Comparison, _ count: Double, _ node: Node) {
        let never =
            switch comparison {
            case .less: count <= 0
            case .lessOrEqual, .equal: count < 0
            default: false
            }
        let ever =
            switch comparison {
            case .greater, .notEqual: count < 0
            case .greaterOrEqual: count <= 0
            default: false
            }
        if never || ever { always(ever, "size() is never below 0", node.range) }
    }

    mutating func always(_ isTrue: Bool, _ why: String, _ range: Range<Int>) {
        warning(
            isTrue ? .filterAlwaysTrue : .filterAlwaysFalse,
            "This is \(isTrue ? "true" : "false") whatever happens: \(why).", at: range)
    }

    /// Conditions without a field, which are decided already.
    mutating func checkConstants() {
        for (part, node) in nodes.enumerated() {
            switch node.kind {
            case .compare, .not, .all, .any, .matches, .between: break
            case .literal(.bool) where part == expression.top: break
            default: continue
            }
            guard !asksEvent(part), let verdict = constant(part) else { continue }
            always(verdict, "no field of the event is asked", node.range)
        }
    }

    private func asksEvent(_ part: Int) -> Bool {
        switch nodes[part].kind {
        case .property, .this, .root, .index(nil, _), .method(nil, _, _, _),
            .select(nil, _, _, _), .project(nil, _, _):
            true
        default: nodes[part].kind.children.contains(where: asksEvent)
        }
    }

    private func constant(_ part: Int) -> Bool? {
        do {
            let inner = try FilterExpression(parsing: text(nodes[part].range))
            var run = FilterRun(CompiledFilter(inner))
            let verdict = try Array("{}".utf8).withUnsafeBufferPointer { try run.verdict(on: $0) }
            return verdict == .delivered ? true : verdict == .dropped ? false : nil
        } catch {
            return nil
        }
    }

    // MARK: what parts are

    /// The path of a field as it is written without white space; nil for what is none.
    func path(of part: Int) -> String? {
        switch nodes[part].kind {
        case .property(let of, let name, _):
            guard let of else { return name }
            return path(of: of).map { "\($0).\(name)" }
        default: return nil
        }
    }

    func textLiteral(_ part: Int) -> String? {
        if case .literal(.text(let text)) = nodes[part].kind { text } else { nil }
    }

    private func number(_ part: Int) -> Double? {
        switch nodes[part].kind {
        case .literal(.int(let value)): Double(value)
        case .literal(.long(let value)): Double(value)
        case .literal(.real(let value)): value
        case .sign(true, let inner): number(inner).map { -$0 }
        default: nil
        }
    }

    /// Of what the size is asked.
    func size(_ part: Int) -> Int? {
        if case .method(let of?, "size", [], _) = nodes[part].kind { of } else { nil }
    }
}

extension FieldKind {
    /// What nothing comes before or behind.
    fileprivate var isUnordered: Bool {
        switch self {
        case .list, .object, .unlisted: true
        default: false
        }
    }
}

extension Node.Kind {
    /// Whether it makes a list with its brackets.
    fileprivate var isListing: Bool {
        switch self {
        case .project, .select: true
        default: false
        }
    }
}
