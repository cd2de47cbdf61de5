import Testing
import Vocabulary

@testable import Rendering

@Suite struct DiagnosticTextTests {
    private func render(
        _ source: String, line: Int, column: Int, end: Int? = nil, style: TextStyle = Sample.plain
    ) -> String {
        let location = SourceLocation(file: "a.yaml", line: line, column: column, endColumn: end)
        return renderDiagnostics(
            [Diagnostic(.error, .unknownKey, at: location)],
            sources: ["a.yaml": Array(source.utf8)], style: style)
    }

    @Test func `a diagnostic shows its place, the line, the detail, what is related, commands`() {
        let diagnostic = Diagnostic(
            .error, .unknownKey,
            detail: "`evnts` is not a key of an event hook. Did you mean `events`? Every key that "
                + "is not known is refused.",
            at: SourceLocation(file: "tenterhook.yaml", line: 10, column: 5, endColumn: 10),
            related: [
                .init(SourceLocation(file: "hooks/a.yaml", line: 3, column: 3), "first here")
            ],
            commands: ["tenterhook state unlock ID"])
        let source = String(repeating: "\n", count: 9) + "    evnts: [user.lifecycle.create]\n"
        #expect(
            renderDiagnostics(
                [diagnostic, Diagnostic(.warning, .manifestEmpty)],
                sources: ["tenterhook.yaml": Array(source.utf8)], style: Sample.plain)
                    == """
                    error: Unknown key
                      tenterhook.yaml:10:5
                         |
                      10 |     evnts: [user.lifecycle.create]
                         |     ^^^^^
                      `evnts` is not a key of an event hook. Did you mean `events`? Every key that
                      is not known is refused.
                      first here: hooks/a.yaml:3:3
                          tenterhook state unlock ID

                    warning: Empty manifest

                    1 error, 1 warning

                    """)
    }

    @Test func `no diagnostics give no text`() {
        #expect(renderDiagnostics([], sources: [:], style: Sample.plain) == "")
    }

    @Test func `they come in the order of their places, those without one last`() {
        let at = { SourceLocation(file: "a", line: $0, column: 1) }
        let text = renderDiagnostics(
            [
                Diagnostic(.warning, .manifestEmpty),
                Diagnostic(.error, .emptyList, at: at(3)),
                Diagnostic(.warning, .emptyName, at: at(2)),
                Diagnostic(.error, .emptyString, at: at(2)),
            ], sources: [:], style: Sample.plain)
        #expect(
            text == """
                error: Empty string
                  a:2:1

                warning: Empty name
                  a:2:1

                error: Empty list
                  a:3:1

                warning: Empty manifest

                2 errors, 2 warnings

                """)
    }

    @Test(arguments: [
        // A tab takes four columns, a wide character two, a combining one none.
        ("\tevnts: 1", 2, 7, "    evnts: 1", "    ^^^^^"),
        ("漢字: x", 5, 6, "漢字: x", "      ^"),
        ("e\u{301}: x", 5, 6, "e\u{301}: x", "   ^"),
        ("漢字", 1, 3, "漢字", "^^^^"),
        ("\u{1B}[1mx", 5, 6, "\\u{1b}[1mx", "         ^"),
        // Past the end of the line.
        ("ab", 9, 12, "ab", "  ^"),
        // In what was masked.
        ("auth: ***", 20, 25, "auth: ***", "      ^^^"),
    ])
    func `the caret stands under the place`(
        line: String, column: Int, end: Int, shown: String, carets: String
    ) {
        #expect(
            render(line, line: 1, column: column, end: end) == """
                error: Unknown key
                  a.yaml:1:\(column)
                    |
                  1 | \(shown)
                    | \(carets)

                1 error

                """)
    }

    @Test(arguments: ["a\nb", "a\r\nb", "\u{FEFF}a\nb", "a\rb", "a\u{85}b", "a\u{2028}b"])
    func `lines are counted as the reader of YAML counts them`(source: String) {
        #expect(render(source, line: 2, column: 1).contains("2 | b\n    | ^\n"))
        #expect(render(source, line: 1, column: 1).contains("1 | a\n    | ^\n"))
    }

    @Test func `an empty line at the end can be pointed at, a line that is not there cannot`() {
        #expect(render("a\n", line: 2, column: 1).contains("  2 |\n    | ^\n"))
        #expect(
            render("a\n", line: 3, column: 1) == "error: Unknown key\n  a.yaml:3:1\n\n1 error\n")
    }

    @Test(arguments: [1, 50, 180, 196])
    func `a long line is cut around the place`(column: Int) throws {
        let source =
            (0..<20).map { "word\($0 + 10)..." }.joined() + String(repeating: "z", count: 20)
        let text = render(
            source, line: 1, column: column, end: column + 4, style: TextStyle(width: 40))
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { displayWidth(String($0)) <= 40 })
        let carets = try #require(lines.first { $0.contains("^") })
        let shown = try #require(lines.first { $0.contains("1 |") })
        let start = try #require(carets.firstIndex(of: "^"))
        let offset = carets.distance(from: carets.startIndex, to: start)
        let scalars = Array(source.unicodeScalars)[(column - 1)..<(column + 3)]
        #expect(carets.filter { $0 == "^" }.count == 4)
        #expect(shown.dropFirst(offset).prefix(4) == String(String.UnicodeScalarView(scalars)))
        #expect(shown.contains("…"))
    }

    @Test func `a hidden source is not shown, its place and the words are`() {
        let hidden = Diagnostic(
            .error, .secretInPlainText, detail: "It is in clear.",
            at: SourceLocation(file: "a", line: 1, column: 7), hidesSource: true)
        let shown = Diagnostic(
            .error, .emptyName, at: SourceLocation(file: "a", line: 2, column: 1))
        #expect(
            renderDiagnostics(
                [hidden, shown], sources: ["a": Array("auth: S3NT1NEL\nb\n".utf8)],
                style: Sample.plain)
                    == """
                    error: Secret in plain text
                      a:1:7
                      It is in clear.

                    error: Empty name
                      a:2:1
                        |
                      2 | b
                        | ^

                    2 errors

                    """)
    }

    @Test func `bytes that are no text do not stop it`() {
        let location = SourceLocation(file: "a", line: 1, column: 3)
        let text = renderDiagnostics(
            [Diagnostic(.error, .emptyName, at: location)], sources: ["a": [0xFF, 0xFE, 0x41]],
            style: Sample.plain)
        #expect(text.contains("1 | \u{FFFD}\u{FFFD}A\n    |   ^\n"))
    }
}
