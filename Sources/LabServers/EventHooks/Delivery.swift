/// One POST of events to one hook's endpoint, in Okta's envelope.
struct Delivery: Sendable {
    let hook: EventHook
    let events: [LogEntry]
    let baseURL: String
    let now: Timestamp

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
            method: "POST", url: url, headers: headers, body: Array(envelope.compact.utf8),
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

    private var headers: [HeaderField] {
        [
            HeaderField("User-Agent", "Okta-Integrations"),
            HeaderField("Accept", "application/json"),
            HeaderField("Content-Type", "application/json"),
            HeaderField("X-Okta-Request-Id", Identifiers.request()),
        ] + hook.channel.callHeaders
    }

    private var envelope: LabJSON {
        [
            "eventType": "com.okta.event_hook",
            "eventTypeVersion": "1.0",
            "cloudEventsVersion": "0.1",
            "source": .string(hook.selfURL(baseURL)),
            "eventId": .string(Identifiers.uuid()),
            "data": ["events": .array(events.map(\.event))],
            "eventTime": .string(now.text),
            "contentType": "application/json",
        ]
    }
}

extension OrgService {
    /// Logs the posted events and delivers them; a failed delivery is logged too.
    ///
    /// Every hook that is active, verified and subscribed to an event's type gets it. Filters are
    /// not evaluated: a filtered type is delivered as if it had none.
    func postEvents(_ request: LabRequest) async throws -> LabAnswer {
        let body = try Self.json(request)
        let hooks = try await world.read(EventHooks.self) { $0.all.filter(\.receivesEvents) }
        let now = await world.now
        var entries: [LogEntry] = []
        for event in body.items ?? [body] {
            entries.append(try Self.entry(event, for: hooks, now: now))
        }
        try await world.appendToLog(entries)
        let deliveries = hooks.compactMap { hook -> Delivery? in
            let events = entries.filter { hook.events.contains($0.eventType) }
            guard !events.isEmpty else { return nil }
            return Delivery(hook: hook, events: events, baseURL: request.baseURL, now: now)
        }
        let outcomes = await send(deliveries)
        let later = await world.now
        try await world.appendToLog(
            outcomes.compactMap { outcome in
                outcome.failure.map {
                    .failedDelivery(
                        to: outcome.hook.logTarget, reason: $0, events: outcome.events, at: later)
                }
            })
        return .prettyJSON([
            "events": .array(entries.map { .string($0.uuid) }),
            "deliveries": .array(outcomes.map(\.report)),
        ])
    }

    /// The log entry, which names the hooks it was meant for.
    private static func entry(
        _ event: LabJSON, for hooks: [EventHook], now: Timestamp
    ) throws(StateFault) -> LogEntry {
        let wanted = hooks.filter { $0.events.contains(event["eventType"]?.text ?? "") }
        guard !wanted.isEmpty, event.members != nil else { return try LogEntry(event, now: now) }
        var event = event
        var context = event["debugContext"] ?? [:]
        var data = context["debugData"] ?? [:]
        data["webhooks"] = .string(wanted.map(\.id).joined(separator: ","))
        context["debugData"] = data
        event["debugContext"] = context
        return try LogEntry(event, now: now)
    }

    /// All at once, as a slow endpoint must not hold up the others; outcomes in the hooks' order.
    private func send(_ deliveries: [Delivery]) async -> [Delivery.Outcome] {
        await withTaskGroup(of: (Int, Delivery.Outcome).self) { group in
            for (place, delivery) in deliveries.enumerated() {
                group.addTask { (place, await delivery.send(configuration)) }
            }
            var outcomes: [(Int, Delivery.Outcome)] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
