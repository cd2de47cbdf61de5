import Vocabulary

/// Methods, and what is wanted of parts by those around them.
extension FilterCheck {
    mutating func method(
        _ name: String, of kind: FieldKind, _ arguments: [Int], _ given: [FieldKind], _ node: Node
    ) -> FieldKind {
        if name != "size", Method(rawValue: name) != nil {
            undocumented("\(name)() is not in Okta's documents.", at: node.focus)
        }
        if kind == .anything { return .anything }
        if kind == .null {
            error(.filterMethodOfNull, "null has no methods.", at: node.focus)
            return .anything
        }
        guard let method = Method(rawValue: name) else {
            unknownMethod(name, of: kind, node)
            return .anything
        }
        guard let signature = Self.signature(method, of: kind) else {
            unknownMethod(name, of: kind, node)
            return .anything
        }
        if !signature.counts.contains(arguments.count) {
            let wanted = signature.counts.map(String.init).joined(separator: " or ")
            error(
                .filterWrongArguments,
                "\(name)() takes \(wanted) of them here, not \(arguments.count).", at: node.focus)
        }
        if method == .matches, let pattern = arguments.first { checkPattern(pattern, given[0]) }
        if let first = given.first, first == .null, method != .equals, kind.isText {
            error(
                .filterNullArgument,
                "\(name)(null) fails for every event.", at: nodes[arguments[0]].range)
        }
        if case .list(let element) = kind, method == .contains, let first = given.first,
            Self.cannotEqual(element, first)
        {
            warning(
                .filterAlwaysFalse,
                "The list holds \(element.words) each; \(first.words) is not among them.",
                at: node.focus)
        }
        if case .list(let element) = kind, method == .get { return element }
        return signature.result
    }

    private mutating func unknownMethod(_ name: String, of kind: FieldKind, _ node: Node) {
        let known = Method.allCases.filter { Self.signature($0, of: kind) != nil }.map(\.rawValue)
        let near = nearestName(to: name, among: known)
        let isField: Bool
        if case .object(let path) = kind, EventSchema.field(name, of: path) != nil {
            isField = true
        } else {
            isField = false
        }
        error(
            .filterUnknownMethod,
            "\(kind.words.prefix(1).uppercased())\(kind.words.dropFirst()) has no method \(name)()."
                + (isField
                    ? " It is a field: without ()."
                    : near.map { " Did you mean \($0)()?" }
                        ?? " It has \(known.sorted().joined(separator: ", "))."),
            at: node.focus)
    }

    private struct Signature {
        var counts: [Int]
        var result: FieldKind
    }

    private static func signature(_ method: Method, of kind: FieldKind) -> Signature? {
        if method == .equals { return Signature(counts: [1], result: .boolean) }
        switch kind {
        case .text:
            switch method {
            case .isEmpty: return Signature(counts: [0], result: .boolean)
            case .contains, .startsWith, .endsWith, .matches, .equalsIgnoreCase:
                return Signature(counts: [1], result: .boolean)
            case .toLowerCase, .toUpperCase, .trim:
                return Signature(counts: [0], result: .plainText)
            case .length: return Signature(counts: [0], result: .number)
            case .indexOf: return Signature(counts: [1], result: .number)
            case .concat: return Signature(counts: [1], result: .plainText)
            case .substring: return Signature(counts: [1, 2], result: .plainText)
            case .replace: return Signature(counts: [2], result: .plainText)
            default: return nil
            }
        case .list:
            switch method {
            case .size: return Signature(counts: [0], result: .number)
            case .isEmpty: return Signature(counts: [0], result: .boolean)
            case .contains: return Signature(counts: [1], result: .boolean)
            case .indexOf: return Signature(counts: [1], result: .number)
            case .get: return Signature(counts: [1], result: .anything)
            default: return nil
            }
        case .object, .unlisted:
            switch method {
            case .size: return Signature(counts: [0], result: .number)
            case .isEmpty: return Signature(counts: [0], result: .boolean)
            case .containsKey: return Signature(counts: [1], result: .boolean)
            case .get: return Signature(counts: [1], result: .anything)
            default: return nil
            }
        default: return nil
        }
    }

    /// A part that is to be true or false.
    mutating func wantsCondition(_ part: Int, _ kind: FieldKind) {
        guard !kind.mayBeCondition else { return }
        let node = nodes[part]
        if case .method(_, "size", _, _) = node.kind {
            error(
                .filterSizeNotCompared,
                "size() is a number, and here stands what is true or false. Write .size() > 0.",
                at: node.focus)
            return
        }
        if case .list = kind {
            error(
                .filterNotBoolean,
                "This is a list. Whether it has elements is asked with .size() > 0.",
                at: node.range)
            return
        }
        error(
            .filterNotBoolean,
            "This is \(kind.words), and here stands what is true or false. Compare it: eq '…'.",
            at: node.range)
    }

    mutating func wantsNumber(_ part: Int, _ kind: FieldKind, _ node: Node) {
        switch kind {
        case .number, .anything: break
        default:
            error(
                .filterNotANumber,
                "This is \(kind.words).", at: nodes[part].range)
        }
    }

    mutating func checkPattern(_ part: Int, _ kind: FieldKind) {
        let range = nodes[part].range
        guard case .literal(.text(let pattern)) = nodes[part].kind else {
            if !kind.isText, kind != .anything {
                error(
                    .filterInvalidPattern,
                    "A pattern is a text, not \(kind.words).", at: range)
            }
            return
        }
        do throws(PatternError) {
            _ = try PatternParser.program(of: pattern)
        } catch {
            switch error {
            case .malformed(let why):
                self.error(
                    .filterInvalidPattern,
                    "This is no regular expression: \(why).", at: range)
            case .unsupported(let why):
                warning(
                    .filterUnsupportedPattern,
                    "It may be right, but it cannot be tried here: \(why).", at: range)
            }
        }
    }

    mutating func checkBounds(_ part: Int) {
        if case .list(let parts) = nodes[part].kind, parts.count == 2 { return }
        error(
            .filterBetweenBounds,
            "between takes a list of two: between {1, 5}.", at: nodes[part].range)
    }

    /// Whether no value of one kind can ever equal one of the other.
    static func cannotEqual(_ a: FieldKind, _ b: FieldKind) -> Bool {
        switch (a, b) {
        case (.anything, _), (_, .anything), (.null, _), (_, .null): false
        case (.text, .text), (.number, .number), (.boolean, .boolean): false
        case (.list, .list), (.object, .object), (.unlisted, .object), (.object, .unlisted),
            (.unlisted, .unlisted):
            false
        default: true
        }
    }
}
