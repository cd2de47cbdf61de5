import Foundation
import Testing
import Vocabulary

@testable import Filters

/// What is said of each expression of `Golden/expressions.txt`, with the place under it.
///
/// `UPDATE_GOLDEN=1` rewrites `findings.txt`, and fails.
struct GoldenTests {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("Golden")

    @Test func findingsAreAsWritten() throws {
        let file = Self.folder.appendingPathComponent("findings.txt")
        let input = try String(
            contentsOf: Self.folder.appendingPathComponent("expressions.txt"), encoding: .utf8)
        let expressions = input.split(separator: "\n").map(String.init)
        #expect(expressions.count > 30)
        let actual = expressions.map(Self.block).joined(separator: "\n")
        let expected = try? String(contentsOf: file, encoding: .utf8)
        guard actual != expected else { return }
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" else {
            #expect(
                actual.split(separator: "\n") == (expected ?? "").split(separator: "\n"))
            return
        }
        try Data(actual.utf8).write(to: file)
        Issue.record("findings.txt is rewritten")
    }

    private static func block(_ text: String) -> String {
        var lines = [text]
        for finding in FilterCheck.findings(on: text) {
            let bytes = Array(text.utf8)
            let before = String(decoding: bytes[..<finding.range.lowerBound], as: UTF8.self)
            let meant = String(decoding: bytes[finding.range], as: UTF8.self)
            lines.append(
                String(repeating: " ", count: before.count)
                    + String(repeating: "^", count: max(1, meant.count)))
            lines.append(
                "    \(finding.severity.rawValue) \(finding.rule.id): \(finding.rule.summary)")
            lines.append("    \(finding.detail)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
