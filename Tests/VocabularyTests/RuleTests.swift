import Foundation
import Testing
import Vocabulary

@Suite("The rule catalog")
struct RuleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("every rule has an ID, a summary, and help", arguments: Rule.allCases)
    func isComplete(_ rule: Rule) {
        #expect(rule.id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil)
        #expect(rule.summary.first?.isUppercase == true)
        #expect(!rule.summary.hasSuffix("."))
        #expect(rule.summary.split(separator: " ").count <= 7)
        #expect(rule.help.hasSuffix("."))
    }

    @Test("no two rules have the same ID or summary")
    func areDistinct() {
        #expect(Set(Rule.allCases.map(\.id)).count == Rule.allCases.count)
        #expect(Set(Rule.allCases.map(\.summary)).count == Rule.allCases.count)
    }

    @Test("every rule is reported somewhere")
    func areUsed() throws {
        var words: Set<Substring> = []
        let sources = Self.root.appending(path: "Sources")
        let files = try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        for case let file as URL in files
        where file.pathExtension == "swift" && file.lastPathComponent != "Rule.swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            words.formUnion(text.matches(of: /\.([a-z][A-Za-z0-9]*)\b/).map(\.output.1))
        }
        let unused = Rule.allCases.filter { !words.contains(Substring("\($0)")) }
        #expect(unused == [])
    }

    /// `UPDATE_GOLDEN=1` rewrites the page, and fails.
    @Test("docs/rules.md lists the catalog")
    func areDocumented() throws {
        let page = Self.root.appending(path: "docs/rules.md")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Self.page.write(to: page, atomically: true, encoding: .utf8)
            Issue.record("docs/rules.md was rewritten")
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == Self.page)
    }

    private static var page: String {
        var lines = [
            "# Rules", "",
            "Every error and warning belongs to a rule. Its ID doesn't change when the words do, so "
                + "scripts can",
            "rely on it: it is `code` in the JSON that `--format json` prints.", "",
            "| ID | Summary | Reason and fix |", "|---|---|---|",
        ]
        lines += Rule.allCases.sorted { $0.id < $1.id }.map {
            "| `\($0.id)` | \($0.summary) | \($0.help.replacing("|", with: "\\|")) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
