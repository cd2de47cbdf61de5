import Testing
import Vocabulary

/// The order in which diagnostics are told.
struct DiagnosticTests {
    static func at(_ file: String, _ line: Int, _ column: Int) -> Vocabulary.SourceLocation {
        Vocabulary.SourceLocation(file: file, line: line, column: column)
    }

    static func error(_ text: String, at location: Vocabulary.SourceLocation? = nil) -> Diagnostic {
        Diagnostic(.error, .wrongType, detail: text, at: location)
    }

    static func warning(_ text: String, at location: Vocabulary.SourceLocation? = nil) -> Diagnostic
    {
        Diagnostic(.warning, .wrongType, detail: text, at: location)
    }

    static let cases: [(String, [Diagnostic], [String])] = [
        ("none", [], []),
        (
            "by file, line and column",
            [
                error("d", at: at("b", 1, 1)), error("c", at: at("a", 10, 1)),
                error("b", at: at("a", 2, 10)), error("a", at: at("a", 2, 9)),
            ], ["a", "b", "c", "d"]
        ),
        (
            "a warning before an error that stands after it",
            [error("b", at: at("a", 2, 1)), warning("a", at: at("a", 1, 1))], ["a", "b"]
        ),
        (
            "errors first where the place is the same",
            [warning("b", at: at("a", 1, 1)), error("a", at: at("a", 1, 1))], ["a", "b"]
        ),
        (
            "those without a place last, errors before warnings",
            [warning("c"), error("b"), warning("a", at: at("z", 9, 9))], ["a", "b", "c"]
        ),
        (
            "as given, where all else is the same",
            [error("b"), error("a"), error("c")], ["b", "a", "c"]
        ),
        (
            "as given at the same place",
            [error("b", at: at("a", 1, 1)), error("a", at: at("a", 1, 1))], ["b", "a"]
        ),
    ]

    @Test(arguments: cases)
    func areTold(words: String, given: [Diagnostic], texts: [String]) {
        #expect(given.inOrder.map(\.detail) == texts)
    }

    @Test func errorsAreNoticed() {
        #expect([Self.warning("a"), Self.error("b")].hasErrors)
        #expect(![Self.warning("a")].hasErrors)
        #expect(![Diagnostic]().hasErrors)
    }

    @Test func aPlaceIsWrittenAsEditorsReadIt() {
        #expect(Self.at("hooks/a.yaml", 3, 7).description == "hooks/a.yaml:3:7")
        #expect(Self.at("a", 1, 5).endColumn == 6)
        #expect(
            Vocabulary.SourceLocation(file: "a", line: 1, column: 5, endColumn: 9).endColumn == 9)
    }
}
