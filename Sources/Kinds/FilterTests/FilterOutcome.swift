package import Filters
import Vocabulary

/// What a hook does with an event, by its subscriptions and its filters.
package enum FilterOutcome: Hashable, Sendable {
    /// The hook does not subscribe to the event's type: nothing is delivered.
    case unsubscribed
    /// The hook subscribes to the event's type and has no filter for it: it is delivered.
    case unfiltered
    /// The filter was asked.
    case filtered(Verdict, by: FilterExpression, Trace?)
    /// The event is nested too deep for a filter to look at it.
    case unreadable
    /// The filter is no expression.
    case broken(Finding)

    /// Whether the event is delivered; nil where nobody knows what Okta does.
    package var isDelivered: Bool? {
        switch self {
        case .unsubscribed: false
        case .unfiltered: true
        case .filtered(.delivered, _, _): true
        case .filtered(.dropped, _, _): false
        case .filtered(.notBoolean, _, _), .filtered(.failed, _, _), .unreadable, .broken: nil
        }
    }
}

extension ResourceDeclaration {
    /// What the hook does with an event as it is declared.
    ///
    /// - Parameters:
    ///   - event: the event as JSON.
    ///   - eventType: its type, which tells the filter.
    package func outcome(of event: [UInt8], eventType: String) -> FilterOutcome {
        guard isSubscribed(to: eventType) else { return .unsubscribed }
        guard let filter = filter(for: eventType) else { return .unfiltered }
        let expression: FilterExpression
        do throws(ExpressionError) {
            expression = try FilterExpression(parsing: filter)
        } catch {
            return .broken(error.finding)
        }
        do throws(EventScanFault) {
            var run = FilterRun(CompiledFilter(expression))
            let verdict = try event.withUnsafeBufferPointer { bytes throws(EventScanFault) in
                try run.verdict(on: bytes)
            }
            return .filtered(
                verdict, by: expression, try FilterRun.trace(expression, on: event))
        } catch {
            return .unreadable
        }
    }

    private func isSubscribed(to eventType: String) -> Bool {
        values.contains { path, value in
            guard kind.attribute(path.attribute)?.shape == .names,
                case .plain(.names(let names)) = value
            else { return false }
            return names.contains(eventType)
        }
    }

    private func filter(for eventType: String) -> String? {
        for attribute in kind.attributes where attribute.shape == .filters {
            let path = AttributePath(attribute.path, key: eventType)
            if case .plain(.text(let text))? = values[path] { return text }
        }
        return nil
    }
}
