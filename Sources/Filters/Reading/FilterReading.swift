/// What a filter lets through, in words.
///
/// The common shapes are said as a person would say them; what is none of them is shown as it
/// stands, between backquotes.
package struct FilterReading {
    let expression: FilterExpression
    var nodes: [Node] { expression.nodes }

    /// `events whose targets include a UserGroup named Sales`.
    package static func words(for expression: FilterExpression) -> String {
        let reading = FilterReading(expression: expression)
        if case .literal(.bool(let all)) = reading.nodes[expression.top].kind {
            return all ? "all events" : "no events"
        }
        return "events " + reading.clause(expression.top, within: nil)
    }

    private enum Joint { case and, or }

    /// What follows `events`.
    private func clause(_ part: Int, within joint: Joint?) -> String {
        switch nodes[part].kind {
        case .all(let parts):
            let said = parts.map { clause($0, within: .and) }.joined(separator: " and ")
            return joint == .or ? "both " + said : said
        case .any(let parts):
            if let said = oneOf(parts) { return said }
            let said = parts.map { clause($0, within: .or) }.joined(separator: " or ")
            return joint == .and ? "either " + said : said
        case .not(let inner):
            if let said = inclusion(inner, isWanted: false) { return said }
            return "other than those " + clause(inner, within: nil)
        default: break
        }
        return inclusion(part, isWanted: true) ?? comparison(part) ?? question(part)
            ?? "for which `\(code(part))` is true"
    }

    /// `whose actor's id is a or b`, when one field is asked for several values.
    private func oneOf(_ parts: [Int]) -> String? {
        var asked: Set<String> = []
        var values: [String] = []
        for part in parts {
            guard case .compare(.equal, let left, let right) = nodes[part].kind,
                let path = path(left), path != "event.eventType",
                case .literal(let literal) = nodes[right].kind, literal != .null
            else { return nil }
            asked.insert(path)
            values.append(Self.value(literal))
        }
        guard asked.count == 1, let path = asked.first else { return nil }
        return "whose \(Self.noun(path)) is \(values.joined(separator: " or "))"
    }

    /// A part as it stands.
    func code(_ part: Int) -> String {
        let range = nodes[part].range
        return String(
            decoding: Array(expression.text.utf8)[range], as: UTF8.self)
    }

    // MARK: fields

    /// `event.actor.id eq '…'`.
    private func comparison(_ part: Int) -> String? {
        guard case .compare(let comparison, let left, let right) = nodes[part].kind else {
            return nil
        }
        let isField = path(left) != nil
        guard let path = path(isField ? left : right),
            case .literal(let literal) = nodes[isField ? right : left].kind
        else { return nil }
        let isEqual = comparison == .equal
        if comparison.isEquality, path == "event.eventType", case .text(let type) = literal {
            return (isEqual ? "of type " : "of another type than ") + type
        }
        if comparison.isEquality, literal == .null {
            return "that have \(isEqual ? "no" : "a") \(Self.short(path))"
        }
        guard let verb = isField ? Self.verb(comparison) : isEqual ? "is" : nil else { return nil }
        return "whose \(Self.noun(path)) \(verb) \(Self.value(literal))"
    }

    private static func verb(_ comparison: Comparison) -> String? {
        switch comparison {
        case .equal: "is"
        case .notEqual: "is not"
        case .less: "is less than"
        case .lessOrEqual: "is at most"
        case .greater: "is more than"
        case .greaterOrEqual: "is at least"
        }
    }

    /// `event.actor.displayName.startsWith('…')`, and what a field is matched against.
    private func question(_ part: Int) -> String? {
        if case .matches(let left, let right) = nodes[part].kind, let path = path(left),
            case .literal(.text(let pattern)) = nodes[right].kind
        {
            return "whose \(Self.noun(path)) matches /\(pattern)/"
        }
        if let said = functionQuestion(part) { return said }
        guard case .method(let of?, let name, let arguments, _) = nodes[part].kind,
            let path = path(of)
        else { return nil }
        if arguments.isEmpty, name == "isEmpty" { return "whose \(Self.noun(path)) is empty" }
        guard arguments.count == 1, case .literal(let literal) = nodes[arguments[0]].kind else {
            return nil
        }
        let verb: String? =
            switch Method(rawValue: name) {
            case .contains: "contains"
            case .startsWith: "begins with"
            case .endsWith: "ends with"
            case .equals: "is"
            case .equalsIgnoreCase: "is, in whatever case,"
            case .matches: "matches"
            default: nil
            }
        return verb.map { "whose \(Self.noun(path)) \($0) \(Self.value(literal))" }
    }

    /// `String.stringContains(event.actor.displayName, '…')`.
    private func functionQuestion(_ part: Int) -> String? {
        guard case .function(let name, let arguments) = nodes[part].kind, arguments.count == 2,
            let path = path(arguments[0]),
            case .literal(let literal) = nodes[arguments[1]].kind
        else { return nil }
        switch TextFunction(rawValue: name) {
        case .stringContains: return "whose \(Self.noun(path)) contains \(Self.value(literal))"
        case .startsWith: return "whose \(Self.noun(path)) begins with \(Self.value(literal))"
        default: return nil
        }
    }

    /// The path of a field; nil for what is none.
    func path(_ part: Int) -> String? {
        switch nodes[part].kind {
        case .property(let of, let name, _):
            guard let of else { return name }
            return path(of).map { "\($0).\(name)" }
        default: return nil
        }
    }

    private static let nouns = [
        "event.outcome.result": "outcome", "event.outcome.reason": "outcome's reason",
        "event.actor.id": "actor's id", "event.actor.type": "actor's type",
        "event.actor.displayName": "actor's name",
        "event.actor.alternateId": "actor's alternate id",
        "event.debugData.changedAttributes": "list of changed attributes",
        "event.target": "targets",
    ]

    private static func noun(_ path: String) -> String { nouns[path] ?? short(path) }

    private static func short(_ path: String) -> String {
        path.hasPrefix("event.") ? String(path.dropFirst(6)) : path
    }

    static func article(_ word: String) -> String {
        word.first.map { "aeiouAEIO".contains($0) } ?? false ? "an" : "a"
    }

    /// A value as it is said: a plain word by itself, all else in quotes.
    static func value(_ literal: Literal) -> String {
        switch literal {
        case .null: return "null"
        case .bool(let value): return "\(value)"
        case .int(let value): return "\(value)"
        case .long(let value): return "\(value)"
        case .real(let value): return decimal(value)
        case .text(let text):
            let isPlain =
                !text.isEmpty
                && text.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic || ("0"..."9") ~= $0
                        || "_-.@".unicodeScalars.contains($0)
                }
            return isPlain ? text : "'\(text)'"
        }
    }
}
