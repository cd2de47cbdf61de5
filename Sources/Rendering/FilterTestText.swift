import Filters
package import Kinds
package import Vocabulary

/// The tests of a manifest by hook, a line a test; below one that fails what was wanted, what is, and
/// which part of the filter came to what.
package func renderTests(_ report: FilterTestReport, style: TextStyle) -> String {
    var lines: [String] = []
    var address: Address?
    var endsWithTrace = false
    for entry in report.entries {
        let result = entry.result
        let isNext = address != nil && result.address != address
        if isNext || endsWithTrace { lines.append("") }
        if result.address != address {
            lines.append(style.paint(style.visible(result.address.description), .heading))
            address = result.address
        }
        let mark =
            result.passes ? style.paint("passed", .added) : style.paint("failed", .removed)
        var line = "  \(mark)  \(label(of: entry, style))"
        // It passes whatever the filters say.
        if result.passes, case .unsubscribed = result.outcome {
            line += style.paint(" (not subscribed to \(style.visible(result.eventType)))", .faint)
        }
        lines.append(line)
        endsWithTrace = false
        guard !result.passes else { continue }
        lines += failureLines(result, style: style)
        guard let trace = result.renderedTrace(style: style) else { continue }
        lines += [""] + trace.split(separator: "\n").map { "      " + $0 }
        endsWithTrace = true
    }
    let passed = report.count - report.failures
    let counts = [(passed, "passed"), (report.failures, "failed")].filter { $0.0 > 0 }
    let words = counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return text(lines + ["", "\(quantity(report.count, "test")): \(words)."])
}

private func label(of entry: FilterTestReport.Entry, _ style: TextStyle) -> String {
    let name = style.visible(entry.result.test.name)
    guard entry.dependsOnOrg else { return name }
    return name + " (\(entry.orgs.map(style.visible).joined(separator: ", ")))"
}

private func failureLines(_ result: FilterTestResult, style: TextStyle) -> [String] {
    ["    " + style.visible(result.test.location.description)]
        + style.wrapped(result.words, indent: 4)
}

/// A test that fails, as an error at its place in the manifest.
package func failedTest(_ result: FilterTestResult) -> Diagnostic {
    Diagnostic(
        .error, "failing-test", "A test of a filter fails",
        detail: result.words + " To see why, run:", at: result.test.location,
        commands: ["tenterhook test \(result.address)"])
}

extension FilterTestResult {
    /// What the hook does with the event, and what was wanted.
    var words: String {
        let wanted = "The test wants it \(test.delivers ? "" : "not ")to be delivered."
        switch outcome {
        case .unsubscribed:
            return "The hook does not subscribe to \(eventType), so that the event is not"
                + " delivered. " + wanted
        case .unfiltered:
            return "The hook has no filter for \(eventType), so that the event is delivered. "
                + wanted
        case .filtered(.delivered, _, _):
            return "The filter is true, so that the event is delivered. " + wanted
        case .filtered(.dropped, _, _):
            return "The filter is false, so that the event is not delivered. " + wanted
        case .filtered(.notBoolean, _, _):
            return "The filter comes to something that is not true or false. What Okta does then is"
                + " not known."
        case .filtered(.failed(let failure), _, _):
            return "The filter \(failure.kind.words). What Okta does then is not known."
        case .unreadable: return "The event is nested too deep for a filter to look at it."
        case .broken(let finding): return "The filter is no expression. " + finding.detail
        }
    }

    func renderedTrace(style: TextStyle) -> String? {
        guard case .filtered(_, let expression, let trace?) = outcome else { return nil }
        return renderTrace(trace, of: expression, style: style)
    }
}
