/// The org's log, in the order the entries were stored.
///
/// That order is not always that of `published`: an event may be posted with an older date. Both
/// orders are kept, so that a page costs the same wherever it begins.
struct SystemLog: Sendable {
    /// In the order of storing.
    private(set) var entries: [LogEntry] = []
    /// When each counts as stored: when it was published, yet never before the one in front of it.
    private var stored: [Timestamp] = []
    /// The places of the entries by `published`, and among the same by place.
    private var byPublished: [Int] = []

    init() {}

    /// A log that begins with these, by when they were published.
    init(_ entries: [LogEntry]) {
        self.entries = entries.enumerated()
            .sorted { ($0.element.published, $0.offset) < ($1.element.published, $1.offset) }
            .map(\.element)
        stored = self.entries.map(\.published)
        byPublished = Array(self.entries.indices)
    }

    mutating func append(_ entry: LogEntry) {
        let rank = firstRank { $0.published > entry.published }
        byPublished.insert(entries.count, at: rank)
        stored.append(max(entry.published, stored.last ?? entry.published))
        entries.append(entry)
    }

    /// The place of the first entry that was stored at a moment or later.
    func firstPlace(since moment: Timestamp) -> Int {
        Self.first(of: stored.count) { stored[$0] >= moment }
    }

    /// The rank by `published` of the first entry at a moment or later.
    func firstRank(since moment: Timestamp) -> Int {
        firstRank { $0.published >= moment }
    }

    /// The rank by `published` of an entry that is known by when it was published and its place.
    func rank(published: Timestamp, place: Int) -> Int {
        Self.first(of: byPublished.count) { rank in
            let found = byPublished[rank]
            return (entries[found].published, found) >= (published, place)
        }
    }

    /// The entry of a rank by `published`, and its place.
    func ranked(_ rank: Int) -> (place: Int, entry: LogEntry) {
        (byPublished[rank], entries[byPublished[rank]])
    }

    private func firstRank(where isBehind: (LogEntry) -> Bool) -> Int {
        Self.first(of: byPublished.count) { isBehind(entries[byPublished[$0]]) }
    }

    /// The first of some numbers that holds, where all after it do.
    private static func first(of count: Int, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension SystemLog {
    /// What happened here and what was posted; not what a file of events brought.
    var state: LabJSON { .array(entries.compactMap(\.ownEvent)) }

    init(state: LabJSON, now: Timestamp) throws(StateFault) {
        guard let items = state.items else { throw StateFault("systemLog is not an array") }
        for item in items { append(try LogEntry(item, now: now)) }
    }
}

extension SystemLog {
    static let path = "/api/v1/logs"

    static let routes: [Route] = [
        Route("GET", path, bucket: path) { call async throws(OktaError) in
            let page = try await call.world.readLog { log, now throws(OktaError) in
                try LogQuery(call.request.parameters, now: now).page(of: log)
            }
            var answer = LabAnswer(
                status: 200, headers: [HeaderField("Content-Type", "application/json")],
                body: Array("[".utf8))
            for (number, entry) in page.entries.enumerated() {
                if number > 0 { answer.body.append(UInt8(ascii: ",")) }
                answer.body.append(contentsOf: entry.text)
            }
            answer.body.append(UInt8(ascii: "]"))
            let base = call.request.baseURL + path
            let own = call.request.query.isEmpty ? base : "\(base)?\(call.request.query)"
            answer.headers.append(HeaderField("Link", "<\(own)>; rel=\"self\""))
            if let next = page.next {
                answer.headers.append(HeaderField("Link", "<\(base)?\(next)>; rel=\"next\""))
            }
            return answer
        }
    ]
}
