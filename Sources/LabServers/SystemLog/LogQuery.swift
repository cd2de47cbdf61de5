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
    /// How many entries of the whole, in this mode's order, are behind us.
    private let position: Int
    private let filter: LogFilter?
    private let text: String?
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
        if since < now.advanced(bySeconds: -180 * 86_400) { throw .invalidField("since") }
        self.until = end
        position = cursor?.position ?? 0
        if let text = value("filter") { filter = try LogFilter(text) } else { filter = nil }
        text = value("q")?.lowercased()
        given = parameters.filter { !["after", "since"].contains($0.name) }
    }

    /// One page and the query of the next, where there is one.
    func page(of log: SystemLog) -> (entries: [LogEntry], next: String?) {
        var found: [LogEntry] = []
        let ordered = isPolling ? log.entries : bounded(log.entries)
        var end = min(position, ordered.count)
        while end < ordered.count, found.count < limit {
            if isWanted(ordered[end]) { found.append(ordered[end]) }
            end += 1
        }
        let isMore = ordered[end...].contains(where: isWanted)
        guard isPolling || isMore else { return (found, nil) }
        return (found, next(at: end))
    }

    private func bounded(_ entries: [LogEntry]) -> [LogEntry] {
        let within = entries.enumerated().filter {
            $0.element.published >= since && $0.element.published < until
        }
        let sorted = within.sorted {
            ($0.element.published, $0.offset) < ($1.element.published, $1.offset)
        }.map(\.element)
        return isAscending ? sorted : sorted.reversed()
    }

    private func isWanted(_ entry: LogEntry) -> Bool {
        if isPolling, entry.published < since { return false }
        if let text, !entry.event.compact.lowercased().contains(text) { return false }
        return filter?.accepts(entry.event) ?? true
    }

    private func next(at position: Int) -> String {
        let cursor = Cursor(
            since: since, until: isPolling ? nil : until, position: position)
        return (given + [(name: "after", value: cursor.text)])
            .map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? text
    }
}

/// Where a page ended: opaque to clients, who are to follow the link.
private struct Cursor {
    let since: Timestamp
    let until: Timestamp?
    let position: Int

    var text: String {
        "\(since.milliseconds)_\(until.map { "\($0.milliseconds)" } ?? "")_\(position)"
    }

    init(since: Timestamp, until: Timestamp?, position: Int) {
        self.since = since
        self.until = until
        self.position = position
    }

    init(_ text: String) throws(OktaError) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, let since = Int(parts[0]), let position = Int(parts[2]),
            position >= 0, parts[1].isEmpty || Int(parts[1]) != nil
        else { throw .invalidField("after") }
        self.since = Timestamp(milliseconds: since)
        until = Int(parts[1]).map { Timestamp(milliseconds: $0) }
        self.position = position
    }
}
