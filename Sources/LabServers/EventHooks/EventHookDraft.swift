/// What a create or replace asks for, checked.
struct EventHookDraft: Sendable {
    var name: String
    var description: String?
    var events: [String]
    var filter: LabJSON
    var channel: EventHook.Channel
    /// Create ignores it, replace obeys it.
    var status: HookStatus?

    /// Reads a body, or says all that is wrong with it.
    init(_ body: LabJSON, configuration: LabOrg.Configuration) throws(OktaError) {
        var reader = try BodyReader(body)
        name = try reader.name()
        description = try reader.optionalText("description")
        events = try Self.events(&reader, configuration)
        filter = try Self.filter(&reader, for: events, configuration.switches)
        channel = try Self.channel(&reader)
        status = try Self.status(reader)
        if !reader.causes.isEmpty { throw .invalid("eventHook", reader.causes) }
    }

    private static func status(_ reader: BodyReader) throws(OktaError) -> HookStatus? {
        guard let word = try reader.optionalText("status") else { return nil }
        guard let status = HookStatus(rawValue: word) else { throw .notWellFormed }
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
}

extension EventHookDraft {
    private static func channel(
        _ reader: inout BodyReader
    ) throws(OktaError) -> EventHook.Channel {
        try reader.requiredWord("channel.type", of: ["HTTP"])
        try reader.checkChannelVersion()
        let uri = try reader.address("channel.config.uri")
        let headers = try reader.channelHeaders()
        return EventHook.Channel(uri: uri, headers: headers, auth: try reader.authScheme())
    }
}
