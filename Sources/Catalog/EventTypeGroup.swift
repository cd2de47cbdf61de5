import Vocabulary

/// One of Okta's groups of event types, and how many types of it were counted.
package struct EventTypeGroup: Hashable, Sendable {
    package let name: String
    package let typeCount: Int
    /// How many of them an event hook may subscribe to.
    package let eligibleCount: Int

    package init(name: String, typeCount: Int, eligibleCount: Int) {
        self.name = name
        self.typeCount = typeCount
        self.eligibleCount = eligibleCount
    }

    /// The groups of types, sorted by name, in upper or lower case.
    package static func groups(of types: some Sequence<EventType>) -> [EventTypeGroup] {
        Dictionary(grouping: types, by: \.category).map { name, types in
            EventTypeGroup(
                name: name, typeCount: types.count, eligibleCount: types.count(where: \.isEligible))
        }.sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
    }

    /// What a name that a person gives stands for.
    package enum Meaning: Hashable, Sendable {
        case group(String)
        /// Several groups have it in their names.
        case several([String])
        /// None has it; the one that may have been meant.
        case none(nearest: String?)
    }

    /// The group that a name means, in upper or lower case: the one of that name; else the only one
    /// that begins so; else the only one with it somewhere in its name.
    package static func meaning(
        of name: String, among groups: some Sequence<String>
    ) -> Meaning {
        let wanted = name.lowercased()
        let groups = groups.map { (name: $0, lowercased: $0.lowercased()) }.sorted { $0 < $1 }
        if let same = groups.first(where: { $0.lowercased == wanted }) { return .group(same.name) }
        let beginning = groups.filter { $0.lowercased.hasPrefix(wanted) }
        if beginning.count == 1 { return .group(beginning[0].name) }
        let having = groups.filter { $0.lowercased.contains(wanted) }
        if having.count == 1 { return .group(having[0].name) }
        if !having.isEmpty { return .several(having.map(\.name)) }
        return .none(nearest: nearestName(to: name, among: groups.map(\.name)))
    }
}
