/// An inline hook as the org holds it.
struct InlineHook: Hook, Equatable {
    static let typeName = "InlineHook"
    static let bodyName = "inlineHook"
    static let noun = "An inline hook"

    let id: String
    var status: HookStatus
    var name: String
    let type: InlineHookType
    var version: String
    var channel: InlineHookChannel
    let created: Timestamp
    var lastUpdated: Timestamp
}

extension InlineHook {
    static let collectionPath = "/api/v1/inlineHooks"

    /// As the API gives it: recorded key order, no secret, links for its state.
    func representation(baseURL: String) -> LabJSON {
        var body = content(channel.representation)
        body["_links"] = status.links(
            own: "\(baseURL)\(Self.collectionPath)/\(id)", action: "execute", path: "execute")
        return body
    }

    /// As `/lab/state` and the data file have it: the secret, no links.
    var state: LabJSON { content(channel.state) }

    private func content(_ channel: LabJSON) -> LabJSON {
        [
            "id": .string(id),
            "status": .string(status.rawValue),
            "name": .string(name),
            "type": .string(type.rawValue),
            "version": .string(version),
            "channel": channel,
            "created": .string(created.text),
            "lastUpdated": .string(lastUpdated.text),
        ]
    }

    /// The target of the log entries about it. The type's name is inferred.
    var logTarget: LabJSON {
        [
            "id": .string(id), "type": "InlineHook", "alternateId": .string(id),
            "displayName": .string(name), "detailEntry": .null,
        ]
    }
}
