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

        fileprivate static func + (a: Fates, b: Fates) -> Fates {
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
    }

    /// The types that were seen, sorted by name; those that are not told apart come last.
    package var types: [OfType] = []
    /// The first and the last time stamp, as they are written.
    package var earliest: String?
    package var latest: String?
    /// Whether each event was put to live filters as well.
    package var hasLive = false

    package init() {}

    package var seen: Int { types.reduce(0) { $0 + $1.seen } }
    package var desired: Fates { types.reduce(Fates()) { $0 + $1.desired } }
    package var live: Fates { types.reduce(Fates()) { $0 + $1.live } }
    package var differing: Int { types.reduce(0) { $0 + $1.differing } }
}
