@testable import Filters

/// Writes an expression anew: by chance in other words of the same meaning, and where it is bold in
/// ways that may well change it.
struct Rewriting {
    let nodes: [Node]
    var chances: SeededExpressions
    /// How likely an edit that may change the meaning is at each part, in percent.
    var boldness = 0

    /// How tightly a text holds together: what it may stand in without parentheses.
    private enum Level: Int { case choice, or, and, relation, sum, product, unary, path }

    static func of(
        _ expression: FilterExpression, _ chances: inout SeededExpressions, boldness: Int = 0
    ) -> String {
        var rewriting = Rewriting(
            nodes: expression.nodes, chances: chances, boldness: boldness)
        let text = rewriting.text(expression.top, .choice)
        chances = rewriting.chances
        return text
    }

    /// - Parameter isTruth: whether any value is taken for true or false here.
    private mutating func text(_ part: Int, _ wanted: Level, isTruth: Bool = false) -> String {
        var (level, text) = written(nodes[part].kind, isTruth: isTruth)
        if isTruth || chances.chance(boldness), chances.chance(8) {
            text = "!(" + chances.pick(["!", "not "]) + "(\(text)))"
            level = .relation
        }
        let isTooLoose = level.rawValue < wanted.rawValue
        return isTooLoose || chances.chance(15)
            ? "(" + space() + text + space() + ")" : text
    }

    private mutating func written(_ kind: Node.Kind, isTruth: Bool) -> (Level, String) {
        switch kind {
        case .literal(let literal): return (.path, written(literal))
        case .this: return (.path, "#this")
        case .root: return (.path, "#root")
        case .property(let of, let name, let nullSafe):
            return (.path, subject(of, nullSafe) + name)
        case .method(let of, let name, let arguments, let nullSafe):
            return (.path, subject(of, nullSafe) + "\(name)(\(list(arguments)))")
        case .function(let name, let arguments):
            return (.path, chances.pick(["String.", "String . "]) + "\(name)(\(list(arguments)))")
        case .index(let of, let at):
            // A name in brackets is a key; what else stands there may be written otherwise.
            return (.path, (of.map { path($0) } ?? "") + "[\(text(at, .choice))]")
        case .select(let of, let which, let body, let nullSafe):
            let mark = which == .every ? "?[" : which == .first ? "^[" : "$["
            return (.path, subject(of, nullSafe) + mark + text(body, .choice) + "]")
        case .project(let of, let body, let nullSafe):
            return (.path, subject(of, nullSafe) + "![" + text(body, .choice) + "]")
        case .list(let parts): return (.path, "{\(list(parts))}")
        case .not(let inner):
            if chances.chance(boldness) { return (.relation, text(inner, .relation)) }
            return (.relation, chances.pick(["!", "not ", "NOT "]) + text(inner, .path))
        case .sign(let minus, let inner): return (.unary, (minus ? "-" : "+") + text(inner, .path))
        case .all(let parts): return joined(parts, isAll: true)
        case .any(let parts): return joined(parts, isAll: false)
        case .compare(let comparison, let a, let b): return compared(comparison, a, b)
        case .matches(let a, let b): return (.relation, text(a, .sum) + " matches " + text(b, .sum))
        case .between(let a, let b): return (.relation, text(a, .sum) + " between " + text(b, .sum))
        case .arithmetic(let operation, let a, let b):
            let isSum = operation == .plus || operation == .minus
            let sign: String =
                switch operation {
                case .plus: " + "
                case .minus: " - "
                case .times: "*"
                case .divide: " / "
                case .remainder: " % "
                }
            return (
                isSum ? .sum : .product,
                text(a, isSum ? .sum : .product) + sign + text(b, isSum ? .product : .unary)
            )
        case .conditional(let a, let b, let c):
            return (
                .choice,
                text(a, .or, isTruth: true) + " ? " + text(b, .or) + " : " + text(c, .or)
            )
        case .elvis(let a, let b): return (.choice, text(a, .or) + " ?: " + text(b, .or))
        }
    }

