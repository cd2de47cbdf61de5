import JSON

/// Puts the events of a log to a hook's filters, and to those that are live, and counts.
///
/// What it keeps does not grow with the log: types that neither side subscribes to are counted as
/// one, and so are those past the two thousandth.
package struct FilterReplay {
    private static let mostTypes = 2000

    private enum Judge: Equatable {
        case fixed(Fate)
        /// By one of the runs.
        case filter(Int)
    }

    /// How the events of a type are judged, and what came of it.
    private struct Slot {
        let desired: Judge
        let live: Judge?
        var tally: ReplayTally.OfType
    }

    private let desired: Subscription
    private let live: Subscription?
    private var runs: [FilterRun] = []
    private var slots: [Slot] = []
    private var numbers = TypeNumbers()
    private var head = EventHead()

    /// - Parameter live: what the org's hook receives now, where that is known.
    package init(desired: Subscription, live: Subscription?) {
        self.desired = desired
        self.live = live
        // The first is for all that are not told apart; no type has an empty name.
        slots.append(slot(of: "", tally: ReplayTally.OfType(type: nil)))
        for type in (desired.events ?? []).union(live?.events ?? []).sorted() { _ = add(type) }
    }

    /// Takes in one event, as JSON text; gives it back where it is treated differently.
    package mutating func take(
        _ event: UnsafeBufferPointer<UInt8>
    ) throws(UnreadableEvent) -> ReplayDifference? {
        try head.read(event)
        var number = numbers.number(of: head.type) ?? 0
        if number == 0, desired.events == nil, slots.count < Self.mostTypes {
            number = add(String(decoding: head.type, as: UTF8.self))
        }
        let after = try fate(by: slots[number].desired, of: event)
        guard let judge = slots[number].live else {
            count(number, after, nil)
            return nil
        }
        let before = judge == slots[number].desired ? after : try fate(by: judge, of: event)
        guard before != after else {
            count(number, after, before)
            return nil
        }
        let whole: JSONValue
        do throws(JSONParseError) {
            whole = try JSONValue(parsing: Array(event))
        } catch {
            throw .broken(offset: error.offset)
        }
        count(number, after, before)
        return ReplayDifference(
            whole, eventType: String(decoding: head.type, as: UTF8.self), live: before,
            desired: after)
    }

    package var tally: ReplayTally {
        var result = ReplayTally()
        result.hasLive = live != nil
        result.types = slots.map(\.tally).filter { $0.seen > 0 }.sorted { a, b in
            guard let name = a.type else { return false }
            return b.type.map { name < $0 } ?? true
        }
        (result.earliest, result.latest) = (head.earliest, head.latest)
        return result
    }

    private mutating func count(_ number: Int, _ desired: Fate, _ live: Fate?) {
        slots[number].tally.seen += 1
        slots[number].tally.desired.count(desired)
        guard let live else { return }
        slots[number].tally.live.count(live)
        if live != desired { slots[number].tally.differing += 1 }
    }

    private mutating func fate(
        by judge: Judge, of event: UnsafeBufferPointer<UInt8>
    ) throws(UnreadableEvent) -> Fate {
        switch judge {
        case .fixed(let fate): return fate
        case .filter(let number):
            do throws(EventScanFault) {
                switch try runs[number].verdict(on: event) {
                case .delivered: return .delivered
                case .dropped: return .dropped
                case .notBoolean, .failed: return .undecided
                }
            } catch {
                throw .broken(offset: error.offset)
            }
        }
    }

    private mutating func add(_ type: String) -> Int {
        slots.append(slot(of: type, tally: ReplayTally.OfType(type: type)))
        numbers.append(type, number: slots.count - 1)
        return slots.count - 1
    }

    private mutating func slot(of type: String, tally: ReplayTally.OfType) -> Slot {
        let before = live.map { judge($0, type) }
        var after = judge(desired, type)
        // The same filter on both sides is asked once.
        if case .filter(let new) = after, case .filter(let old)? = before,
            isSameFilter(runs[new].filter.expression.text, runs[old].filter.expression.text)
        {
            after = .filter(old)
        }
        return Slot(desired: after, live: before, tally: tally)
    }

    private mutating func judge(_ subscription: Subscription, _ type: String) -> Judge {
        guard subscription.isSubscribed(to: type) else { return .fixed(.notSubscribed) }
        guard let filter = subscription.filter(of: type) else { return .fixed(.delivered) }
        runs.append(FilterRun(filter))
        return .filter(runs.count - 1)
    }
}

/// Why a piece of a log is no event.
package enum UnreadableEvent: Error, Hashable, Sendable {
    /// It is no JSON, or nested too deep, as the byte shows.
    case broken(offset: Int)
    case notAnObject
    case noType

    /// In words, as the rest of a sentence that begins with the place.
    package var words: String {
        switch self {
        case .broken(let offset): "broken at byte \(offset + 1)"
        case .notAnObject: "not a JSON object"
        case .noType: "an event without its eventType"
        }
    }
}
