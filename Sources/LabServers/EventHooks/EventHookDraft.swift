import Foundation

/// What a create or replace asks for, checked.
struct EventHookDraft: Sendable {
    var name: String
    var description: String?
    var events: [String]
    var filter: LabJSON
    var channel: EventHook.Channel
    /// Create ignores it, replace obeys it.
    var status: EventHook.Status?

    /// Header names Okta keeps to itself. The documentation says there are such and names
    /// `Accept`; the others are what its calls carry anyway.
    private static let reservedHeaders: Set<String> = [
        "accept", "connection", "content-length", "content-type", "host", "transfer-encoding",
        "user-agent", "x-okta-request-id", "x-okta-verification-challenge",
    ]

    /// Reads a body, or says all that is wrong with it.
    init(_ body: LabJSON, configuration: LabOrg.Configuration) throws(OktaError) {
        var reader = try BodyReader(body)
        name = try reader.requiredText("name")
        if name.count > 255 {
            reader.refuse("name: The field is too long; at most 255 characters are allowed")
        }
        description = try reader.optionalText("description")
        events = try Self.events(&reader, configuration)
        filter = try Self.filter(reader)
        channel = try Self.channel(&reader)
        status = try Self.status(reader)
        if !reader.causes.isEmpty { throw .invalid("eventHook", reader.causes) }
    }

    private static func status(_ reader: BodyReader) throws(OktaError) -> EventHook.Status? {
        guard let word = try reader.optionalText("status") else { return nil }
        guard let status = EventHook.Status(rawValue: word) else { throw .notWellFormed }
        return status
    }

    private static func events(
        _ reader: inout BodyReader, _ configuration: LabOrg.Configuration
    ) throws(OktaError) -> [String] {
        try reader.requiredWord("events.type", of: ["EVENT_TYPE"])
        let items = try reader.list("events.items").compactMap(\.text)
        guard items.count == (try reader.list("events.items").count) else { throw .notWellFormed }
        let unique = JavaHashOrder.sorted(items)
        if unique.isEmpty { reader.refuse("events.items: The field cannot be left blank") }
        if unique.count > configuration.maximumEventTypes {
            reader.refuse(
                "events.items: At most \(configuration.maximumEventTypes) event types are allowed")
        }
        if configuration.switches.unknownEvents == .refuse {
            let known = configuration.switches.eventTypes
            for item in unique where !(known.isEmpty ? looksLikeAType(item) : known.contains(item))
            {
                reader.refuse("events.items: Unknown event type \(item)")
            }
        }
        return unique
    }

    private static func looksLikeAType(_ name: String) -> Bool {
        name.wholeMatch(of: #/[a-z][a-z0-9_]*(\.[a-z0-9_]+)+/#) != nil
    }

    /// Kept as it was sent, save that every condition gets the `version` Okta shows.
    private static func filter(_ reader: BodyReader) throws(OktaError) -> LabJSON {
        guard var filter = reader.value("events.filter") else { return .null }
        guard filter.members != nil else { throw .notWellFormed }
        if let entries = filter["eventFilterMap"]?.items {
            filter["eventFilterMap"] = .array(
                entries.map { entry in
                    var entry = entry
                    if let condition = entry["condition"]?.members,
                        !condition.contains(where: { $0.key == "version" })
                    {
                        let version = LabJSON.Member(key: "version", value: .null)
                        entry["condition"] = .object([version] + condition)
                    }
                    return entry
                })
        }
        return filter
    }
}

extension EventHookDraft {
    private static func channel(
        _ reader: inout BodyReader
    ) throws(OktaError) -> EventHook.Channel {
        try reader.requiredWord("channel.type", of: ["HTTP"])
        let version = try reader.requiredText("channel.version")
        if !version.isEmpty, version != "1.0.0" {
            reader.refuse("channel.version: The version \(version) is not supported")
        }
        let uri = try reader.requiredText("channel.config.uri")
        if !uri.isEmpty, let cause = fault(ofURI: uri) { reader.refuse("uri: \(cause)") }
        let headers = try headers(&reader)
        return EventHook.Channel(uri: uri, headers: headers, auth: try auth(&reader))
    }

    /// Okta takes https alone; the lab takes http as well where it leads back to this machine.
    private static func fault(ofURI uri: String) -> String? {
        if uri.count > 1024 { return "The field is too long; at most 1024 characters are allowed" }
        if uri.contains(where: \.isWhitespace) { return "White space is not allowed" }
        if LoopbackURL(uri) != nil { return nil }
        guard let parts = URLComponents(string: uri), let host = parts.host, !host.isEmpty else {
            return "The URL is not valid"
        }
        return parts.scheme?.lowercased() == "https" ? nil : "The URL must use https"
    }

    private static func headers(_ reader: inout BodyReader) throws(OktaError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for item in try reader.list("channel.config.headers") {
            guard let key = item["key"]?.text, let value = item["value"]?.text else {
                throw .notWellFormed
            }
            if key.isEmpty {
                reader.refuse("headers: The key cannot be left blank")
            } else if reservedHeaders.contains(key.lowercased()) {
                reader.refuse("headers: The header \(key) is reserved")
            }
            headers.append(HeaderField(key, value))
        }
        return headers
    }

    private static func auth(
        _ reader: inout BodyReader
    ) throws(OktaError) -> EventHook.AuthScheme? {
        guard let scheme = reader.value("channel.config.authScheme") else { return nil }
        guard scheme.members != nil else { throw .notWellFormed }
        try reader.requiredWord("channel.config.authScheme.type", of: ["HEADER"])
        let key = try reader.requiredText("channel.config.authScheme.key")
        return EventHook.AuthScheme(
            key: key, value: try reader.optionalText("channel.config.authScheme.value"))
    }
}
