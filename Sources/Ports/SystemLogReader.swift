package import Vocabulary

/// Reads the org's System Log page by page, so that nobody has to hold more of it than a page.
package protocol SystemLogReader: Sendable {
    /// The first page of what a query asks for.
    func logPage(of query: SystemLogQuery) async throws(OrgError) -> SystemLogPage
    /// The page that another one named as its next.
    func logPage(at link: SystemLogLink) async throws(OrgError) -> SystemLogPage
}

/// What is asked of the System Log.
///
/// With both ends, or in descending order, the entries come by their `published` time, and the last
/// page has no next one; entries that Okta is late with may be missing. Ascending and without an end
/// they come as Okta has stored them, none is missing, and there is always a next page: an empty one
/// is where there is nothing more yet.
package struct SystemLogQuery: Hashable, Sendable {
    package enum Order: String, Sendable {
        case ascending = "ASCENDING"
        case descending = "DESCENDING"
    }

    /// The first moment that belongs to it; without one Okta takes seven days before the end.
    package var since: Timestamp?
    /// The first moment that does not belong to it any more.
    package var until: Timestamp?
    /// Okta's filter of log entries, such as `eventType eq "user.session.start"`.
    package var filter: String?
    /// The most entries that a page has.
    package var limit: Int
    package var order: Order

    package init(
        since: Timestamp? = nil, until: Timestamp? = nil, filter: String? = nil,
        limit: Int, order: Order = .ascending
    ) {
        self.since = since
        self.until = until
        self.filter = filter
        self.limit = limit
        self.order = order
    }

    /// The filter that lets through the entries of some types, in the order of their names.
    package static func filter(ofTypes types: some Sequence<String>) -> String {
        types.sorted().map { "eventType eq \(quoted($0))" }.joined(separator: " or ")
    }

    /// The filter that lets through one entry.
    package static func filter(ofEntry uuid: String) -> String { "uuid eq \(quoted(uuid))" }

    /// A text in quotes that it cannot end by itself.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text.unicodeScalars {
            if character == "\"" || character == "\\" { result += "\\" }
            result.unicodeScalars.append(character)
        }
        return result + "\""
    }
}

/// A page of the System Log.
package struct SystemLogPage: Hashable, Sendable {
    /// As it came: a JSON array of entries, each of them an object.
    package let body: [UInt8]
    /// How many entries it has.
    package let count: Int
    /// When the last of them was published.
    package let lastPublished: Timestamp?
    /// Where it goes on.
    package let next: SystemLogLink?

    package init(body: [UInt8], count: Int, lastPublished: Timestamp?, next: SystemLogLink?) {
        self.body = body
        self.count = count
        self.lastPublished = lastPublished
        self.next = next
    }
}

/// Where a page of the System Log is, in the org's own words, which nobody else makes or reads.
package struct SystemLogLink: Hashable, Sendable {
    package let address: String

    package init(address: String) { self.address = address }
}
