/// One entry of the System Log.
struct LogEntry: Sendable {
    let published: Timestamp
    let uuid: String
    let eventType: String
    private let content: Content

    private enum Content: Sendable {
        case event(LabJSON)
        /// From a file: a tenth of the memory, and nothing to be read before somebody asks.
        case text([UInt8])
    }

    /// An event of a file, as it stands there.
    init(text: [UInt8], uuid: String, eventType: String, published: Timestamp) {
        self.published = published
        self.uuid = uuid
        self.eventType = eventType
        content = .text(text)
    }

    private init(published: Timestamp, event: LabJSON) {
        self.published = published
        uuid = event["uuid"]?.text ?? ""
        eventType = event["eventType"]?.text ?? ""
        content = .event(event)
    }

    /// Takes a LogEvent somebody wrote, and fills in what it leaves out.
    init(_ event: LabJSON, now: Timestamp) throws(StateFault) {
        guard event.members != nil else { throw StateFault("a log event is not an object") }
        guard event["eventType"]?.text != nil else {
            throw StateFault("a log event has no eventType")
        }
        var published = now
        if let given = event["published"] {
            guard let moment = given.text.flatMap(Timestamp.init) else {
                throw StateFault("published is not a date")
            }
            published = moment
        }
        self.init(published: published, event: Self.completed(event, published: published))
    }

    /// The whole LogEvent, where it did not come from a file.
    var ownEvent: LabJSON? {
        if case .event(let event) = content { event } else { nil }
    }

    /// The whole LogEvent.
    var event: LabJSON {
        get throws(LabJSONFault) {
            switch content {
            case .event(let event): event
            case .text(let text): try LabJSON.parse(text)
            }
        }
    }

    /// The whole LogEvent as JSON.
    var text: [UInt8] {
        switch content {
        case .event(let event): Array(event.compact.utf8)
        case .text(let text): text
        }
    }

    private static func completed(_ event: LabJSON, published: Timestamp) -> LabJSON {
        let defaults: LabJSON = [
            "actor": Principal.system,
            "client": .null,
            "displayMessage": .string(event["eventType"]?.text ?? ""),
            "eventType": .null,
            "outcome": ["result": "SUCCESS", "reason": .null],
            "published": .string(published.text),
            "securityContext": [:],
            "severity": "INFO",
            "debugContext": ["debugData": [:]],
            "legacyEventType": .null,
            "transaction": ["type": "JOB", "id": .string(Identifiers.request()), "detail": [:]],
            "uuid": .string(Identifiers.uuid()),
            "version": "0",
            "request": ["ipChain": []],
            "target": [],
        ]
        var completed = defaults
        for member in event.members ?? [] { completed[member.key] = member.value }
        return completed
    }
}

extension LogEntry {
    /// The trace an API call leaves.
    static func change(
        _ eventType: String, _ target: LabJSON, by call: OrgCall, at now: Timestamp,
        failure: String? = nil
    ) -> LogEntry {
        var debugData: LabJSON = [
            "requestId": .string(call.requestID),
            "requestUri": .string(call.request.path),
            "url": .string(call.request.path + "?"),
        ]
        if let failure { debugData["error_message"] = .string(failure) }
        return LogEntry(
            published: now,
            event: event(
                eventType, actor: call.principal.actor, target: target, failure: failure,
                debugData: debugData, at: now,
                userAgent: call.request.header("User-Agent"),
                transaction: [
                    "type": "WEB", "id": .string(call.requestID),
                    "detail": ["requestApiTokenId": .string(call.principal.tokenID)],
                ]))
    }

    /// A delivery that failed; those that succeed are not logged.
    static func failedDelivery(
        to target: LabJSON, reason: String, events: [LogEntry], at now: Timestamp
    ) -> LogEntry {
        LogEntry(
            published: now,
            event: event(
                "event_hook.delivery", actor: Principal.system, target: target, failure: reason,
                debugData: [
                    "error_message": .string(reason),
                    "events": .string(events.map(\.uuid).joined(separator: ",")),
                ], at: now, userAgent: nil,
                transaction: [
                    "type": "JOB", "id": .string(Identifiers.request()), "detail": [:],
                ]))
    }

    private static func event(
        _ eventType: String, actor: LabJSON, target: LabJSON, failure: String?,
        debugData: LabJSON, at now: Timestamp, userAgent: String?, transaction: LabJSON
    ) -> LabJSON {
        [
            "actor": actor,
            "client": [
                "userAgent": [
                    "rawUserAgent": LabJSON(userAgent), "os": "Unknown", "browser": "UNKNOWN",
                ],
                "zone": "null", "device": "Unknown", "id": .null, "ipAddress": "127.0.0.1",
                "geographicalContext": .null,
            ],
            "device": .null,
            "authenticationContext": [
                "authenticationProvider": .null, "credentialProvider": .null,
                "credentialType": .null,
                "issuer": .null, "interface": .null, "authenticationStep": 0,
                "externalSessionId": .string(transaction["id"]?.text ?? ""),
            ],
            "displayMessage": .string(messages[eventType] ?? eventType),
            "eventType": .string(eventType),
            "outcome": [
                "result": failure == nil ? "SUCCESS" : "FAILURE", "reason": LabJSON(failure),
            ],
            "published": .string(now.text),
            "securityContext": [
                "asNumber": .null, "asOrg": .null, "isp": .null, "domain": .null, "isProxy": .null,
            ],
            "severity": failure == nil ? "INFO" : "WARN",
            "debugContext": ["debugData": debugData],
            "legacyEventType": .null,
            "transaction": transaction,
            "uuid": .string(Identifiers.uuid()),
            "version": "0",
            "request": ["ipChain": []],
            "target": [target],
        ]
    }

    private static let messages = [
        "event_hook.activated": "Event hook activated",
        "event_hook.created": "Event hook created",
        "event_hook.deactivated": "Event hook deactivated",
        "event_hook.deleted": "Event hook deleted",
        "event_hook.delivery": "Event hook delivery failed",
        "event_hook.updated": "Event hook updated",
        "event_hook.verified": "Event hook verified",
        "inline_hook.activated": "Inline hook activated",
        "inline_hook.created": "Inline hook created",
        "inline_hook.deactivated": "Inline hook deactivated",
        "inline_hook.deleted": "Inline hook deleted",
        "inline_hook.updated": "Inline hook updated",
        "system.hook.key.created": "Hook key created",
        "system.hook.key.deleted": "Hook key deleted",
        "system.hook.key.updated": "Hook key updated",
    ]
}
