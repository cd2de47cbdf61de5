import Rendering
import Synchronization

/// Where the news of the conversation with the org goes: to standard error, or, while an apply is
/// shown as it happens, through the one who draws it.
final class Notices: Sendable {
    private let console: Console
    private let reporter = Mutex<ProgressReporter?>(nil)

    init(console: Console) { self.console = console }

    /// From now on they go through a reporter; nil ends that.
    func pass(to reporter: ProgressReporter?) { self.reporter.withLock { $0 = reporter } }

    /// One line, which may hold text from outside.
    func say(_ line: String) {
        let line = console.errors.visible(line)
        if let reporter = reporter.withLock({ $0 }) {
            reporter.say(line)
        } else {
            // Over a progress line that may stand there.
            console.say((console.isLive ? "\r\u{1B}[K" : "") + line + "\n")
        }
    }
}
