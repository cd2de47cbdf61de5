/// What became of the events of a log so far.
package struct ReplayTally: Hashable, Sendable {
    /// How many events had which fate.
    package struct Fates: Hashable, Sendable {
        package var delivered = 0
        package var dropped = 0
        package var undecided = 0
        package var notSubscribed = 0

        mutating func count(_ fate: Fate) {
            switch fate {
            case .delivered: delivered += 1
            case .dropped: dropped += 1
            case .undecided: undecided += 1
            case .notSubscribed: notSubscribed += 1
            }
        }

        static func + (a: Fates, b: Fates) -> Fates {
            Fates(
                delivered: a.delivered + b.delivered, dropped: a.dropped + b.dropped,
                undecided: a.undecided + b.undecided,
                notSubscribed: a.notSubscribed + b.notSubscribed)
        }
    }

    /// The events of one type.
    package struct OfType: Hashable, Sendable {
        /// Nil for all types that are not told apart.
        package let type: String?
        package var seen = 0
        /// By the filters that are tried.
        package var desired = Fates()
        /// By those that are live; none where they are not known.
        package var live = Fates()
        package var differing = 0

        mutating func count(_ desired: Fate, _ live: Fate?) {
            seen += 1
            self.desired.count(desired)
            guard let live else { return }
            self.live.count(live)
            if live != desired { differing += 1 }
        }

        fileprivate mutating func add(_ other: OfType) {
            seen += other.seen
            desired = desired + other.desired
            live = live + other.live
            differing += other.differing
        }
    }

    /// How many types are told apart; those that come after are counted as one.
    static let mostTypes = 2000

    /// The types that were seen, sorted by name; those that are not told apart come last.
    package var types: [OfType] = []
    /// The first and the last time stamp, as they are written.
    package var earliest: String?
    package var latest: String?
    /// Whether each event was put to live filters as well.
    package var hasLive = false

    package init() {}

    /// Adds what was counted in the part of the log that comes next.
    package mutating func add(_ counts: ReplayCounts) {
        for type in counts.types { add(type) }
        hasLive = hasLive || counts.hasLive
        earliest = [earliest, counts.earliest].compactMap { $0 }.min()
        latest = [latest, counts.latest].compactMap { $0 }.max()
    }

    private mutating func add(_ counts: OfType) {
        let hasOthers = types.last.map { $0.type == nil } ?? false
        let named = types.count - (hasOthers ? 1 : 0)
        if let name = counts.type {
            let place = place(of: name, within: named)
            if place < named, types[place].type == name {
                types[place].add(counts)
                return
            }
            if named < Self.mostTypes - 1 {
                types.insert(counts, at: place)
                return
            }
        }
        if !hasOthers { types.append(OfType(type: nil)) }
        types[types.count - 1].add(counts)
    }

    /// Where a name stands among the sorted ones, or would stand.
    private func place(of name: String, within named: Int) -> Int {
        var (low, high) = (0, named)
        while low < high {
            let middle = (low + high) / 2
            if let known = types[middle].type, known < name {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    package var seen: Int { types.reduce(0) { $0 + $1.seen } }
    package var desired: Fates { types.reduce(Fates()) { $0 + $1.desired } }
    package var live: Fates { types.reduce(Fates()) { $0 + $1.live } }
    package var differing: Int { types.reduce(0) { $0 + $1.differing } }
}

/// What was counted in one part of a log.
package struct ReplayCounts: Hashable, Sendable {
    /// In the order in which they came, so that it does not matter into which parts a log is cut.
    var types: [ReplayTally.OfType] = []
    var earliest: String?
    var latest: String?
    var hasLive = false
}
