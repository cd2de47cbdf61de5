package import JSON

extension HookContract {
    /// A whole payload, as Okta would send it, with made-up data.
    ///
    /// - Parameters:
    ///   - type: the hook's type.
    ///   - hookURL: where the hook itself is in the org's API.
    ///   - time: RFC 3339 UTC.
    package func payload(
        type: String, id: String, orgURL: String, hookURL: String, eventID: String, time: String
    ) -> JSONValue {
        let origin =
            switch source {
            case .id: id
            case .hook: hookURL
            case .path(let path): orgURL + path
            }
        var payload: JSONObject = [
            "eventId": .string(eventID),
            "eventTime": .string(time),
            "eventType": .string(type),
            "eventTypeVersion": "1.0",
            "contentType": "application/json",
            "cloudEventVersion": "0.1",
            "source": .string(origin),
        ]
        for member in sample.members { payload[member.key] = member.value }
        return .object(payload)
    }
}
