package import Filters
package import Reconciling
import Vocabulary

/// What came of putting a log to a filter, as it is told.
package struct ReplayReport: Hashable, Sendable {
    /// What of the org's System Log was asked for.
    package struct Origin: Hashable, Sendable {
        package let span: LogSpan
        /// Nil for all types.
        package let types: [String]?

        package init(span: LogSpan, types: [String]?) {
            self.span = span
            self.types = types
        }
    }

    package var tally = ReplayTally()
    /// Nil where the events are from a file.
    package var origin: Origin?
    /// The first that were found; the tally has how many there are.
    package var differences: [ReplayDifference] = []
    package var unreadableCount = 0
    /// The first of them.
    package var unreadable: [ReplayPart.Unreadable] = []
    /// Why there is nothing live to compare with, as a sentence; nil where there is.
    package var uncompared: String?

    package init() {}

    /// How many events a day would be delivered, by the time that was asked for, or else that between
    /// the first and the last event; nil where that is too short to tell.
    var deliveredPerDay: Int? { perDay(tally.desired.delivered) }

    /// The same of what is live.
    var liveDeliveredPerDay: Int? { tally.hasLive ? perDay(tally.live.delivered) : nil }

    private func perDay(_ count: Int) -> Int? {
        guard let seconds, seconds >= 3600 else { return nil }
        return Int((Double(count) * 86400 / seconds).rounded())
    }

    /// How long it took for the events to happen.
    private var seconds: Double? {
        if let span = origin?.span {
            return Double(span.until.milliseconds - span.keptSince.milliseconds) / 1000
        }
        guard let first = tally.earliest.flatMap(epochSeconds),
            let last = tally.latest.flatMap(epochSeconds)
        else { return nil }
        return Double(last - first)
    }
}
