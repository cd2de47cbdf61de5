import Glibc
import Reconciling
import Rendering

/// Shows an apply as it happens, on standard error: on a terminal a block of live lines that is drawn
/// over, elsewhere one plain line a finished step.
final class ProgressReporter: @unchecked Sendable {
    private let console: Console
    private let clock = ContinuousClock()
    private let began: ContinuousClock.Instant
    private var mutex = pthread_mutex_t()
    private var progress: LiveProgress
    private var drawn = 0
    private var ticker: Task<Void, Never>?

    init(console: Console) {
        self.console = console
        began = clock.now
        progress = LiveProgress(style: console.errors)
        pthread_mutex_init(&mutex, nil)
    }

    deinit { pthread_mutex_destroy(&mutex) }

    func start() {
        guard console.isLive else { return }
        ticker = Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(100))
                self?.redraw()
            }
        }
    }

    /// Takes the live block away; the lines above it stay.
    func finish() async {
        ticker?.cancel()
        await ticker?.value
        pthread_mutex_lock(&mutex)
        defer { pthread_mutex_unlock(&mutex) }
        console.say(erasure())
        drawn = 0
    }

    func take(_ event: ApplyEvent) {
        pthread_mutex_lock(&mutex)
        defer { pthread_mutex_unlock(&mutex) }
        let lasting = progress.take(event, now: clock.now - began)
        if console.isLive {
            draw(lasting)
        } else {
            if case .stopping = event {
                console.say("Stopping: what is under way is finished, nothing more is begun.\n")
            }
            for line in lasting { console.say(line + "\n") }
        }
    }

    /// A line that is no event of the apply and stays on the screen as well.
    func say(_ line: String) {
        pthread_mutex_lock(&mutex)
        defer { pthread_mutex_unlock(&mutex) }
        if console.isLive { draw([line]) } else { console.say(line + "\n") }
    }

    private func redraw() {
        pthread_mutex_lock(&mutex)
        defer { pthread_mutex_unlock(&mutex) }
        if !Task.isCancelled { draw([]) }
    }

    private func draw(_ lasting: [String]) {
        let block = progress.lines(now: clock.now - began)
        console.say(erasure() + (lasting + block).map { $0 + "\n" }.joined())
        drawn = block.count
    }

    /// Up over the block that was drawn last, and clears to the end of the screen.
    private func erasure() -> String { drawn == 0 ? "" : "\u{1B}[\(drawn)A\u{1B}[J" }
}
