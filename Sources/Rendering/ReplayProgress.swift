/// How far the reading of a log has come, as one line of a terminal.
///
/// - Parameter total: how many bytes there are, where that is known.
package func renderReplayProgress(
    events: Int, bytes: Int, of total: Int?, elapsed: Duration, style: TextStyle
) -> String {
    var share: Double?
    if let total, total > 0, bytes <= total { share = Double(bytes) / Double(total) }
    return renderReplayProgress(events: events, share: share, elapsed: elapsed, style: style)
}

/// - Parameter share: how much of it has been read, from 0 to 1, where that is known.
package func renderReplayProgress(
    events: Int, share: Double?, elapsed: Duration, style: TextStyle
) -> String {
    let parts = elapsed.components
    let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    var line = "\(grouped(events)) events"
    if seconds > 0 { line += ", \(grouped(Int(Double(events) / seconds))) a second" }
    if let share, share > 0 {
        line = "\(Int(share * 100))%  " + line
        line += ", \(elapsedTime(.seconds(seconds * (1 - share) / share))) left"
    }
    return style.paint(style.cut(line, to: style.width), .faint)
}
