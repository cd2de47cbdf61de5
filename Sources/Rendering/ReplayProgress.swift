/// How far the reading of a log has come, as one line of a terminal.
///
/// - Parameter total: how many bytes there are, where that is known.
package func renderReplayProgress(
    events: Int, bytes: Int, of total: Int?, elapsed: Duration, style: TextStyle
) -> String {
    let parts = elapsed.components
    let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    var line = "\(grouped(events)) events"
    if seconds > 0 { line += ", \(grouped(Int(Double(events) / seconds))) a second" }
    if let total, total > 0, bytes > 0, bytes <= total {
        let left = seconds * Double(total - bytes) / Double(bytes)
        line = "\(bytes * 100 / total)%  " + line
        line += ", \(elapsedTime(.seconds(left))) left"
    }
    return style.paint(style.cut(line, to: style.width), .faint)
}
