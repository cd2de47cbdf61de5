/// One POST of events to one hook's endpoint.
struct Delivery: Sendable {
    let hook: EventHook
    let events: [LogEntry]
    let envelope: DeliveryEnvelope

    /// How it went.
    struct Outcome: Sendable {
        let hook: EventHook
        let events: [LogEntry]
        let attempts: Int
        /// The last answer's, where there was one.
        let status: Int?
        /// `nil`: delivered.
        let failure: String?

        var report: LabJSON {
            [
                "hookId": .string(hook.id), "hookName": .string(hook.name),
                "uri": .string(hook.channel.uri),
                "events": .array(events.map { .string($0.uuid) }),
                "attempts": LabJSON(attempts),
                "status": status.map { LabJSON($0) } ?? .null,
                "outcome": failure == nil ? "SUCCESS" : "FAILURE", "reason": LabJSON(failure),
            ]
        }
    }

    /// Tries once, and once more after a time-out or a 5xx; never after a 4xx.
    func send(_ configuration: LabOrg.Configuration) async -> Outcome {
        guard let url = configuration.endpointMap.address(for: hook.channel.uri) else {
            return outcome(0, nil, OutgoingFailure.notOnLoopback.description)
        }
        let call = OutgoingCall(
            method: "POST", url: url, headers: envelope.headers, body: envelope.body,
            timeout: configuration.endpointTimeout)
        var last = outcome(0, nil, nil)
        for attempt in 1...2 {
            do {
                let status = try await call.send().status
                let isDelivered = (200..<300).contains(status)
                last = outcome(
                    attempt, status, isDelivered ? nil : "the endpoint answered \(status)")
                if status < 500 { break }
            } catch {
                last = outcome(attempt, nil, error.description)
            }
        }
        return last
    }

    private func outcome(_ attempts: Int, _ status: Int?, _ failure: String?) -> Outcome {
        Outcome(hook: hook, events: events, attempts: attempts, status: status, failure: failure)
    }
}
