import JSON
import Testing
import Vocabulary

@testable import Filters

struct ParserTests {
    /// The expression with all parentheses it does not need, or the code of what is wrong.
    static func shape(_ text: String) -> String {
        do throws(ExpressionError) {
            let expression = try FilterExpression(parsing: text)
            return shape(expression.top, expression.nodes)
        } catch {
            return error.finding.rule.id
        }
    }

    private static func shape(_ part: Int, _ nodes: [Node]) -> String {
        func all(_ parts: [Int]) -> String {
            parts.map { shape($0, nodes) }.joined(separator: " ")
        }
        let children = all(nodes[part].kind.children)
        return switch nodes[part].kind {
        case .literal(let literal): "\(literal)"
        case .this: "this"
        case .root: "root"
        case .property(let of, let name, let safe):
            of.map { shape($0, nodes) + (safe ? "?." : ".") + name } ?? name
        case .method(_, let name, _, _): "\(name)(\(children))"
        case .function(let name, _): "String.\(name)(\(children))"
        case .index: "index(\(children))"
        case .select(_, let which, _, _): "\(which)(\(children))"
        case .project: "project(\(children))"
        case .list: "list(\(children))"
        case .not: "not(\(children))"
        case .sign(let minus, _): "\(minus ? "minus" : "plus")(\(children))"
        case .all: "all(\(children))"
        case .any: "any(\(children))"
        case .compare(let comparison, _, _): "\(comparison)(\(children))"
        case .matches: "matches(\(children))"
        case .between: "between(\(children))"
        case .arithmetic(let operation, _, _): "\(operation)(\(children))"
        case .conditional: "if(\(children))"
        case .elvis: "elvis(\(children))"
        }
    }

    @Test(arguments: [
        ("a or b and c", "any(a all(b c))"),
        ("String . len(a).x", "String.len(a).x"),
        ("String.len", "String.len"),
        ("a.String.len(b)", "len(a.String b)"),
        ("string.len(b)", "len(string b)"),
        ("String?.len(b)", "len(String b)"),
        ("a and b or c", "any(all(a b) c)"),
        ("(a or b) and c", "all(any(a b) c)"),
        ("a || b || c", "any(a b c)"),
        ("not a and b", "all(not(a) b)"),
        ("!a == b", "equal(not(a) b)"),
        ("a EQ 'x' AnD b", "all(equal(a text(\"x\")) b)"),
        ("1 + 2 * 3 - 4", "minus(plus(int(1) times(int(2) int(3))) int(4))"),
        ("-1 < a.b", "less(minus(int(1)) a.b)"),
        ("a ? b : c ? d : e", "if(a b if(c d e))"),
        ("a ?: b ?: c", "elvis(a elvis(b c))"),
        ("a.b?.c", "a.b?.c"),
        ("a.?[b eq 'c'].size() > 0", "greater(size(every(a equal(b text(\"c\")))) int(0))"),
        ("a.^[b].c", "first(a b).c"),
        ("a.$[b]", "last(a b)"),
        ("a.![b].contains('x', 1)", "contains(project(a b) text(\"x\") int(1))"),
        ("a[0]['k'][n]", "index(index(index(a int(0)) text(\"k\")) n)"),
        ("{1, 'a', {}}", "list(int(1) text(\"a\") list())"),
        ("'it''s'", "text(\"it\\'s\")"),
        ("\"a\"\"b\"", "text(\"a\\\"b\")"),
        ("0x1F", "int(31)"),
        ("5L", "long(5)"),
        ("1.5e1", "real(15.0)"),
        ("1.equals(1)", "equals(int(1) int(1))"),
        ("TRUE", "bool(true)"),
        ("Null", "null"),
        ("event.not", "event.not"),
        ("eq eq ne", "equal(eq ne)"),
        ("#this == #root.x", "equal(this root.x)"),
        ("a matches '.*'", "matches(a text(\".*\"))"),
        ("a between {1, 2}", "between(a list(int(1) int(2)))"),
        ("a\n  .b\t[ 0 ]", "index(a.b int(0))"),
    ])
    func expressionsAreRead(text: String, shape: String) {
        #expect(Self.shape(text) == shape)
    }

    @Test func whatIsTooLargeIsRefused() {
        let terms = Array(repeating: "a == 1", count: 100_000).joined(separator: " && ")
        #expect(Self.shape(terms) == "filter-too-long")
        for (open, close) in [
            ("(", ")"), ("!", ""), ("a.?[", "]"), ("{", "}"), ("f(", ")"), ("- ", ""),
        ] {
            for depth in [150, 10_000] {
                let nested =
                    String(repeating: open, count: depth) + "a"
                    + String(repeating: close, count: depth)
                #expect(Self.shape(nested) == "filter-too-deep", "\(open) \(depth)")
            }
        }
        let path = "a" + String(repeating: ".b", count: 10_000)
        #expect(Self.shape(path) == "filter-too-deep")
        let sum = "1" + String(repeating: "+1", count: 10_000)
        #expect(Self.shape(sum) == "filter-too-deep")
    }

    @Test func whatIsLargeIsRead() throws {
        let terms = (0..<2_000).map { "event.actor.id eq 'u\($0)'" }.joined(separator: " || ")
        let expression = try FilterExpression(parsing: terms)
        var run = FilterRun(CompiledFilter(expression))
        let event = Array(#"{"actor":{"id":"u1999"}}"#.utf8)
        let verdict = try event.withUnsafeBufferPointer { try run.verdict(on: $0) }
        #expect(verdict == .delivered)
        let nested = String(repeating: "(", count: 90) + "a" + String(repeating: ")", count: 90)
        #expect(Self.shape(nested) == "a")
    }

    /// Damaged expressions are read or refused, and a refusal names a place within them.
    @Test(arguments: 0..<4)
    func damagedTextNeverBreaksTheParser(seed: UInt64) throws {
        var expressions = SeededExpressions(seed: 900 + seed)
        var events = SeededEvents(seed: seed)
        var (read, refused) = (0, 0)
        for _ in 0..<1_000 {
            var text = expressions.condition(3)
            text = expressions.damaged(text)
            do throws(ExpressionError) {
                let expression = try FilterExpression(parsing: text)
                read += 1
                for node in expression.nodes {
                    #expect(node.range.clamped(to: 0..<text.utf8.count) == node.range)
                }
                var run = FilterRun(CompiledFilter(expression))
                let event = events.next().bytes()
                #expect(throws: Never.self) {
                    _ = try event.withUnsafeBufferPointer { try run.result(of: $0) }
                }
            } catch {
                refused += 1
                let range = error.finding.range
                #expect(range.clamped(to: 0..<max(1, text.utf8.count)) == range, "\(text)")
                #expect(!error.finding.detail.isEmpty && !error.finding.rule.summary.isEmpty)
            }
        }
        #expect(read > 50 && refused > 400)
    }
}
