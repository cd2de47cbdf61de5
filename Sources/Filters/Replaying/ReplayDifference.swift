import JSON

/// An event that the filters which are tried, and those that are live, do not treat alike.
package struct ReplayDifference: Hashable, Sendable {
    /// A person, a group or a thing of an event; what the event leaves out is nil.
    package struct Party: Hashable, Sendable {
        package var id: String?
        package var type: String?
        package var name: String?
    }

    package let uuid: String?
    package let published: String?
    package let eventType: String
    package let actor: Party?
    package let targets: [Party]
    package let live: Fate
    package let desired: Fate

    init(_ event: JSONValue, eventType: String, live: Fate, desired: Fate) {
        uuid = event["uuid"]?.string
        published = event["published"]?.string
        self.eventType = eventType
        actor = event["actor"]?.object.map { Party(.object($0)) }
        targets = event["target"]?.array?.map(Party.init) ?? []
        self.live = live
        self.desired = desired
    }
}

extension ReplayDifference.Party {
    fileprivate init(_ value: JSONValue) {
        id = value["id"]?.string
        type = value["type"]?.string
        name = value["displayName"]?.string ?? value["alternateId"]?.string
    }
}
