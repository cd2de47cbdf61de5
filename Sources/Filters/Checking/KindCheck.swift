import Vocabulary

/// What each part comes to, and what is wrong with it.
extension FilterCheck {
    mutating func kind(of part: Int, this: FieldKind) -> FieldKind {
        let node = nodes[part]
        switch node.kind {
        case .literal(let literal): return Self.kind(literal)
        case .this:
            undocumented("#this stands for the element.", at: node.focus)
            return this
        case .root:
            undocumented("#root stands for the event's surroundings.", at: node.focus)
            return .root
        case .property(let of, let name, let nullSafe):
            if nullSafe { undocumentedNullSafety(node) }
            return property(name, of: subject(of, this), node, isBare: of == nil, this)
        case .method(let of, let name, let arguments, let nullSafe):
            if nullSafe { undocumentedNullSafety(node) }
            let asked = subject(of, this)
            let given = arguments.map { kind(of: $0, this: this) }
            return method(name, of: asked, arguments, given, node)
        case .function(let name, let arguments):
            return function(name, arguments, arguments.map { kind(of: $0, this: this) }, node)
        case .index(let of, let at):
            undocumented("An element by its place is not in Okta's documents.", at: node.focus)
            return index(of: subject(of, this), at: at, node)
        case .select(let of, let which, let body, let nullSafe):
            if nullSafe { undocumentedNullSafety(node) }
            if which != .every {
                undocumented(
                    "Okta's documents select with .?[…], not with .^[…] or .$[…].",
                    at: node.focus)
            }
            return selection(subject(of, this), which, body, node)
        case .project(let of, let body, let nullSafe):
            if nullSafe { undocumentedNullSafety(node) }
            undocumented("A projection .![…] is not in Okta's documents.", at: node.focus)
            let element = element(of: subject(of, this), node, "projects")
            return .list(kind(of: body, this: element))
        case .list(let parts):
            undocumented("A list in braces is not in Okta's documents.", at: node.range)
            let kinds = Set(parts.map { kind(of: $0, this: this) })
            return .list(kinds.count == 1 ? kinds.first ?? .anything : .anything)
        case .not(let inner):
            undocumented(
                "Okta's documents know no negation; ne asks for what differs.", at: node.focus)
            wantsCondition(inner, kind(of: inner, this: this))
            return .boolean
        case .all(let parts), .any(let parts):
            for part in parts { wantsCondition(part, kind(of: part, this: this)) }
            let symbol = if case .all = node.kind { "&&" } else { "||" }
            if text(node.focus) != symbol {
                undocumented(
                    "Okta's documents have \(symbol) for \(text(node.focus)).", at: node.focus)
            }
            checkJoined(node)
            return .boolean
        case .compare(let comparison, let left, let right):
            if isNegatedOperand(left, this) {
                _ = kind(of: right, this: this)
                return .boolean
            }
            let (a, b) = (kind(of: left, this: this), kind(of: right, this: this))
            compare(comparison, left, right, a, b, node)
            return .boolean
        case .matches(let asked, let pattern):
            undocumented("matches is not in Okta's documents.", at: node.focus)
            _ = kind(of: asked, this: this)
            checkPattern(pattern, kind(of: pattern, this: this))
            return .boolean
        case .between(let asked, let bounds):
            undocumented("between is not in Okta's documents.", at: node.focus)
            _ = kind(of: asked, this: this)
            checkBounds(bounds)
            return .boolean
        case .sign(_, let inner):
            wantsNumber(inner, kind(of: inner, this: this), node)
            return .number
        case .arithmetic(let operation, let left, let right):
            undocumented("Arithmetic is not in Okta's documents.", at: node.focus)
            let (a, b) = (kind(of: left, this: this), kind(of: right, this: this))
            if operation == .plus, a.isText || b.isText { return .plainText }
            wantsNumber(left, a, node)
            wantsNumber(right, b, node)
            return .number
        case .conditional(let condition, let yes, let no):
            undocumented("A choice by ? and : is not in Okta's documents.", at: node.focus)
            wantsCondition(condition, kind(of: condition, this: this))
            return Self.either(kind(of: yes, this: this), kind(of: no, this: this))
        case .elvis(let first, let other):
            undocumented("A choice by ?: is not in Okta's documents.", at: node.focus)
            return Self.either(kind(of: first, this: this), kind(of: other, this: this))
        }
    }

    private mutating func subject(_ of: Int?, _ this: FieldKind) -> FieldKind {
        of.map { kind(of: $0, this: this) } ?? this
    }

    private mutating func undocumentedNullSafety(_ node: Node) {
        undocumented("Asking past null with ?. is not in Okta's documents.", at: node.focus)
    }

    private static func kind(_ literal: Literal) -> FieldKind {
        switch literal {
        case .null: .null
        case .bool: .boolean
        case .int, .long, .real: .number
        case .text: .plainText
        }
    }

    private static func either(_ a: FieldKind, _ b: FieldKind) -> FieldKind {
        if a == b { return a }
        if a.isText, b.isText { return .plainText }
        return .anything
    }