    private mutating func compared(_ comparison: Comparison, _ a: Int, _ b: Int) -> (Level, String)
    {
        var (comparison, left, right) = (comparison, a, b)
        func isLiteral(_ part: Int) -> Bool {
            if case .literal = nodes[part].kind { true } else { false }
        }
        let mayTurn = isLiteral(a) != isLiteral(b)
        if mayTurn ? chances.chance(30) : chances.chance(boldness) {
            (left, right) = (right, left)
            comparison = Self.turned[comparison] ?? comparison
        }
        if chances.chance(boldness), chances.chance(30) {
            comparison = Self.opposite[comparison] ?? comparison
        }
        if comparison.isEquality ? chances.chance(15) : chances.chance(boldness) {
            let sign = Self.signs[Self.opposite[comparison] ?? comparison] ?? []
            return (
                .relation, "!(" + text(left, .sum) + chances.pick(sign) + text(right, .sum) + ")"
            )
        }
        return (
            .relation,
            text(left, .sum) + chances.pick(Self.signs[comparison] ?? []) + text(right, .sum)
        )
    }

    private mutating func joined(_ parts: [Int], isAll: Bool) -> (Level, String) {
        var (parts, isAll) = (parts, isAll)
        if chances.chance(boldness * 2) { parts.shuffle(using: &chances.generator) }
        if chances.chance(boldness), chances.chance(20) { isAll.toggle() }
        if chances.chance(12) {
            let negated = parts.map { "!(" + text($0, .choice, isTruth: true) + ")" }
            let sign = sign(isAll: !isAll)
            return (.relation, "!(" + negated.joined(separator: sign) + ")")
        }
        let level: Level = isAll ? .and : .or
        var texts = parts.map { text($0, isAll ? .relation : .and, isTruth: true) }
        if texts.count > 2, chances.chance(50) {
            let start = chances.pick(Array(0..<texts.count - 1))
            let end = chances.pick(Array(start + 2...texts.count))
            let inner = texts[start..<end].joined(separator: sign(isAll: isAll))
            texts.replaceSubrange(start..<end, with: ["(" + inner + ")"])
        }
        return (level, texts.joined(separator: sign(isAll: isAll)))
    }

    private mutating func sign(isAll: Bool) -> String {
        chances.pick(
            isAll ? ["&&", " && ", " and ", "\n  AND "] : ["||", " || ", " or ", " Or\t"])
    }

    private mutating func subject(_ part: Int?, _ nullSafe: Bool) -> String {
        guard let part else { return "" }
        let isSafe = chances.chance(boldness) ? chances.chance(50) : nullSafe
        return path(part) + (isSafe ? "?." : chances.pick([".", ".", " . "]))
    }

    private mutating func path(_ part: Int) -> String {
        if case .literal(let literal) = nodes[part].kind { return "(" + written(literal) + ")" }
        return text(part, .path)
    }

    private mutating func list(_ parts: [Int]) -> String {
        parts.map { text($0, .choice) }.joined(separator: chances.pick([",", ", "]))
    }

    private mutating func space() -> String { chances.pick(["", "", " ", "\n"]) }

    private mutating func written(_ literal: Literal) -> String {
        switch literal {
        case .null: return chances.pick(["null", "NULL", "Null"])
        case .bool(let value): return value ? chances.pick(["true", "TRUE"]) : "false"
        case .int(let value): return chances.chance(80) ? "\(value)" : "0x" + hexadecimal(value)
        case .long(let value): return "\(value)" + chances.pick(["L", "l"])
        case .real(let value): return "\(value)"
        case .text(let text):
            let text = chances.chance(boldness) && chances.chance(30) ? text.lowercased() : text
            let quote: Character = chances.pick(["'", "\""])
            let doubled = text.unicodeScalars.map {
                Character($0) == quote ? "\(quote)\(quote)" : String($0)
            }
            return "\(quote)" + doubled.joined() + "\(quote)"
        }
    }

    private func hexadecimal(_ value: Int32) -> String { String(value, radix: 16) }

    private static let signs: [Comparison: [String]] = [
        .equal: ["==", " == ", " eq ", " EQ "], .notEqual: ["!=", " != ", " ne ", "\nNe "],
        .less: ["<", " lt "], .lessOrEqual: ["<=", " le "], .greater: [">", " gt "],
        .greaterOrEqual: [">=", " GE "],
    ]
    private static let opposite: [Comparison: Comparison] = [
        .equal: .notEqual, .notEqual: .equal, .less: .greaterOrEqual, .greaterOrEqual: .less,
        .greater: .lessOrEqual, .lessOrEqual: .greater,
    ]
    private static let turned: [Comparison: Comparison] = [
        .less: .greater, .greater: .less, .lessOrEqual: .greaterOrEqual,
        .greaterOrEqual: .lessOrEqual,
    ]
}
