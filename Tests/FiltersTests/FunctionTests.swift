import Testing

@testable import Filters

struct FunctionTests {
    private static let event = """
        {"actor": {"displayName": "Ada Łovelace", "alternateId": "ada@okta.com", "detail": null},
         "count": 5, "flag": true, "words": ["a"]}
        """

    @Test(arguments: [
        ("String.append(event.actor.alternateId, '!')", EvaluatedValue.text("ada@okta.com!")),
        ("String.join('-', 'a', event.count, event.flag)", .text("a-5-true")),
        ("String.join('', 'a', 'b')", .text("ab")),
        ("String.len(event.actor.displayName)", .int(12)),
        ("String.len('\u{1F600}')", .int(2)),
        ("String.replace('This is a test', 'is', 'at')", .text("That at a test")),
        ("String.startsWith(event.actor.displayName, 'Ada')", .bool(true)),
        ("String.startsWith(event.actor.displayName, 'ada')", .bool(false)),
        ("String.stringContains(event.actor.displayName, 'Łove')", .bool(true)),
        ("String.stringContains('', '')", .bool(true)),
        ("String.stringSwitch('This is a test', 'default', 'key1', 'value1')", .text("default")),
        (
            "String.stringSwitch('First match wins', 'd', 'absent', '1', 'wins', '2', 'match', '3')",
            .text("2")
        ),
        ("String.substring('This is a test', 2, 9)", .text("is is a")),
        ("String.substringAfter(event.actor.alternateId, '@')", .text("okta.com")),
        ("String.substringAfter('abc.okta.com', '@')", .text("abc.okta.com")),
        ("String.substringBefore(event.actor.alternateId, '@')", .text("ada")),
        ("String.substringBefore('abc.okta.com', '@')", .text("abc.okta.com")),
        ("String.toLowerCase(event.actor.displayName)", .text("ada łovelace")),
        ("String.toUpperCase(event.actor.displayName)", .text("ADA ŁOVELACE")),
        // A name of the language only where a function of it is called.
        ("String", .null),
        ("{'a'}.![String.len(#this)]", .list([.int(1)])),
    ])
    func comesTo(text: String, value: EvaluatedValue) throws {
        #expect(try Self.result(of: text) == .success(value))
    }

    @Test(arguments: [
        ("String.len(event.actor.detail)", EvaluationFailure.Kind.nullArgument),
        ("String.len(event.words)", .noSuchMethod),
        ("String.len(event.actor)", .noSuchMethod),
        ("String.len()", .noSuchMethod),
        ("String.stringSwitch('a', 'b', 'c')", .noSuchMethod),
        ("String.substring('abc', 2, 9)", .outOfBounds),
        ("String.removeSpaces('a b')", .unknownFunction),
        ("String.replaceFirst('a', 'a', 'b')", .unknownFunction),
        ("String.frobnicate('a')", .unknownFunction),
        ("String.length", .propertyOfNull),
    ])
    func fails(text: String, kind: EvaluationFailure.Kind) throws {
        let result = try Self.result(of: text)
        guard case .failure(let failure) = result else {
            Issue.record("\(text) comes to \(result)")
            return
        }
        #expect(failure.kind == kind)
    }

    /// Short expressions that would make more than there is memory for.
    @Test(arguments: [
        "'a'" + String(repeating: ".replace('a', 'aaaaaaaaaa')", count: 11),
        "'a'" + String(repeating: ".replace('', 'aaaaaaaaaa')", count: 11),
        "{'a'\(String(repeating: ".replace('a', 'aaaaaaaaaa')", count: 6))}.![String.join('', "
            + Array(repeating: "#this", count: 100).joined(separator: ", ") + ")]",
    ])
    func textThatGrowsWithoutEndFails(_ text: String) throws {
        guard case .failure(let failure) = try Self.result(of: text) else {
            Issue.record("\(text) comes to something")
            return
        }
        #expect(failure.kind == .textTooLong)
    }

    @Test(arguments: ["![_]", "?[_.size() > 0].![1]"])
    func listsWithinListsWithoutEndFail(_ brackets: String) throws {
        let pieces = brackets.split(separator: "_").map(String.init)
        var text = "{1}"
        for _ in 0..<7 {
            text = "{1, 2, 3, 4, 5, 6, 7, 8, 9, 0}.\(pieces[0])\(text)\(pieces[1])"
        }
        guard case .failure(let failure) = try Self.result(of: text) else {
            Issue.record("\(text) comes to something")
            return
        }
        #expect(failure.kind == .tooManyElements)
    }

    private static func result(
        of text: String
    ) throws -> Result<EvaluatedValue, EvaluationFailure> {
        var run = FilterRun(CompiledFilter(try FilterExpression(parsing: text)))
        return try Array(event.utf8).withUnsafeBufferPointer { try run.result(of: $0) }
    }
}
