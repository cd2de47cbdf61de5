import Application
import OktaOrg
import Ports
import Reconciling
import Rendering
import Synchronization

/// Tells the user what happens while a run works: on standard error, or, during an apply, through the
/// reporter that draws it.
final class Notices: Sendable {
    private let console: Console
    private let isVerbose: Bool
    private let reporter = Mutex<ProgressReporter?>(nil)

    init(console: Console, isVerbose: Bool) {
        self.console = console
        self.isVerbose = isVerbose
    }

    /// From now on they go through a reporter; nil ends that.
    func pass(to reporter: ProgressReporter?) { self.reporter.withLock { $0 = reporter } }

    func take(_ notice: RunNotice) {
        switch notice {
        case .org(let notice):
            if let line = words(of: notice) { say(line) }
        case .otherRun(let holder):
            tell(
                "Another run is at work: \(holder.command) by \(holder.who), process "
                    + "\(holder.pid), since \(holder.since). This plan may be outdated by it.")
        case .waitingForLock(let holder, let limit):
            tell(
                "The state is locked by \(holder.who), process \(holder.pid), running "
                    + "\(holder.command); waiting up to "
                    + "\(WaitingTime(seconds: Int(limit / .seconds(1)))).")
        case .settled(let line): tell(line)
        }
    }

    /// One line, which may hold text from outside.
    private func say(_ line: String) {
        if let reporter = reporter.withLock({ $0 }) {
            reporter.say(renderLine(line, style: console.errors))
        } else {
            // Over a progress line that may be there.
            if console.isLive { console.say("\r\u{1B}[K") }
            console.sayLine(line)
        }
    }

    /// The same before anything is drawn.
    private func tell(_ line: String) {
        console.sayLine(line)
    }

    private func words(of notice: OrgNotice) -> String? {
        switch notice {
        case .waitingForRateLimit where ProcessEnvironment.stop.isSet,
            .sparingRateLimit where ProcessEnvironment.stop.isSet:
            // The run is stopping, so it doesn't wait.
            return nil
        case .waitingForRateLimit(let seconds):
            return "Okta's rate limit is used up; going on in \(seconds) s."
        case .sparingRateLimit(let seconds):
            return "The last tenth of the System Log's rate limit is left to others; going on in "
                + "\(seconds) s."
        case .retrying(let attempt, let reason, _):
            let what = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
            return "\(what); try \(attempt)."
        case .clockIsOff(let seconds):
            let side = seconds < 0 ? "behind" : "ahead of"
            return "This machine's clock is \(elapsed(abs(seconds))) \(side) Okta's, so requests "
                + "are signed by Okta's clock."
        case .requested(let method, let path, let status, let milliseconds, let id):
            guard isVerbose else { return nil }
            let answer = status.map { "\($0)" } ?? "no answer"
            let time = milliseconds.map { " in \($0) ms" } ?? ""
            return "\(method) \(path): \(answer)\(time)\(id.map { ", request \($0)" } ?? "")"
        }
    }

    private func elapsed(_ seconds: Int) -> String {
        seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
    }
}
