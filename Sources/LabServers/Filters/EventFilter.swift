/// A filter that came to no value, and why.
package struct FilterFailure: Error, Equatable {
    package let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

/// An event hook's filter of one event type, as the org evaluates it.
///
/// An interpreter that walks a tree: the lab's own reading of Okta's documents and of Spring's
/// language, and no faster than it has to be.
package struct EventFilter: Sendable {
    private let tree: FilterTree

    /// Whether an event is delivered.
    enum Verdict: Sendable, Equatable {
        case delivers
        case drops
        /// It failed, or came to something that is neither true nor false: not delivered.
        case fails(String)
    }

    package init(_ text: String) throws(FilterRefusal) {
        tree = try FilterReader.tree(of: text)
    }

    func verdict(on event: LabJSON) -> Verdict {
        do {
            let value = try value(on: event)
            guard case .bool(let isDelivered) = value else {
                return .fails("it comes to \(value.noun)")
            }
            return isDelivered ? .delivers : .drops
        } catch {
            return .fails(error.reason)
        }
    }

    /// What the filter comes to for a LogEvent.
    package func value(on event: LabJSON) throws(FilterFailure) -> FilterValue {
        let root = FilterValue.object([.init(name: "event", value: Self.visible(event))])
        return try FilterScope(root: root, element: root, here: root).value(of: tree)
    }

    /// To filters the event's `debugContext.debugData` is `debugData`.
    private static func visible(_ event: LabJSON) -> FilterValue {
        var event = event
        if event["debugData"] == nil, let context = event["debugContext"], context.members != nil {
            event["debugData"] = context["debugData"]
        }
        return FilterValue(event)
    }
}
