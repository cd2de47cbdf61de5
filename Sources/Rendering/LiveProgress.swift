import Planning
package import Reconciling
import Vocabulary

/// What is under way in an apply, as a block of lines to be drawn over and over at the bottom of a
/// terminal. The caller moves the cursor; this says what stands there.
///
/// No line is wider than the style's width, so that a line drawn is a line of the screen.
package struct LiveProgress: Sendable {
    private struct Running {
        let address: Address
        let step: Step
        let began: Duration
    }

    private let style: TextStyle
    private var running: [Running] = []
    private var total = 0
    private var ended = 0
    private var isConfirming = false
    private var isStopping = false

    /// More lines than this would not fit a small window; the others are counted.
    private static let mostLines = 10

    package init(style: TextStyle) { self.style = style }

    /// Takes an event in; gives the lines that are to stay on the screen above the block.
    ///
    /// - Parameter now: any clock that only goes forward, the same for all calls.
    package mutating func take(_ event: ApplyEvent, now: Duration) -> [String] {
        switch event {
        case .began(let steps):
            total = steps
        case .stepBegan(let address, let step):
            running.append(Running(address: address, step: step, began: now))
        case .stepEnded(let address, let step, let outcome, let elapsed):
            running.removeAll { $0.address == address && $0.step == step }
            ended += 1
            return renderStepLines(address, step, outcome, elapsed: elapsed, style: style)
        case .skipped(let address, let dependency):
            return [style.line(skippedWords(address, dependency: dependency))]
        case .confirming:
            isConfirming = true
        case .stopping:
            isStopping = true
        }
        return []
    }

    /// The block as it is now; empty when there is nothing under way.
    package func lines(now: Duration) -> [String] {
        let spinner = spinner(now)
        var lines = running.prefix(Self.mostLines).map { running in
            let tail = "  \(elapsedTime(now - running.began))"
            return style.line(
                "\(spinner) \(running.address): \(running.step.operation.present)",
                cutTo: style.width - displayWidth(tail)) + style.line("\(tail, .faint)")
        }
        let hidden = running.count - Self.mostLines
        if hidden > 0 { lines.append("  and \(hidden) more") }
        var count = "\(ended)/\(total)"
        if isStopping {
            count += "  stopping: what is under way is finished, nothing more is begun"
        } else if isConfirming {
            count += "  reading back what was written"
        }
        if running.isEmpty, !isStopping, !isConfirming { return lines }
        return lines + [style.line("\("\(spinner) \(count)", .faint)", cutTo: style.width)]
    }

    /// Ten frames a second.
    private func spinner(_ now: Duration) -> Character {
        let frames: [Character] = style.unicode ? Array("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏") : Array("|/-\\")
        let parts = now.components
        let tenths = parts.seconds * 10 + parts.attoseconds / 100_000_000_000_000_000
        return frames[Int(max(0, tenths)) % frames.count]
    }
}

/// The progress of reading a log, as one line of a terminal.
///
/// - Parameter total: The number of bytes, if it's known.
package func renderReplayProgress(
    events: Int, bytes: Int, of total: Int?, elapsed: Duration, style: TextStyle
) -> String {
    var share: Double?
    if let total, total > 0, bytes <= total { share = Double(bytes) / Double(total) }
    return renderReplayProgress(events: events, share: share, elapsed: elapsed, style: style)
}

/// - Parameter share: The part of the log that has been read, from 0 to 1, if it's known.
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
    return style.line("\(line, .faint)", cutTo: style.width)
}
