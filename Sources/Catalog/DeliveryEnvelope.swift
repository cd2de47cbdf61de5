package import JSON

/// The body by which events are brought to an event hook's endpoint.
package enum DeliveryEnvelope {
    /// - Parameters:
    ///   - hookURL: the hook itself in the org's API.
    ///   - eventID: of this delivery; the events have ids of their own.
    ///   - time: RFC 3339 UTC.
    package static func body(
        of events: [JSONValue], hookURL: String, eventID: String, time: String
    ) -> JSONValue {
        [
            "eventType": .string(eventType),
            "eventTypeVersion": "1.0",
            "cloudEventsVersion": "0.1",
            "source": .string(hookURL),
            "eventId": .string(eventID),
            "data": ["events": .array(events)],
            "eventTime": .string(time),
            "contentType": "application/json",
        ]
    }

    /// The events that a body brings; nil for a value that is no such body.
    package static func events(in body: JSONValue) -> [JSONValue]? {
        guard body["eventType"]?.string == eventType else { return nil }
        return body["data"]?["events"]?.array
    }

    private static let eventType = "com.okta.event_hook"

    /// What Okta says of itself and of the body, before the hook's own headers.
    package static let headers: [(name: String, value: String)] = [
        ("User-Agent", "Okta-Integrations"),
        ("Accept", "application/json"),
        ("Content-Type", "application/json"),
    ]
}
