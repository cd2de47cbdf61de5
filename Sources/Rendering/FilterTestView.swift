import Filters
package import Kinds
import Vocabulary

/// The results of a manifest's filter tests for a reader, as plain words and values.
package struct FilterTestView: Sendable {
    package enum Format: String, CaseIterable, Sendable { case text, json, junit }

    let report: FilterTestReport

    package init(_ report: FilterTestReport) { self.report = report }

    package func render(_ format: Format, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json)
        case .junit: junit
        }
    }

    var summary: String {
        let passed = report.count - report.failures
        let counts = [(passed, "passed"), (report.failures, "failed")].filter { $0.0 > 0 }
        let words = counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "\(quantity(report.count, "test")): \(words)."
    }

    /// The tests by hook, in their order.
    var hooks: [(address: Address, entries: [FilterTestReport.Entry])] {
        var hooks: [(address: Address, entries: [FilterTestReport.Entry])] = []
        var rest = report.entries[...]
        while let first = rest.first {
            let entries = rest.prefix { $0.result.address == first.result.address }
            rest = rest.dropFirst(entries.count)
            hooks.append((first.result.address, Array(entries)))
        }
        return hooks
    }
}

extension FilterTestReport.Entry {
    /// The name of the test, with its orgs if they matter.
    var label: String {
        dependsOnOrg ? "\(result.test.name) (\(orgs.joined(separator: ", ")))" : result.test.name
    }
}

extension FilterTestResult {
    /// A remark on a test that passes whatever the filters say.
    var remark: String? {
        guard passes, case .unsubscribed = outcome else { return nil }
        return "(not subscribed to \(eventType))"
    }

    /// The parts of the filter with their results; nil if no filter was evaluated.
    var trace: [TraceLine]? {
        guard case .filtered(_, let expression, let trace?) = outcome else { return nil }
        return TraceLine.all(trace, of: expression)
    }

    /// The hook's decision on the event, and the test's.
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
}
