/// The seconds since 1970 that a `Date` header names, such as `Mon, 16 Mar 2026 03:47:47 GMT`.
///
/// Nil for anything but the one form that servers must send (RFC 9110, section 5.6.7). The name of
/// the weekday says nothing that the date does not, so it may be any of the seven.
func secondsSince1970(httpDate text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 29 else { return nil }
    func word(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func number(_ range: Range<Int>) -> Int? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return bytes[range].allSatisfy(digits.contains) ? Int(word(range)) : nil
    }
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard weekdays.contains(word(0..<3)), word(3..<5) == ", ", word(7..<8) == " ",
        word(11..<12) == " ", word(16..<17) == " ", word(19..<20) == ":", word(22..<23) == ":",
        word(25..<29) == " GMT",
        let day = number(5..<7), let month = months.firstIndex(of: word(8..<11)),
        let year = number(12..<16), let hour = number(17..<19), let minute = number(20..<22),
        let second = number(23..<25),
        (1...daysIn(month: month + 1, of: year)).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    let days = daysSince1970(year: year, month: month + 1, day: day)
    return ((days * 24 + hour) * 60 + minute) * 60 + second
}

private func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2:
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

/// Counts in years that begin in March, so that the leap day is the last of its year.
private func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = (month + 9) % 12
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    // From the first of March of the year 0 to the first of January 1970.
    return marchYear * 365 + leapDays + (153 * marchMonth + 2) / 5 + day - 1 - 719_468
}
