/// The org's log, in the order the entries were stored.
///
/// That order is not always that of `published`: an event may be posted with an older date.
struct SystemLog: Sendable {
    private(set) var entries: [LogEntry] = []

    mutating func append(_ entry: LogEntry) {
        entries.append(entry)
    }

    var state: LabJSON { .array(entries.map(\.event)) }

    init() {}

    init(state: LabJSON, now: Timestamp) throws(StateFault) {
        guard let items = state.items else { throw StateFault("systemLog is not an array") }
        for item in items { entries.append(try LogEntry(item, now: now)) }
    }
}

extension SystemLog {
    static let path = "/api/v1/logs"

    static let routes: [Route] = [
        Route("GET", path, bucket: path) { call async throws(OktaError) in
            let page = try await call.world.readLog { log, now throws(OktaError) in
                try LogQuery(call.request.parameters, now: now).page(of: log)
            }
            var answer = LabAnswer.json(.array(page.entries.map(\.event)))
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
