package import JSON
package import Vocabulary

/// A test that a user wrote for a hook's filters: an event, and whether the hook is to deliver it.
package struct FilterTest: Hashable, Sendable {
    package enum Event: Hashable, Sendable {
        case inPlace(JSONValue)
        /// The path of a file that holds it as JSON.
        case file(String)
    }

    package let name: String
    package let event: Event
    /// Whether the event is to be delivered.
    package let delivers: Bool
    /// Where its name stands.
    package let location: SourceLocation
    /// Where the event stands, or the name of its file.
    package let eventLocation: SourceLocation

    package init(
        _ name: String, event: Event, delivers: Bool, at location: SourceLocation,
        eventAt eventLocation: SourceLocation
    ) {
        self.name = name
        self.event = event
        self.delivers = delivers
        self.location = location
        self.eventLocation = eventLocation
    }
}
