/// A count and its noun: `1 error`, `2 errors`.
func quantity(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// A large count and its noun: `1,234 events`.
func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

/// A number with separated thousands: `1,234,567`.
func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
}

/// A duration for people: `0.4s`, `12s`, `1m05s`.
func elapsedTime(_ duration: Duration) -> String {
    let parts = duration.components
    let tenths = max(0, parts.seconds * 10 + parts.attoseconds / 100_000_000_000_000_000)
    let seconds = tenths / 10
    if seconds < 10 { return "\(seconds).\(tenths % 10)s" }
    if seconds < 60 { return "\(seconds)s" }
    return "\(seconds / 60)m\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)s"
}
