import Catalog
import Kinds
package import Vocabulary

/// A moment as people say it: `15m`, `12h` or `7d` ago, a date, or a time.
package enum LogMoment: Hashable, Sendable {
    case ago(seconds: Int)
    case at(Timestamp)

    private static let units: [(name: Character, seconds: Int)] = [
        ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]

    /// Numbers with a unit each, the larger before the smaller (`1d12h`); a date, which is its first
    /// moment in UTC; or RFC 3339. Nil for anything else.
    package init?(_ text: String) {
        if let seconds = secondsOfUnits(text, Self.units) {
            self = .ago(seconds: seconds)
        } else if let moment = Timestamp(text.count == 10 ? text + "T00:00:00Z" : text) {
            self = .at(moment)
        } else {
            return nil
        }
    }

    fileprivate func timestamp(before now: Timestamp) -> Timestamp {
        switch self {
        case .ago(let seconds): now.advanced(bySeconds: -seconds)
        case .at(let moment): moment
        }
    }
}

/// A stretch of the System Log that lies in the past, from its first moment up to its last, which
/// does not belong to it.
package struct LogSpan: Hashable, Sendable {
    package enum Problem: Error, Hashable, Sendable {
        /// It ends before it begins, or there.
        case empty(since: Timestamp, until: Timestamp)
        /// It begins where Okta does not let anybody ask.
        case tooEarly(since: Timestamp)
    }

    /// How long it is when nobody says it; Okta takes the same.
    package static let standardDays = 7

    package let since: Timestamp
    package let until: Timestamp
    /// From when on there can be entries.
    package let keptSince: Timestamp

    /// Without an end it ends now, and so it does where its end is still to come.
    package init(
        since: LogMoment?, until: LogMoment?, now: Timestamp
    ) throws(LogSpan.Problem) {
        let end = min(until?.timestamp(before: now) ?? now, now)
        let start =
            since?.timestamp(before: now)
            ?? end.advanced(bySeconds: -Self.standardDays * 86_400)
        guard start < end else { throw .empty(since: start, until: end) }
        guard start >= now.advanced(bySeconds: -Limits.oldestLogDays.value * 86_400) else {
            throw .tooEarly(since: start)
        }
        self.since = start
        self.until = end
        keptSince = max(start, min(end, now.advanced(bySeconds: -Limits.logDays.value * 86_400)))
    }

    /// Whether a part of it is older than what Okta keeps.
    package var isPartlyGone: Bool { keptSince > since }

    /// How much of it a moment has behind it, from 0 to 1.
    package func share(before moment: Timestamp) -> Double {
        let part = Double(moment.milliseconds - keptSince.milliseconds)
        return min(max(part / Double(max(until.milliseconds - keptSince.milliseconds, 1)), 0), 1)
    }
}
