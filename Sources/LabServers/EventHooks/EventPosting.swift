/// What the lab makes of events that somebody posts to it.
extension OrgService {
    /// Logs the posted events and delivers them; a failed delivery is logged too.
    ///
    /// Every hook that is active, verified and subscribed to an event's type gets it, if its filter
    /// of that type is true. What Okta does when a filter fails is not known; here it is not sent.
    func postEvents(_ request: LabRequest) async throws -> LabAnswer {
        let hooks = try await world.read(EventHooks.self) { $0.all.filter(\.receivesEvents) }
        let now = await world.now
        let posted = try Self.events(in: request).map { event throws(StateFault) in
            try PostedEvent(event, for: hooks, now: now)
        }
        try await world.appendToLog(posted.map(\.entry))
        let outcomes = await send(deliveries(of: posted, to: hooks, request.baseURL, now))
        let later = await world.now
        try await world.appendToLog(
            outcomes.compactMap { outcome in
                outcome.failure.map {
                    .failedDelivery(
                        to: outcome.hook.logTarget, reason: $0, events: outcome.events, at: later)
                }
            })
        return .prettyJSON([
            "events": .array(posted.map { .string($0.entry.uuid) }),
            "deliveries": .array(outcomes.map(\.report)),
            "withheld": .array(posted.flatMap(\.withheld)),
        ])
    }

    /// Puts events into the log and delivers none, as if they had happened before.
    func putIntoLog(_ request: LabRequest) async throws -> LabAnswer {
        let now = await world.now
        let entries = try Self.events(in: request).map { event throws(StateFault) in
            try LogEntry(event, now: now)
        }
        try await world.appendToLog(entries.sorted { $0.published < $1.published })
        return .prettyJSON(["events": LabJSON(entries.count)])
    }

    /// An event, an array of them, or one a line.
    private static func events(in request: LabRequest) throws(StateFault) -> [LabJSON] {
        do {
            let body = try json(request)
            return body.items ?? [body]
        } catch {
            let lines = request.body.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            var events: [LabJSON] = []
            for line in lines {
                guard let event = try? LabJSON.parse(line) else { throw error }
                events.append(event)
            }
            return events
        }
    }

    private func deliveries(
        of posted: [PostedEvent], to hooks: [EventHook], _ baseURL: String, _ now: Timestamp
    ) -> [Delivery] {
        hooks.compactMap { hook in
            let events = posted.filter { $0.receivers.contains(hook.id) }
            guard !events.isEmpty else { return nil }
            return Delivery(
                hook: hook, events: events.map(\.entry),
                envelope: DeliveryEnvelope(
                    events.map(\.event), to: hook, baseURL: baseURL, now: now))
        }
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

/// An event that was posted, and who is to have it.
private struct PostedEvent {
    /// The log entry, which names the receivers.
    let entry: LogEntry
    let event: LabJSON
    let receivers: [String]
    /// The subscribed hooks that do not get it, and why.
    let withheld: [LabJSON]

    init(_ posted: LabJSON, for hooks: [EventHook], now: Timestamp) throws(StateFault) {
        var event = try LogEntry(posted, now: now).ownEvent ?? posted
        var receivers: [String] = []
        var withheld: [LabJSON] = []
        for hook in hooks where hook.events.contains(event["eventType"]?.text ?? "") {
            let reason: String
            switch hook.verdict(on: event) {
            case .delivers:
                receivers.append(hook.id)
                continue
            case .drops: reason = "the filter is false"
            case .fails(let why): reason = "the filter fails: \(why)"
            }
            withheld.append([
                "hookId": .string(hook.id), "hookName": .string(hook.name),
                "event": event["uuid"] ?? .null, "reason": .string(reason),
            ])
        }
        if !receivers.isEmpty {
            var context = event["debugContext"] ?? .null
            if context.isNull { context = [:] }
            var data = context["debugData"] ?? .null
            if data.isNull { data = [:] }
            data["webhooks"] = .array(receivers.map(LabJSON.string))
            context["debugData"] = data
            event["debugContext"] = context
        }
        self.event = event
        self.receivers = receivers
        self.withheld = withheld
        entry = try LogEntry(event, now: now)
    }
}
