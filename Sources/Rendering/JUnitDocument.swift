import JSON
import Kinds
import Vocabulary

extension FilterTestView {
    /// The tests as JUnit XML, which build servers show: a suite per hook, a case per test. A failure has
    /// the parts of the filter.
    var junit: String {
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            "<testsuites" + counts(report.entries, named: "tenterhook") + ">",
        ]
        for hook in hooks {
            lines.append(
                "  <testsuite" + counts(hook.entries, named: hook.address.description) + ">")
            for entry in hook.entries { lines += testCase(entry) }
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>"]).map { $0 + "\n" }.joined()
    }
}

private func counts(_ entries: [FilterTestReport.Entry], named name: String) -> String {
    attributes([
        ("name", name), ("tests", "\(entries.count)"),
        ("failures", "\(entries.count { !$0.result.passes })"),
    ])
}

private func testCase(_ entry: FilterTestReport.Entry) -> [String] {
    let result = entry.result
    let head =
        "    <testcase"
        + attributes([
            ("name", entry.label), ("classname", result.address.description),
            ("file", result.test.location.file), ("line", "\(result.test.location.line)"),
        ])
    guard !result.passes else { return [head + "/>"] }
    // A report isn't read in this terminal, so it's plain.
    let trace = TextStyle().text((result.trace ?? []).map { $0.block(indent: 0) })
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

/// The text as XML. Scalars that XML 1.0 can't hold or that a reader can't see are written out, as
/// `\u{1b}`.
private func xml(_ text: String, isAttribute: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        // A reader turns them into spaces in an attribute.
        case "\n", "\t": result += isAttribute ? "&#\(scalar.value);" : String(scalar)
        case "\r": result += "&#13;"
        case "\u{FFFE}", "\u{FFFF}": result += written(scalar)
        default: result += scalar.isVisible ? String(scalar) : written(scalar)
        }
    }
    return result
}

private func written(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16))}"
}
