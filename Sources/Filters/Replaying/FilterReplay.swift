import JSON

/// Puts the events of a log to a hook's filters, and to those that are live, and counts.
///
/// An event is scanned once, for all filters together. What is kept does not grow with the log as
/// long as it is drained from time to time: types that neither side subscribes to are counted as one.
package struct FilterReplay: Sendable {
    private enum Judge: Equatable {
        case fixed(Fate)
        /// By one of the runs.
        case filter(Int)
    }

    /// How the events of a type are judged, and what came of it.
    private struct Slot {
        let desired: Judge
        let live: Judge?
        var counts: ReplayTally.OfType
    }

    private let desired: Subscription
    private let live: Subscription?
    private let scanner: EventScanner
    private var head: EventHead
    /// The filters, each once.
    private var evaluations: [Evaluation]
    /// What all of them look at.
    private var tape = EventTape()
    /// Those that are known from the beginning, by number; the first is for all that are not told
    /// apart.
    private let knownSlots: [Slot]
    private var slots: [Slot]
    private let knownNumbers: TypeNumbers
    private var numbers: TypeNumbers
    /// The slots that have counted since the last drain, in the order in which they were hit.
    private var used: [Int] = []

    /// - Parameter live: what the org's hook receives now, where that is known.
    package init(desired: Subscription, live: Subscription?) {
        self.desired = desired
        self.live = live
        var paths = RequiredPaths()
        head = EventHead(&paths)
        var filters: [CompiledFilter] = []
        // No type has an empty name.
        let types = [""] + (desired.events ?? []).union(live?.events ?? []).sorted()
        var numbers = TypeNumbers()
        knownSlots = types.map { type in
            numbers.append(Array(type.utf8))
            let before = live.map { Self.judge($0, type, &filters, &paths) }
            var after = Self.judge(desired, type, &filters, &paths)
            // The same filter on both sides is asked once.
            if case .filter(let new) = after, case .filter(let old)? = before,
                isSameFilter(filters[new].expression.text, filters[old].expression.text)
            {
                after = .filter(old)
            }
            return Slot(
                desired: after, live: before,
                counts: ReplayTally.OfType(type: type.isEmpty ? nil : type))
        }
        slots = knownSlots
        (knownNumbers, self.numbers) = (numbers, numbers)
        scanner = EventScanner(paths)
        evaluations = filters.map { Evaluation($0, names: paths.nameBytes) }
    }

    private static func judge(
        _ subscription: Subscription, _ type: String, _ filters: inout [CompiledFilter],
        _ paths: inout RequiredPaths
    ) -> Judge {
        guard subscription.isSubscribed(to: type) else { return .fixed(.notSubscribed) }
        guard let filter = subscription.filter(of: type) else { return .fixed(.delivered) }
        // By bytes: texts that look alike are not the same to an event.
        let known = filters.firstIndex { $0.expression.text.utf8.elementsEqual(filter.text.utf8) }
        if let known { return .filter(known) }
        let compiled = CompiledFilter(filter, sharing: paths)
        paths = compiled.paths
        filters.append(compiled)
        return .filter(filters.count - 1)
    }

    /// Takes in one event, as JSON text; gives it back where it is treated differently.
    package mutating func take(
        _ event: UnsafeBufferPointer<UInt8>
    ) throws(UnreadableEvent) -> ReplayDifference? {
        do throws(EventScanFault) {
            try scanner.scan(event, into: &tape)
        } catch {
            throw .broken(offset: error.offset)
        }
        let type = try head.read(tape, of: event)
        let number = number(of: type)
        let after = fate(by: slots[number].desired, of: event)
        guard let judge = slots[number].live else {
            count(number, after, nil)
            return nil
        }
        let before = judge == slots[number].desired ? after : fate(by: judge, of: event)
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
        return ReplayDifference(whole, eventType: type.string, live: before, desired: after)
    }

    /// What was counted since the last time; begins to count anew.
    package mutating func drain() -> ReplayCounts {
        let counts = ReplayCounts(
            types: used.map { slots[$0].counts }, earliest: head.earliest, latest: head.latest,
            hasLive: live != nil)
        for number in used {
            slots[number].counts = ReplayTally.OfType(type: slots[number].counts.type)
        }
        used.removeAll(keepingCapacity: true)
        head.forgetTimes()
        // A log with ever new types does not make it grow.
        if slots.count > knownSlots.count + ReplayTally.mostTypes {
            (slots, numbers) = (knownSlots, knownNumbers)
        }
        return counts
    }

    private mutating func number(of type: EventHead.TypeText) -> Int {
        if let known = type.withBytes({ numbers.number(of: $0) }) { return known }
        guard desired.events == nil else { return 0 }
        let name = type.string
        numbers.append(type.withBytes { Array($0) })
        slots.append(
            Slot(
                desired: slots[0].desired, live: slots[0].live,
                counts: ReplayTally.OfType(type: name)))
        return slots.count - 1
    }

    private mutating func count(_ number: Int, _ desired: Fate, _ live: Fate?) {
        if slots[number].counts.seen == 0 { used.append(number) }
        slots[number].counts.count(desired, live)
    }

    private mutating func fate(
        by judge: Judge, of event: UnsafeBufferPointer<UInt8>
    ) -> Fate {
        switch judge {
        case .fixed(let fate): return fate
        case .filter(let number):
            // The tape changes hands, and is not copied.
            swap(&tape, &evaluations[number].tape)
            defer { swap(&tape, &evaluations[number].tape) }
            switch evaluations[number].verdict(on: event) {
            case .delivered: return .delivered
            case .dropped: return .dropped
            case .notBoolean, .failed: return .undecided
            }
        }
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
