import Foundation

/// What `GET /api/v1/logs` asks for.
///
/// Two modes. **Polling** (no `until`, ascending) goes by the order of storing, misses nothing,
/// and always offers a next page. **Bounded** (any other) goes by `published`, and ends.
struct LogQuery: Sendable {
    private let since: Timestamp
    private let until: Timestamp
    private let isPolling: Bool
    private let isAscending: Bool
    private let limit: Int
    private let cursor: Cursor?
    private let filter: LogFilter?
    private let keywords: [String]
    private let given: [(name: String, value: String)]

    /// Reads the parameters; those Okta does not have are ignored, as Okta does.
    init(_ parameters: [(name: String, value: String)], now: Timestamp) throws(OktaError) {
        func value(_ name: String) -> String? { parameters.last { $0.name == name }?.value }
        func moment(_ name: String) throws(OktaError) -> Timestamp? {
            guard let text = value(name) else { return nil }
            guard let moment = Timestamp(text) else { throw .invalidField(name) }
            return moment
        }
        switch value("sortOrder") ?? "ASCENDING" {
        case "ASCENDING": isAscending = true
        case "DESCENDING": isAscending = false
        default: throw .invalidField("sortOrder")
        }
        limit = value("limit").map { Int($0) ?? -1 } ?? 100
        guard (0...1000).contains(limit) else { throw .invalidField("limit") }
        var cursor: Cursor?
        if let after = value("after") { cursor = try Cursor(after) }
        if cursor != nil, value("since") != nil { throw .invalidField("since") }
        let until = try moment("until")
        isPolling = until == nil && isAscending
        let end = cursor?.until ?? until ?? Timestamp(milliseconds: now.milliseconds + 1)
        let asked = try moment("since")
        since = cursor?.since ?? asked ?? end.advanced(bySeconds: -7 * 86_400)
        if let asked, asked < now.advanced(bySeconds: -180 * 86_400) {
            throw .invalidField("since")
        }
        self.until = end
        self.cursor = cursor
        if let text = value("filter") { filter = try LogFilter(text) } else { filter = nil }
        keywords = (value("q") ?? "").split(separator: " ").map { $0.lowercased() }
        guard keywords.count <= 10, keywords.allSatisfy({ $0.count <= 40 }) else {
            throw .invalidField("q")
        }
        given = parameters.filter { !["after", "since"].contains($0.name) }
    }

    /// One page and the query of the next, where there is one.
    func page(of log: SystemLog) -> (entries: [LogEntry], next: String?) {
        isPolling ? polled(log) : bounded(log)
    }

    private func polled(_ log: SystemLog) -> (entries: [LogEntry], next: String?) {
        var found: [LogEntry] = []
        var place = min(cursor?.place ?? log.firstPlace(since: since), log.entries.count)
        while place < log.entries.count, found.count < limit {
            if isWanted(log.entries[place]) { found.append(log.entries[place]) }
            place += 1
        }
        return (found, next(Cursor(since: since, until: nil, published: nil, place: place)))
    }

    /// Looks on behind a full page for one more: there the next page begins, or there is none.
    private func bounded(_ log: SystemLog) -> (entries: [LogEntry], next: String?) {
        let (first, end) = (log.firstRank(since: since), log.firstRank(since: until))
        var found: [LogEntry] = []
        var rank = isAscending ? first : end - 1
        if let cursor, let published = cursor.published {
            rank = log.rank(published: published, place: cursor.place)
        }
        while rank >= first, rank < end {
            let (place, entry) = log.ranked(rank)
            rank += isAscending ? 1 : -1
            guard isWanted(entry) else { continue }
            if found.count == limit {
                let cursor = Cursor(
                    since: since, until: until, published: entry.published, place: place)
                return (found, next(cursor))
            }
            found.append(entry)
        }
        return (found, nil)
    }

    private func isWanted(_ entry: LogEntry) -> Bool {
        if let filter, !filter.accepts(entry) { return false }
        if keywords.isEmpty { return true }
        let text = String(decoding: entry.text, as: UTF8.self).lowercased()
        return keywords.allSatisfy(text.contains)
    }

    private func next(_ cursor: Cursor) -> String {
        (given + [(name: "after", value: cursor.text)])
            .map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
    }
}

/// Where the next page begins: opaque to clients, who are to follow the link.
private struct Cursor {
    let since: Timestamp
    let until: Timestamp?
    /// Of the entry with which it begins; in the order of storing its place alone tells.
    let published: Timestamp?
    let place: Int

    var text: String {
        [since.milliseconds, until?.milliseconds, published?.milliseconds, place]
            .map { $0.map { "\($0)" } ?? "" }.joined(separator: "_")
    }

    init(since: Timestamp, until: Timestamp?, published: Timestamp?, place: Int) {
        self.since = since
        self.until = until
        self.published = published
        self.place = place
    }

    init(_ text: String) throws(OktaError) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 4, let since = Int(parts[0]), let place = Int(parts[3]), place >= 0,
            parts[1...2].allSatisfy({ $0.isEmpty || Int($0) != nil })
        else { throw .invalidField("after") }
        self.since = Timestamp(milliseconds: since)
        until = Int(parts[1]).map { Timestamp(milliseconds: $0) }
        published = Int(parts[2]).map { Timestamp(milliseconds: $0) }
        self.place = place
    }
}
