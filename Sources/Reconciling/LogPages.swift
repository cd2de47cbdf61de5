import Catalog
import Kinds
package import Ports

/// The pages of a stretch of the System Log, one after the other, of which no more than one is held.
///
/// Both ends are sent, so that the pages have an end too. Okta then goes by when events were
/// published, and what it is late with at the end of the stretch may be missing.
package struct LogPages: Sendable {
    private enum Place {
        case first(SystemLogQuery)
        case link(SystemLogLink)
        case end
    }

    /// So many pages without an entry, one behind the other, lead nowhere.
    private static let mostEmptyPages = 100
    /// A filter that is longer might make a URL that somebody on the way refuses.
    private static let longestFilter = 3000

    private let org: any SystemLogReader
    private var place: Place
    private var emptyPages = 0
    /// A link of the way, for the way to be known for a circle when it comes again; it is taken anew
    /// after 1, 2, 4, 8 … pages, so that it comes to be one of the circle however that begins.
    private var known: (link: SystemLogLink, pages: Int)?
    private var pages = 0

    /// - Parameter types: the types that are asked for; nil for all.
    package init(org: any SystemLogReader, span: LogSpan, types: [String]?) {
        self.org = org
        place = .first(
            SystemLogQuery(
                since: span.since, until: span.until,
                filter: types.map { SystemLogQuery.filter(ofTypes: $0) },
                limit: Limits.logPageEntries.value))
    }

    /// Whether Okta can be asked for these types alone.
    package static func canAsk(forTypes types: [String]) -> Bool {
        !types.isEmpty && SystemLogQuery.filter(ofTypes: types).utf8.count <= longestFilter
    }

    package var isAtEnd: Bool { if case .end = place { true } else { false } }

    /// Asks for the next page; nil after the last one.
    package mutating func next() async throws(OrgError) -> SystemLogPage? {
        let page: SystemLogPage
        switch place {
        case .first(let query): page = try await org.logPage(of: query)
        case .link(let link): page = try await org.logPage(at: link)
        case .end: return nil
        }
        emptyPages = page.count == 0 ? emptyPages + 1 : 0
        guard let next = page.next else {
            place = .end
            return page
        }
        guard emptyPages < Self.mostEmptyPages else {
            throw .unavailable(
                OrgError.Failure(
                    detail: "\(emptyPages) pages of the log, one after the other, were empty, and "
                        + "it goes on.", mayHaveHappened: false))
        }
        guard next != known?.link else {
            throw .unavailable(
                OrgError.Failure(
                    detail: "The log's pages lead back to one that was read before.",
                    mayHaveHappened: false))
        }
        pages += 1
        if pages >= 2 * (known?.pages ?? 0) { known = (next, pages) }
        place = .link(next)
        return page
    }
}
