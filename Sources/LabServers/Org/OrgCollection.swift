/// One kind of object the org holds, with everything the API lets you do to it.
///
/// A new kind is one file that conforms to this and one line in `OrgCollections`.
protocol OrgCollection: Sendable {
    /// Its name in `/lab/state` and in the data file.
    static var stateKey: String { get }
    static var routes: [Route] { get }

    /// An empty collection.
    init()
    /// Reads what `state` wrote; whatever has a sensible default may be left out by people.
    init(state: LabJSON, now: Timestamp) throws(StateFault)
    /// All of it, secrets too.
    var state: LabJSON { get }
}

/// Every kind the lab knows.
enum OrgCollections {
    static let all: [any OrgCollection.Type] = [
        EventHooks.self, InlineHooks.self, HookKeys.self, HookUsers.self, OAuthClients.self,
    ]
}

/// What is wrong with a state somebody gave the lab.
struct StateFault: Error, Equatable {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

extension LabJSON {
    /// The date that an object of a state names; `nil` where it names none.
    func moment(_ key: String) throws(StateFault) -> Timestamp? {
        guard let value = self[key] else { return nil }
        guard let moment = value.text.flatMap(Timestamp.init) else {
            throw StateFault("\(key) is not a date")
        }
        return moment
    }
}