    // MARK: fields

    private mutating func property(
        _ name: String, of kind: FieldKind, _ node: Node, isBare: Bool, _ this: FieldKind
    ) -> FieldKind {
        switch kind {
        case .anything: return .anything
        case .null:
            error(.filterFieldOfNull, "null has no fields.", at: node.focus)
        case .root:
            if name == "event" { return .object(path: "") }
            unknownAtRoot(name, node)
        case .object(let path):
            if let field = EventSchema.field(name, of: path) {
                if !field.isDocumented, !field.kind.hasFields {
                    undocumentedField(path, name, node)
                }
                return field.kind
            }
            unknown(name, below: path, node, isBare: isBare)
        case .unlisted(let path):
            if let field = EventSchema.field(name, of: path) { return field.kind }
            undocumentedField(path, name, node)
        case .list(let element):
            error(
                .filterFieldOfList,
                "This is a list; its elements have fields, and it has none. "
                    + listAdvice(name, element), at: node.focus)
        case .boolean, .number, .text:
            error(
                .filterFieldOfValue,
                "This is \(kind.words), which has no field \(name)."
                    + (Method(rawValue: name) == nil ? "" : " A method is called with ()."),
                at: node.focus)
        }
        return .anything
    }

    private func listAdvice(_ name: String, _ element: FieldKind) -> String {
        Method(rawValue: name) == nil
            ? "Select elements by it: .?[\(name) eq '…'].size() > 0."
            : "A method is called with (): \(name)()."
    }

    private mutating func undocumentedField(_ path: String, _ name: String, _ node: Node) {
        let whole = path.isEmpty ? "event.\(name)" : "event.\(path).\(name)"
        if whole == "event.debugContext.debugData.changedAttributes" {
            undocumented("Okta calls it event.debugData.changedAttributes.", at: node.focus)
        } else {
            undocumented("\(whole) is not among the fields that Okta names.", at: node.focus)
        }
    }

    private mutating func unknownAtRoot(_ name: String, _ node: Node) {
        if EventSchema.field(name, of: "") != nil {
            error(
                .filterUnknownField,
                "There is no \(name) here; the event's is event.\(name).", at: node.focus)
        } else {
            let near = nearestName(to: name, among: ["event"])
            error(
                .filterUnknownField,
                "There is no \(name) here: every path begins with event."
                    + (near == nil ? quotesAdvice(node) : " Did you mean event?"), at: node.focus)
        }
    }

    private mutating func unknown(
        _ name: String, below path: String, _ node: Node, isBare: Bool
    ) {
        let names = EventSchema.names(below: path)
        var detail =
            path.isEmpty
            ? "An event has no field \(name)."
            : path.hasSuffix("[]")
                ? "An element of \(path.dropLast(2)) has no field \(name)."
                : "There is no \(name) in \(path)."
        if let near = nearestName(to: name, among: names) {
            detail += " Did you mean \(near)?"
        } else if name == "event", isBare {
            detail += " Within brackets a name is the element's; the event is #root.event."
        } else if path.isEmpty, name.hasPrefix("debug") {
            detail += " Did you mean debugData?"
        } else {
            detail +=
                " It has \(names.joined(separator: ", "))." + (isBare ? quotesAdvice(node) : "")
            // The description moves; nothing was mistyped as far as one can tell.
            return warning(.filterUnknownField, detail, at: node.focus)
        }
        error(.filterUnknownField, detail, at: node.focus)
    }

    // MARK: lists

    private mutating func element(
        of kind: FieldKind, _ node: Node, _ verb: String
    ) -> FieldKind {
        switch kind {
        case .list(let element): return element
        case .anything: return .anything
        case .unlisted: return .anything
        default:
            error(
                .filterNotAList,
                "This \(verb) from \(kind.words); only a list has elements.", at: node.focus)
            return .anything
        }
    }

    private mutating func selection(
        _ kind: FieldKind, _ which: Selection, _ body: Int, _ node: Node
    ) -> FieldKind {
        let element = element(of: kind, node, "selects")
        wantsCondition(body, self.kind(of: body, this: element))
        return which == .every ? .list(element) : element
    }

    private mutating func index(of kind: FieldKind, at place: Int, _ node: Node) -> FieldKind {
        switch (kind, nodes[place].kind) {
        case (.object, .literal(.text(let name))), (.unlisted, .literal(.text(let name))),
            (.object, .property(nil, let name, _)), (.unlisted, .property(nil, let name, _)):
            return property(name, of: kind, nodes[place], isBare: false, kind)
        case (.list(let element), _):
            _ = self.kind(of: place, this: .root)
            return element
        default:
            _ = self.kind(of: place, this: .root)
            return .anything
        }
    }
}

extension FieldKind {
    var isText: Bool { if case .text = self { true } else { false } }

    var hasFields: Bool {
        switch self {
        case .object, .unlisted, .list: true
        default: false
        }
    }

    /// What may turn out to be true or false.
    var mayBeCondition: Bool { self == .boolean || self == .anything }
}
