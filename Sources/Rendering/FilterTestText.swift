package import Kinds
package import Vocabulary

extension FilterTestView {
    /// The tests by hook, one line each. A failed test is followed by what it wants and by the parts of
    /// the filter.
    func text(_ style: TextStyle) -> String {
        if report.isEmpty { return style.text([.line("There are no tests.")]) }
        var blocks: [TextBlock] = []
        var endsWithTrace = false
        for hook in hooks {
            if !blocks.isEmpty { blocks.append(.blank) }
            blocks.append(.heading(hook.address.description))
            endsWithTrace = false
            for entry in hook.entries {
                if endsWithTrace { blocks.append(.blank) }
                let result = entry.result
                let mark: StyledText =
                    result.passes ? "\("passed", .added)" : "\("failed", .removed)"
                let remark: StyledText = result.remark.map { " \($0, .faint)" } ?? ""
                blocks.append(.line("\(mark)  \(entry.label)\(remark)", indent: 2))
                endsWithTrace = false
                guard !result.passes else { continue }
                blocks += [
                    .line("\(result.test.location)", indent: 4),
                    .paragraph("\(result.words)", indent: 4),
                ]
                guard let trace = result.trace else { continue }
                blocks += [.blank] + trace.map { $0.block(indent: 6) }
                endsWithTrace = true
            }
        }
        return style.text(blocks + [.blank, .line("\(summary)")])
    }
}

/// A failed test as an error at its place in the manifest.
package func failedTest(_ result: FilterTestResult) -> Diagnostic {
    Diagnostic(
        .error, .testFailed,
        detail: result.words + " To see why, run:", at: result.test.location,
        commands: ["tenterhook test \(result.address)"])
}
