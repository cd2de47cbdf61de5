/// What Okta wraps around the events that it sends to a hook's endpoint.
struct DeliveryEnvelope: Sendable {
    let headers: [HeaderField]
    let body: [UInt8]

    init(_ events: [LabJSON], to hook: EventHook, baseURL: String, now: Timestamp) {
        headers =
            [
                HeaderField("User-Agent", "Okta-Integrations"),
                HeaderField("Accept", "application/json"),
                HeaderField("Content-Type", "application/json"),
                HeaderField("X-Okta-Request-Id", Identifiers.request()),
            ] + hook.channel.callHeaders
        let content: LabJSON = [
            "eventType": "com.okta.event_hook",
            "eventTypeVersion": "1.0",
            "cloudEventsVersion": "0.1",
            "source": .string(hook.selfURL(baseURL)),
            "eventId": .string(Identifiers.uuid()),
            "data": ["events": .array(events)],
            "eventTime": .string(now.text),
            "contentType": "application/json",
        ]
        body = Array(content.compact.utf8)
    }
}
