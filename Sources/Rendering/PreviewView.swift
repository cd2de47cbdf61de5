import Filters
import JSON
import Kinds
package import Reconciling

/// A preview of a delivery for a reader, as plain words and values.
package struct PreviewView: Sendable {
    let report: PreviewReport
    let delivery: HookDelivery
    /// The address of the hook.
    let address: String

    package init(_ report: PreviewReport, _ delivery: HookDelivery, address: String) {
        self.report = report
        self.delivery = delivery
        self.address = address
    }

    /// The document before the event is delivered.
    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text: requestText(style)
        // The whole document is printed once the result is known.
        case .json: ""
        }
    }

    /// The rest of the document.
    ///
    /// - Parameter result: The result of the delivery; nil if nothing was sent.
    package func render(
        _ format: OutputFormat, result: DeliveryResult?, style: TextStyle
    ) -> String {
        switch format {
        case .text: result.map { "\n" + $0.text(style) } ?? ""
        case .json: renderDocument(json(result))
        }
    }

    private var eventType: String { report.eventType }

    /// The origin of the event, in a sentence or two.
    package var source: String {
        let published = report.event["published"]?.string.map { " of \($0)" } ?? ""
        switch report.source {
        case .sample(let reason):
            let reason = reason.map { $0 + " " } ?? ""
            return reason + "This is a sample event of \(eventType), made up."
        case .latest: return "This is the latest \(eventType) of the org's log,\(published)."
        case .logged: return "This is an event of the org's log, \(eventType)\(published)."
        case .file(let name, let isAlone):
            let first = isAlone ? "the event" : "the first event"
            return "This is \(first) of \(name), \(eventType)\(published)."
        }
    }

    /// Okta's decision, in a sentence.
    package var verdict: String {
        guard report.isActive else { return "Okta would not send it: the hook is inactive." }
        let filter = "the filter for \(eventType)"
        switch report.outcome {
        case .unsubscribed:
            return "Okta would not send it: the hook does not subscribe to \(eventType)."
        case .unfiltered: return "Okta would send it: the hook has no filter for \(eventType)."
        case .filtered(.delivered, _, _): return "Okta would send it: \(filter) is true."
        case .filtered(.dropped, _, _): return "Okta would not send it: \(filter) is false."
        case .filtered(.notBoolean, _, _):
            return "Whether Okta would send it is not known: \(filter) comes to something that is"
                + " not true or false."
        case .filtered(.failed(let failure), _, _):
            return "Whether Okta would send it is not known: \(filter) \(failure.kind.words)."
        case .unreadable:
            return "Whether Okta would send it is not known: the event is nested too deep."
        case .broken(let finding):
            return "Whether Okta would send it is not known: \(filter) is no expression. "
                + finding.detail
        }
    }

    /// The parts of the filter with their results; empty if no filter was evaluated.
    var trace: [TraceLine] {
        guard report.isActive, case .filtered(_, let expression, let trace?) = report.outcome else {
            return []
        }
        return TraceLine.all(trace, of: expression)
    }
}
