package import JSON

/// Made-up events of the System Log: one for each group of the catalogue, made to fit each type of
/// it. Nobody in them exists: example.com and 203.0.113.0/24 are set aside for such as these.
package enum EventSamples {
    /// The groups that have a sample of their own, sorted.
    package static var groups: [String] { rowsByGroup.keys.sorted() }

    /// An event of a type. Of a type that the catalogue does not group, it has what all events have.
    ///
    /// - Parameter published: RFC 3339 UTC.
    package static func event(
        ofType type: String, uuid: String, published: String
    ) -> JSONValue {
        let group = EventTypes.named(type).flatMap { rowsByGroup[$0.category] } ?? Row.general
        let row = row(for: type)
        let outcome = row?.outcome ?? "SUCCESS"
        return [
            "actor": actor(group.actor),
            "client": isJob(group) ? noClient : client(of: group),
            "device": nil,
            "authenticationContext": [
                "authenticationProvider": nil, "credentialProvider": nil, "credentialType": nil,
                "issuer": nil, "interface": nil, "authenticationStep": 0,
                "externalSessionId": isJob(group) ? "unknown" : "102SampleSession0000000000",
            ],
            "displayMessage": .string(message(of: type)),
            "eventType": .string(type),
            "outcome": [
                "result": .string(outcome),
                "reason": outcome == "SUCCESS" ? nil : "A sample reason",
            ],
            "published": .string(published),
            "securityContext": securityContext(isJob(group)),
            "severity": outcome == "SUCCESS" ? "INFO" : "WARN",
            "debugContext": ["debugData": debugData(of: type)],
            "legacyEventType": nil,
            "transaction": [
                "type": isJob(group) ? "JOB" : "WEB", "id": "sampleTransaction0000000000",
                "detail": [:],
            ],
            "uuid": .string(uuid),
            "version": "0",
            "request": ["ipChain": isJob(group) ? [] : [chainLink]],
            "target": .array((row?.targets ?? group.targets).compactMap { things[$0] }),
        ]
    }

    /// A line of the tables.
    struct Row {
        /// `admin`, `user`, `app` or `system`; empty in the table of types.
        var actor: String
        /// Names in `eventSampleThings`.
        var targets: [String]
        /// Nil for success.
        var outcome: String?

        static let general = Row(actor: "admin", targets: ["User"])
    }

    /// The line of the longest beginning of a type.
    private static func row(for type: String) -> Row? {
        var parts = type.split(separator: ".")[...]
        while !parts.isEmpty {
            if let row = rowsByType[parts.joined(separator: ".")] { return row }
            parts = parts.dropLast()
        }
        return nil
    }
}
