/// A time for people: `0.4s`, `12s`, `1m05s`.
func elapsedTime(_ duration: Duration) -> String {
    let parts = duration.components
    let tenths = max(0, parts.seconds * 10 + parts.attoseconds / 100_000_000_000_000_000)
    let seconds = tenths / 10
    if seconds < 10 { return "\(seconds).\(tenths % 10)s" }
    if seconds < 60 { return "\(seconds)s" }
    return "\(seconds / 60)m\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)s"
}
