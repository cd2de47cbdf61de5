/// Which events a hook receives: the types that it subscribes to, and what filters them.
package struct Subscription: Sendable {
    /// Nil for every type there is.
    package let events: Set<String>?
    private let filters: [String: FilterExpression]
    private let general: FilterExpression?

    /// What a hook receives. A filter of a type that is not subscribed to filters nothing.
    package init(events: some Sequence<String>, filters: [String: FilterExpression]) {
        self.events = Set(events)
        self.filters = filters
        general = nil
    }

    /// Events of any type, through one filter.
    package init(everythingThrough filter: FilterExpression) {
        events = nil
        filters = [:]
        general = filter
    }

    func isSubscribed(to type: String) -> Bool { events?.contains(type) ?? true }

    func filter(of type: String) -> FilterExpression? {
        isSubscribed(to: type) ? general ?? filters[type] : nil
    }
}

/// What becomes of an event.
package enum Fate: String, Hashable, Sendable {
    case delivered, dropped
    /// The filter fails, or comes to something that is neither true nor false.
    case undecided
    case notSubscribed = "not_subscribed"
}
