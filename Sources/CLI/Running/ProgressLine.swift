/// One line at the bottom of a terminal that is drawn over; nothing elsewhere.
struct ProgressLine {
    private let console: Console
    private let clock = ContinuousClock()
    private let began: ContinuousClock.Instant
    private var drawn: ContinuousClock.Instant

    init(_ console: Console) {
        self.console = console
        began = clock.now
        drawn = began
    }

    /// Draws the line anew, ten times a second at most.
    mutating func draw(_ line: (Duration) -> String) {
        guard console.isLive else { return }
        let now = clock.now
        guard now - drawn >= .milliseconds(100) else { return }
        drawn = now
        console.say("\r\(line(now - began))\u{1B}[K")
    }

    /// Takes the line away.
    func finish() { if console.isLive, drawn != began { console.say("\r\u{1B}[K") } }
}
