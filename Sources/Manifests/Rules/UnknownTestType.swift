import Catalog
package import Kinds
package import Vocabulary

extension ResourceDeclaration {
    /// A warning of a test whose event has a type that neither the hook nor the catalogue knows; nil
    /// for any other. No filter is asked about such an event, so that the test says nothing.
    package func unknownType(_ eventType: String, of test: FilterTest) -> Diagnostic? {
        let events = subscriptions
        guard !events.contains(eventType), EventTypes.named(eventType) == nil else { return nil }
        let near =
            nearestName(to: eventType, among: events)
            ?? nearestName(to: eventType, among: EventTypes.all.map(\.name))
        return Diagnostic(
            .warning, .unknownEventType,
            detail:
                "The hook does not subscribe to `\(eventType)`, and Okta's catalogue of release "
                + "\(EventTypes.release) does not have it: no filter is asked."
                + (near.map { " Did you mean `\($0)`?" } ?? ""), at: test.eventLocation)
    }

    /// The event types to which the hook subscribes.
    private var subscriptions: Set<String> {
        values.reduce(into: []) { found, entry in
            guard kind.attribute(entry.key.attribute)?.shape == .names,
                case .plain(.names(let names)) = entry.value
            else { return }
            found.formUnion(names)
        }
    }
}
