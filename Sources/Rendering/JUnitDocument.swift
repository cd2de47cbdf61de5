package import Kinds
import Vocabulary

/// The tests of a manifest as JUnit XML, which build servers show: a suite a hook, a case a test, and
/// in a failure what the text output says.
package func junitDocument(_ report: FilterTestReport) -> String {
    let entries = report.entries
    var lines = [
        #"<?xml version="1.0" encoding="UTF-8"?>"#,
        "<testsuites" + counts(entries, named: "tenterhook") + ">",
    ]
    var rest = entries[...]
    while let first = rest.first {
        let suite = rest.prefix { $0.result.address == first.result.address }
        rest = rest.dropFirst(suite.count)
        lines.append(
            "  <testsuite" + counts(Array(suite), named: first.result.address.description) + ">")
        for entry in suite { lines += testCase(entry) }
        lines.append("  </testsuite>")
    }
    return text(lines + ["</testsuites>"])
}

private func counts(_ entries: [FilterTestReport.Entry], named name: String) -> String {
    attributes([
        ("name", name), ("tests", "\(entries.count)"),
        ("failures", "\(entries.count { !$0.result.passes })"),
    ])
}

private func testCase(_ entry: FilterTestReport.Entry) -> [String] {
    let result = entry.result
    let orgs = entry.dependsOnOrg ? " (\(entry.orgs.joined(separator: ", ")))" : ""
    let head =
        "    <testcase"
        + attributes([
            ("name", result.test.name + orgs), ("classname", result.address.description),
            ("file", result.test.location.file), ("line", "\(result.test.location.line)"),
        ])
    guard !result.passes else { return [head + "/>"] }
    // A report is read elsewhere than in this terminal.
    let trace = result.renderedTrace(style: TextStyle()) ?? ""
    return [
        head + ">",
        "      <failure" + attributes([("message", result.words)]) + ">" + xml(trace)
            + "</failure>",
        "    </testcase>",
    ]
}

private func attributes(_ values: [(name: String, value: String)]) -> String {
    values.map { " \($0.name)=\"\(xml($0.value, isAttribute: true))\"" }.joined()
}

/// A text as XML has it. What XML 1.0 cannot hold at all is written out, as `\u{1b}`.
private func xml(_ text: String, isAttribute: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        // In an attribute a reader makes a space of them.
        case "\n", "\t": result += isAttribute ? "&#\(scalar.value);" : String(scalar)
        case "\r": result += "&#13;"
        case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
            result += "\\u{\(String(scalar.value, radix: 16))}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
