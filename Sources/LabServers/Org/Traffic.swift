/// What passes through the API: the record of requests, the faults that wait, the rate limit.
actor Traffic {
    /// A request under way, to be entered as finished later.
    struct Ticket: Sendable {
        fileprivate let generation: Int
        fileprivate let place: Int
        let fault: Fault?
    }

    private struct Entry {
        let method: String
        let path: String
        let query: String
        let template: String
        let at: Timestamp
        var status: Int?
    }

    private var entries: [Entry] = []
    private var generation = 0
    private var faults: [FaultPlan] = []
    private var nextFault = 1
    private var limiter: RateLimiter

    init(limiter: RateLimiter) {
        self.limiter = limiter
    }

    /// Enters a request as it arrives, and finds the fault that is due for it.
    func begin(_ request: LabRequest, template: String) -> Ticket {
        entries.append(
            Entry(
                method: request.method, path: request.path, query: request.query,
                template: template, at: Timestamp.system()))
        var due: Fault?
        for place in faults.indices {
            let strikes = faults[place].countsAndStrikes(request)
            if strikes, due == nil { due = faults[place].fault }
        }
        faults.removeAll(where: \.isSpent)
        return Ticket(generation: generation, place: entries.count - 1, fault: due)
    }

    /// Notes the status that was sent, or none.
    func finish(_ ticket: Ticket, status: Int?) {
        guard ticket.generation == generation else { return }
        entries[ticket.place].status = status
    }

    func spend(_ bucket: String, at now: Timestamp) -> RateLimiter.Standing {
        limiter.spend(bucket, at: now)
    }

    func forgetRequests() {
        entries = []
        generation += 1
    }

    func add(_ plan: FaultPlan) -> LabJSON {
        var plan = plan
        plan.number = nextFault
        nextFault += 1
        faults.append(plan)
        return plan.description
    }

    func removeFaults() { faults = [] }

    var pendingFaults: LabJSON { .array(faults.map(\.description)) }
}

extension Traffic {
    /// The record: how many, how many by route, and each in order of arrival.
    var record: LabJSON {
        var counts: [String: Int] = [:]
        for entry in entries { counts["\(entry.method) \(entry.template)", default: 0] += 1 }
        let routes = counts.sorted { $0.key < $1.key }
            .map { LabJSON.Member(key: $0.key, value: LabJSON($0.value)) }
        return [
            "total": LabJSON(entries.count),
            "routes": .object(routes),
            "requests": .array(entries.enumerated().map { line($0.offset + 1, $0.element) }),
        ]
    }

    private func line(_ number: Int, _ entry: Entry) -> LabJSON {
        [
            "n": LabJSON(number), "method": .string(entry.method), "path": .string(entry.path),
            "query": .string(entry.query), "status": entry.status.map { LabJSON($0) } ?? .null,
            "at": .string(entry.at.text),
        ]
    }
}
