/// A moment, to the millisecond.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Since 1970, in UTC.
    package let milliseconds: Int

    package init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Reads RFC 3339: `2026-11-21T11:32:03.250Z`, or with an offset such as `+01:00` in place of the
    /// `Z`. What is finer than a millisecond is dropped.
    package init?(_ text: String) {
        guard let local = localSeconds(Array(text.utf8)) else { return nil }
        var rest = local.rest
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty else { return nil }
            for place in 0..<3 {
                let digit = place < digits.count ? Int(digits[digits.startIndex + place]) - 0x30 : 0
                fraction = fraction * 10 + digit
            }
            rest = rest[digits.endIndex...]
        }
        guard let offset = Self.offset(rest) else { return nil }
        milliseconds = (local.seconds - offset) * 1000 + fraction
    }

    package static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

    package func advanced(bySeconds seconds: Int) -> Timestamp {
        Timestamp(milliseconds: milliseconds + seconds * 1000)
    }

    /// As Okta writes it: `2026-11-21T11:32:03.250Z`.
    package var text: String {
        let (days, inDay) = milliseconds.flooredDivision(by: 86_400_000)
        let (year, month, day) = date(ofDay: days)
        func padded(_ number: Int, to width: Int) -> String {
            let digits = "\(number)"
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let (minutes, inMinute) = inDay.flooredDivision(by: 60_000)
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
            + "T\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
            + ":\(padded(inMinute / 1000, to: 2)).\(padded(inMinute % 1000, to: 3))Z"
    }

    /// The seconds that a zone is ahead of UTC.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(zone)
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
            let hours = number(bytes, 1..<3), let minutes = number(bytes, 4..<6), hours < 24,
            minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        switch bytes[0] {
        case UInt8(ascii: "+"): return seconds
        case UInt8(ascii: "-"): return -seconds
        default: return nil
        }
    }
}

/// The seconds since 1970 of a time stamp such as `2026-11-21T11:32:03.000Z`, fractions dropped; nil
/// for a text that is none in UTC.
package func epochSeconds(_ timestamp: String) -> Int? {
    let bytes = Array(timestamp.utf8)
    guard bytes.last == UInt8(ascii: "Z") else { return nil }
    return localSeconds(bytes)?.seconds
}

/// The seconds since 1970 of `2026-11-21T11:32:03` as if it were UTC, and what comes after it.
private func localSeconds(_ bytes: [UInt8]) -> (seconds: Int, rest: ArraySlice<UInt8>)? {
    let marks: [(Int, Character)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
    guard bytes.count >= 20, marks.allSatisfy({ bytes[$0.0] == $0.1.asciiValue }),
        let year = number(bytes, 0..<4), let month = number(bytes, 5..<7),
        let day = number(bytes, 8..<10), let hour = number(bytes, 11..<13),
        let minute = number(bytes, 14..<16), let second = number(bytes, 17..<19),
        (1...12).contains(month), hour < 24, minute < 60, second <= 60
    else { return nil }
    let days = dayNumber(year, month, day)
    // A day that its month does not have is another one.
    guard day >= 1, date(ofDay: days) == (year, month, day) else { return nil }
    return (((days * 24 + hour) * 60 + minute) * 60 + second, bytes[19...])
}

private func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes[range].reduce(0) { sum, byte in
        guard let sum, (0x30...0x39).contains(byte) else { return nil }
        return sum * 10 + Int(byte) - 0x30
    }
}

/// Days since 1970 in the Gregorian calendar, counted in years that begin in March.
private func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shifted.flooredDivision(by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
}

/// The date of a day that is so many days after 1970 began.
private func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (day + 719_468).flooredDivision(by: 146_097)
    let yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
}

extension Int {
    /// Quotient and remainder, of which the second is never negative.
    fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
