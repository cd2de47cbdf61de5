import Testing

/// What stands in files, and how long they are.
struct CodeTests {
    let sources = Repository.sources
    let tests = Repository.tests

    @Test func pureTargetsTakeTheWorldAsValues() {
        let pure = sources.filter { ImportTable.pure.contains($0.target) }
        #expect(pure.count > 60)
        #expect(pure.flatMap(CodeRules.impurities) == [])
    }

    @Test func onlyProgramsTalk() {
        let held = sources.filter { !CodeRules.programs.contains($0.target) }
        #expect(held.flatMap(CodeRules.talk) == [])
    }

    @Test func onlyTheLayoutEscapesAndColors() {
        let held = sources.filter { ["CLI", "Rendering"].contains($0.target) }
        let layout = held.filter { $0.path.hasPrefix(CodeRules.layout) }
        let others = held.filter { !$0.path.hasPrefix(CodeRules.layout) }
        #expect(!layout.flatMap(CodeRules.styling).isEmpty)
        #expect(others.flatMap(CodeRules.styling) == [])
    }

    @Test func theScanKeepsEveryLine() {
        for file in sources + tests {
            #expect(file.codeLines.count == file.lines.count, "\(file.path)")
        }
    }

    @Test func nothingInSourcesEndsTheProgramByItself() {
        let held = sources.filter { CodeRules.unsafeWithReason[$0.path] == nil }
        #expect(held.flatMap(CodeRules.dangers) == [])
    }

    @Test func noFileIsTooLong() {
        let held = (sources + tests).filter { CodeRules.longWithReason[$0.path] == nil }
        #expect(held.flatMap(CodeRules.length) == [])
    }

    @Test func everyTestRuns() {
        #expect(tests.count > 40)
        #expect(tests.flatMap(CodeRules.dishonesties) == [])
    }

    @Test func filesAreNamedForWhatTheyHold() {
        #expect((sources + tests).flatMap(CodeRules.emptyNames) == [])
    }

    @Test func nothingInSourcesIsPublic() {
        #expect(sources.flatMap(CodeRules.publicity) == [])
    }

    @Test func nothingIsLeftToDoInComments() {
        #expect((sources + tests).flatMap(CodeRules.notes) == [])
    }

    @Test func noModuleIsNamedLikeATypeInIt() {
        #expect(sources.flatMap(CodeRules.namesakes) == [])
    }

    @Test func everyExceptionIsStillNeeded() {
        for path in CodeRules.unsafeWithReason.keys {
            #expect(sources.contains { $0.path == path && !CodeRules.dangers(in: $0).isEmpty })
        }
        for path in CodeRules.longWithReason.keys {
            #expect(
                (sources + tests).contains { $0.path == path && !CodeRules.length(of: $0).isEmpty })
        }
    }

    static func file(_ text: String, path: String = "Sources/Planning/X.swift") -> SourceFile {
        SourceFile(target: "Planning", path: path, text: text)
    }

    /// That what is forbidden is found, and only there.
    @Test(arguments: [
        ("let now = Date()", 1),
        ("let now = Foundation.Date()", 1),
        ("Swift.print(\"x\")", 1),
        ("let text = \"\\(UUID())\"", 1),
        ("let text = \"\"\"\n\\(getenv(\"X\"))\n\"\"\"", 1),
        ("let text = #\"\\#(ProcessInfo.processInfo)\"#", 1),
        ("if a { open(path, 0) }", 1),
        ("let fingerprint = fingerprint(of: 1)", 0),
        ("func reopen() { reopen() }", 0),
        ("// print(x)", 0),
        ("/* print(x) /* print(y) */ print(z) */", 0),
        ("let text = \"print(x)\"", 0),
        ("let text = #\"\"print(x)\"\"#", 0),
        ("let text = \"a \\\" print(x)\"", 0),
        ("let text = \"\"\"\n  print(x) \"quoted\" getenv\n  \"\"\"", 0),
        ("let quote: Character = \"\\\"\"; print(quote)", 1),
    ])
    func impurityIsFound(text: String, count: Int) {
        #expect(CodeRules.impurities(in: Self.file(text)).count == count)
    }

    @Test func otherBreachesAreFound() {
        #expect(CodeRules.dangers(in: Self.file("let a = try! b()\nlet c = d as! E")).count == 2)
        #expect(CodeRules.dangers(in: Self.file("let a = try b()\nlet c = d as? E")).isEmpty)
        #expect(CodeRules.talk(in: Self.file("if slow { print(\"slow\") }")).count == 1)
        #expect(CodeRules.dishonesties(in: Self.file("@Test(.disabled(\"later\"))")).count == 1)
        #expect(CodeRules.publicity(in: Self.file("public struct A {}")).count == 1)
        #expect(CodeRules.publicity(in: Self.file("package struct A {} // public ")).isEmpty)
        #expect(CodeRules.notes(in: Self.file("let a = 1  // TO" + "DO: b")).count == 1)
        #expect(CodeRules.notes(in: Self.file("let todo = \"TODO\"")).isEmpty)
        #expect(CodeRules.namesakes(in: Self.file("package final class Planning: A {}")).count == 1)
        #expect(CodeRules.namesakes(in: Self.file("package struct PlanningB {}")).isEmpty)
        #expect(
            CodeRules.emptyNames(in: Self.file("", path: "Sources/A/PlanUtils.swift")).count == 1)
        let long = String(repeating: "x\n", count: 300)
        #expect(CodeRules.length(of: Self.file(long)).isEmpty)
        #expect(CodeRules.length(of: Self.file(long + "x")).count == 1)
    }

    @Test func aFindingNamesItsLine() {
        let file = Self.file("/*\n\n*/ let a = \"\"\"\n\n\"\"\"\nlet b = Date()")
        #expect(
            CodeRules.impurities(in: file)
                == ["Sources/Planning/X.swift:6: `Date()`: a pure target takes it as a value"])
    }
}
