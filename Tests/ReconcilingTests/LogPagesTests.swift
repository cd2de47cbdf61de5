import Ports
import Reconciling
import Synchronization
import Testing
import Vocabulary

/// A stretch of the System Log, page by page.
@Suite struct LogPagesTests {
    /// A log of so many pages, all of them empty but for every hundredth entry.
    private final class Log: SystemLogReader {
        let pages: Int
        /// What comes after the last page; nothing, if nil.
        let returnsTo: Int?
        let isEmpty: @Sendable (Int) -> Bool
        let queries = Mutex<[SystemLogQuery]>([])

        init(
            pages: Int, returnsTo: Int? = nil, isEmpty: @escaping @Sendable (Int) -> Bool
        ) {
            self.pages = pages
            self.returnsTo = returnsTo
            self.isEmpty = isEmpty
        }

        func logPage(of query: SystemLogQuery) throws(OrgError) -> SystemLogPage {
            queries.withLock { $0.append(query) }
            return page(1)
        }

        func logPage(at link: SystemLogLink) throws(OrgError) -> SystemLogPage {
            page(Int(link.address) ?? 0)
        }

        private func page(_ number: Int) -> SystemLogPage {
            SystemLogPage(
                body: Array((isEmpty(number) ? "[]" : "[{}]").utf8),
                count: isEmpty(number) ? 0 : 1, lastPublished: nil,
                next: (number < pages ? number + 1 : returnsTo).map {
                    SystemLogLink(address: "\($0)")
                })
        }
    }

    private func read(_ log: Log, types: [String]? = nil) async throws -> Int {
        let now = Timestamp(milliseconds: 1_795_260_723_000)
        let span = try LogSpan(since: nil, until: nil, now: now)
        var count = 0
        var pages = LogPages(org: log, span: span, types: types)
        while let page = try await pages.next() { count += page.count }
        #expect(pages.isAtEnd)
        #expect(try await pages.next() == nil)
        return count
    }

    @Test("Every page is read, and both ends are sent, so that there is a last one")
    func all() async throws {
        let log = Log(pages: 5000) { !$0.isMultiple(of: 100) }
        #expect(try await read(log, types: ["b", "a"]) == 50)
        let query = try #require(log.queries.withLock { $0 }.first)
        #expect(query.since?.text == "2026-11-14T11:32:03.000Z")
        #expect(query.until?.text == "2026-11-21T11:32:03.000Z")
        #expect(query.filter == #"eventType eq "a" or eventType eq "b""#)
        #expect(query.limit == 1000)
        #expect(query.order == .ascending)
    }

    @Test("Empty pages that lead nowhere are given up, and said to be")
    func endless() async {
        let log = Log(pages: .max) { _ in true }
        await #expect(throws: OrgError.self) { try await read(log) }
    }

    @Test("Pages that lead back to one of them are given up", arguments: [2, 3, 50, 99])
    func circle(returnsTo: Int) async {
        let log = Log(pages: 99, returnsTo: returnsTo) { _ in false }
        await #expect(throws: OrgError.self) { try await read(log) }
    }

    @Test("Types are asked for as long as they make no URL that nobody takes")
    func types() {
        let type = String(repeating: "x", count: 40)
        #expect(!LogPages.canAsk(forTypes: []))
        #expect(LogPages.canAsk(forTypes: Array(repeating: type, count: 49)))
        #expect(!LogPages.canAsk(forTypes: Array(repeating: type, count: 60)))
        #expect(
            SystemLogQuery.filter(ofTypes: [#"a" or eventType pr or "\"#])
                == #"eventType eq "a\" or eventType pr or \"\\""#)
    }
}
