/// The org's content: its objects, its System Log, its clock.
///
/// Every change runs whole within the actor, and is on disk before it is answered.
actor OrgWorld {
    private var collections: [String: any OrgCollection] = [:]
    private var log = SystemLog()
    private var clockOffset = 0
    private var frozenClock: Timestamp?
    private let dataFile: DataFile?

    init(dataFile: DataFile?) {
        self.dataFile = dataFile
    }

    /// The org's time, which people may set apart from the machine's.
    var now: Timestamp {
        frozenClock ?? Timestamp.system().advanced(bySeconds: clockOffset)
    }

    /// Looks at one kind of object.
    func read<Collection: OrgCollection, Value: Sendable>(
        _ kind: Collection.Type, _ look: @Sendable (Collection) throws(OktaError) -> Value
    ) throws(OktaError) -> Value {
        try look(collection(kind))
    }

    /// Changes objects of one kind and the log together.
    ///
    /// What `body` wrote stays, also where it throws: a refused call may leave a log entry.
    func change<Collection: OrgCollection, Value: Sendable>(
        _ kind: Collection.Type,
        _ body: @Sendable (inout Collection, inout SystemLog, Timestamp) throws(OktaError) -> Value
    ) throws(OktaError) -> Value {
        var changed = collection(kind)
        let outcome: Result<Value, OktaError>
        do {
            outcome = .success(try body(&changed, &log, now))
        } catch {
            outcome = .failure(error)
        }
        collections[kind.stateKey] = changed
        try save()
        return try outcome.get()
    }

    /// Looks at one kind of object together with another one.
    func read<Collection: OrgCollection, Other: OrgCollection, Value: Sendable>(
        _ kind: Collection.Type, with other: Other.Type,
        _ look: @Sendable (Collection, Other) throws(OktaError) -> Value
    ) throws(OktaError) -> Value {
        try look(collection(kind), collection(other))
    }

    /// Changes objects of one kind by rules that need a look at another one.
    func change<Collection: OrgCollection, Other: OrgCollection, Value: Sendable>(
        _ kind: Collection.Type, with other: Other.Type,
        _ body:
            @Sendable (
                inout Collection, Other, inout SystemLog, Timestamp
            ) throws(OktaError) -> Value
    ) throws(OktaError) -> Value {
        let others = collection(other)
        return try change(kind) { objects, log, now throws(OktaError) in
            try body(&objects, others, &log, now)
        }
    }

    func readLog<Value: Sendable>(
        _ look: @Sendable (SystemLog, Timestamp) throws(OktaError) -> Value
    ) throws(OktaError) -> Value {
        try look(log, now)
    }

    /// The last so many events of the log that can be read, oldest first.
    func lastEvents(_ count: Int) -> [LabJSON] {
        log.entries.suffix(count).compactMap { entry in try? entry.event }
    }

    func appendToLog(_ entries: [LogEntry]) throws(OktaError) {
        for entry in entries { log.append(entry) }
        try save()
    }

    /// Puts events of a file among those that are in the log so far, by when they were published.
    func beginLog(with entries: [LogEntry]) {
        log = SystemLog(entries + log.entries)
    }

    /// Whether that is no more than a century, so that no date leaves the calendar.
    static func canBeOff(bySeconds seconds: Int) -> Bool {
        seconds.magnitude <= 100 * 366 * 86_400
    }

    /// Moves the org's clock, be it running or frozen.
    func advanceClock(bySeconds seconds: Int) throws(OktaError) {
        clockOffset += seconds
        frozenClock = frozenClock?.advanced(bySeconds: seconds)
        try save()
    }

    /// Stops the org's clock at a moment.
    func freezeClock(at moment: Timestamp) {
        frozenClock = moment
    }

    /// Lets the org's clock run with the machine's again.
    func resetClock() throws(OktaError) {
        clockOffset = 0
        frozenClock = nil
        try save()
    }

    private func collection<Collection: OrgCollection>(_ kind: Collection.Type) -> Collection {
        collections[kind.stateKey] as? Collection ?? Collection()
    }

    private func save() throws(OktaError) {
        do {
            try dataFile?.write(state.pretty)
        } catch {
            throw .internalError("\(error)")
        }
    }
}

extension OrgWorld {
    /// All content as one JSON object, secrets too.
    var state: LabJSON {
        var state: LabJSON = ["clockOffsetSeconds": LabJSON(clockOffset)]
        for kind in OrgCollections.all {
            state[kind.stateKey] = (collections[kind.stateKey] ?? kind.init()).state
        }
        state["systemLog"] = log.state
        return state
    }

    /// Replaces all content; what the new state does not name is empty afterwards.
    func replace(with state: LabJSON) throws(StateFault) {
        guard case .object = state else { throw StateFault("the state is not an object") }
        let known = OrgCollections.all.map { $0.stateKey } + ["clockOffsetSeconds", "systemLog"]
        if let stranger = state.members?.first(where: { !known.contains($0.key) }) {
            throw StateFault("nothing here is called \(stranger.key)")
        }
        let offset = state["clockOffsetSeconds"]?.integer ?? 0
        guard Self.canBeOff(bySeconds: offset) else {
            throw StateFault("clockOffsetSeconds is more than a clock can take")
        }
        let now = Timestamp.system().advanced(bySeconds: offset)
        var replaced: [String: any OrgCollection] = [:]
        for kind in OrgCollections.all {
            guard let part = state[kind.stateKey] else { continue }
            replaced[kind.stateKey] = try kind.init(state: part, now: now)
        }
        log = try SystemLog(state: state["systemLog"] ?? [], now: now)
        collections = replaced
        clockOffset = offset
        frozenClock = nil
        do {
            try save()
        } catch {
            throw StateFault("it could not be saved: \(error.causes.joined(separator: ", "))")
        }
    }
}
