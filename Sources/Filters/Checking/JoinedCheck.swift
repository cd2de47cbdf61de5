import Vocabulary

/// Conditions that are joined: those that shut each other out, and those that were meant as one.
extension FilterCheck {
    mutating func checkJoined(_ node: Node) {
        switch node.kind {
        case .all(let parts):
            contradictions(parts, .equal)
            twoTargets(parts)
        case .any(let parts): contradictions(parts, .notEqual)
        default: break
        }
    }

    /// One field that is to equal two values, or to differ from one or from another.
    private mutating func contradictions(_ parts: [Int], _ comparison: Comparison) {
        var seen: [String: String] = [:]
        for part in parts {
            guard case .compare(comparison, let left, let right) = nodes[part].kind,
                let path = path(of: left), let value = textLiteral(right)
            else { continue }
            if let other = seen[path], other != value {
                let reason =
                    comparison == .equal
                    ? "\(path) is not '\(other)' and '\(value)' at once"
                    : "\(path) differs from '\(other)' or from '\(value)'"
                always(comparison == .notEqual, reason, nodes[part].range)
            }
            seen[path] = seen[path] ?? value
        }
    }

    /// `.?[type eq 'UserGroup'].size() > 0 && .?[displayName eq 'Sales'].size() > 0`, which a user
    /// of that name in another group's event makes true as well.
    private mutating func twoTargets(_ parts: [Int]) {
        let selections = parts.compactMap(someSelected)
        guard
            let byType = selections.first(where: { $0.fields == ["type"] }),
            let other = selections.first(where: {
                $0.list == byType.list && !$0.fields.contains("type") && !$0.fields.isEmpty
            })
        else { return }
        warning(
            .filterTwoTargets,
            "One target may have the type, and another the \(other.fields.sorted().joined(separator: " and "))."
                + " For one that has both, write \(byType.list).?[\(byType.condition) && \(other.condition)].size() > 0.",
            at: other.range)
    }

    private struct SomeSelected {
        var list: String
        var fields: Set<String>
        var condition: String
        var range: Range<Int>
    }

    /// `list.?[condition].size() > 0`.
    private func someSelected(_ part: Int) -> SomeSelected? {
        guard case .compare(let comparison, let left, let right) = nodes[part].kind,
            let selection = size(left),
            case .select(let list?, .every, let body, _) = nodes[selection].kind,
            let path = path(of: list), case .literal(.int(let count)) = nodes[right].kind,
            (comparison == .greater && count == 0) || (comparison == .greaterOrEqual && count == 1)
                || (comparison == .notEqual && count == 0)
        else { return nil }
        return SomeSelected(
            list: path, fields: fields(body), condition: text(nodes[body].range),
            range: nodes[part].range)
    }

    /// The element's own fields that a condition asks.
    private func fields(_ part: Int) -> Set<String> {
        if case .property(nil, let name, _) = nodes[part].kind { return [name] }
        return nodes[part].kind.children.reduce(into: []) { $0.formUnion(fields($1)) }
    }
}
