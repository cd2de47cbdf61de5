package import Ports

/// Reads a stretch of the System Log, of which no more than a page is held.
///
/// Both ends are sent, so that the pages have an end too. Okta then goes by when events were
/// published, and what it is late with at the end of the stretch may be missing.
package struct LogReading: Sendable {
    /// So many pages without an entry, one behind the other, lead nowhere.
    private static let mostEmptyPages = 100
    /// A filter that is longer might make a URL that somebody on the way refuses.
    private static let longestFilter = 3000

    private let org: any SystemLogReader
    private let span: LogSpan

    package init(org: any SystemLogReader, span: LogSpan) {
        self.org = org
        self.span = span
    }

    /// Whether Okta can be asked for these types alone.
    package static func canAsk(forTypes types: [String]) -> Bool {
        !types.isEmpty && SystemLogQuery.filter(ofTypes: types).utf8.count <= longestFilter
    }

    /// - Parameters:
    ///   - types: the types that are asked for; nil for all.
    ///   - body: called for each page, in the log's order.
    package func run(
        ofTypes types: [String]?, _ body: (SystemLogPage) throws -> Void
    ) async throws {
        let query = SystemLogQuery(
            since: span.since, until: span.until,
            filter: types.map { SystemLogQuery.filter(ofTypes: $0) })
        var page = try await org.logPage(of: query)
        var emptyPages = 0
        while true {
            try body(page)
            guard let next = page.next else { return }
            emptyPages = page.count == 0 ? emptyPages + 1 : 0
            guard emptyPages < Self.mostEmptyPages else {
                throw OrgError.unavailable(
                    OrgError.Failure(
                        detail: "\(emptyPages) pages of the log, one after the other, were empty, "
                            + "and it goes on.", mayHaveHappened: false))
            }
            page = try await org.logPage(at: next)
        }
    }
}
