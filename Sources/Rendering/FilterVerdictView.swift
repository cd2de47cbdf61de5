package import Filters
import JSON
package import Vocabulary

/// The verdict of a filter on one event for a reader.
package enum FilterVerdictView: Sendable {
    case evaluated(Verdict, Trace?, FilterExpression)
    /// The hook has no filter for the event's type.
    case unfiltered(Address, eventType: String, isSubscribed: Bool)

    package func render(_ format: OutputFormat, style: TextStyle) -> String {
        switch format {
        case .text: text(style)
        case .json: renderDocument(json)
        }
    }

    var words: String {
        switch self {
        case .evaluated(.delivered, _, _): "Delivered: the filter is true."
        case .evaluated(.dropped, _, _): "Dropped: the filter is false."
        case .evaluated(.notBoolean, _, _):
            "Neither: the filter comes to something that is not true or false."
        case .evaluated(.failed(let failure), _, _): "Failed: the filter \(failure.kind.words)."
        case .unfiltered(let address, let type, isSubscribed: true):
            "Delivered: `\(address)` has no filter for \(type)."
        case .unfiltered(let address, let type, isSubscribed: false):
            "Not delivered: `\(address)` does not subscribe to \(type)."
        }
    }

    private func text(_ style: TextStyle) -> String {
        switch self {
        case .evaluated(_, let trace, let expression):
            let lines = trace.map { TraceLine.all($0, of: expression) } ?? []
            return style.text([.line("\(words)"), .blank] + lines.map { $0.block(indent: 0) })
        case .unfiltered: return style.text([.line("\(words)")])
        }
    }

    private var json: JSONValue {
        switch self {
        case .evaluated(let verdict, let trace, let expression):
            evaluationDocument(verdict, trace, of: expression)
        case .unfiltered(_, _, let isSubscribed):
            unfilteredDocument(isSubscribed ? "delivered" : "not-subscribed")
        }
    }
}
