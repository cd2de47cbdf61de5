import Foundation

/// A moment in milliseconds since 1970, written as Okta writes it.
///
/// Whole numbers only: formatting a `Double` of seconds loses the last millisecond now and then.
struct Timestamp: Sendable, Comparable {
    var milliseconds: Int

    static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The machine's clock.
    static func system() -> Timestamp {
        Timestamp(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    func advanced(bySeconds seconds: Int) -> Timestamp {
        Timestamp(milliseconds: milliseconds + seconds * 1000)
    }

    /// The moment without its fraction, as Okta keeps the dates of hooks.
    var wholeSecond: Timestamp {
        Timestamp(milliseconds: milliseconds - milliseconds.remainder(by: 1000))
    }

    /// `2026-03-16T03:47:47.000Z`
    var text: String {
        let (date, time) = (civilDate, timeOfDay)
        return "\(padded(date.year, 4))-\(padded(date.month))-\(padded(date.day))T\(time)"
            + ".\(padded(milliseconds.remainder(by: 1000), 3))Z"
    }

    /// `Mon, 16 Mar 2026 03:47:47 GMT`
    var httpDate: String {
        let days = milliseconds.floorDivided(by: 86_400_000)
        let weekday = Self.weekdays[(days + 4).remainder(by: 7)]
        let date = civilDate
        return "\(weekday), \(padded(date.day)) \(Self.months[date.month - 1]) "
            + "\(padded(date.year, 4)) \(timeOfDay) GMT"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private var timeOfDay: String {
        let seconds = milliseconds.floorDivided(by: 1000).remainder(by: 86_400)
        return "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }

    /// The day in the Gregorian calendar, counted in years that begin in March.
    private var civilDate: (year: Int, month: Int, day: Int) {
        let days = milliseconds.floorDivided(by: 86_400_000) + 719_468
        let era = days.floorDivided(by: 146_097)
        let dayOfEra = days.remainder(by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Timestamp {
    /// Reads ISO 8601 with `Z` or an offset, with or without a fraction.
    init?(_ text: String) {
        if let plain = Self.plain(Array(text.utf8)) {
            self = plain
            return
        }
        let pattern =
            #/(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)/#
        guard let match = text.wholeMatch(of: pattern)?.output,
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
            let hour = Int(match.4), let minute = Int(match.5), let second = Int(match.6),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        let fraction = Int(((match.7 ?? "0") + "00").prefix(3)) ?? 0
        let zone = match.8.filter { $0 != ":" }
        let offset =
            zone == "Z"
            ? 0
            : (Int(zone.prefix(3)) ?? 0) * 60 + (Int(zone.suffix(2)) ?? 0)
                * (zone.hasPrefix("-") ? -1 : 1)
        let days = Self.days(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + (minute - offset) * 60 + second
        self.init(milliseconds: seconds * 1000 + fraction)
    }

    /// `2026-03-16T03:47:47.000Z`, Okta's own way and by far the most frequent, read in a fraction
    /// of the time that a pattern takes.
    private static func plain(_ text: [UInt8]) -> Timestamp? {
        let form = Array("0000-00-00T00:00:00.000Z".utf8)
        guard text.count == form.count else { return nil }
        var numbers = [0]
        for (byte, wanted) in zip(text, form) {
            if wanted == UInt8(ascii: "0") {
                guard byte >= wanted, byte <= wanted + 9 else { return nil }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - wanted)
            } else {
                guard byte == wanted else { return nil }
                numbers.append(0)
            }
        }
        guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]), numbers[3] < 24,
            numbers[4] < 60, numbers[5] < 61
        else { return nil }
        let days = days(year: numbers[0], month: numbers[1], day: numbers[2])
        let seconds = days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
        return Timestamp(milliseconds: seconds * 1000 + numbers[6])
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.floorDivided(by: 400)
        let yearOfEra = shiftedYear.remainder(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int {
    fileprivate func floorDivided(by divisor: Int) -> Int {
        (self - remainder(by: divisor)) / divisor
    }

    /// The remainder that is never negative.
    fileprivate func remainder(by divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
