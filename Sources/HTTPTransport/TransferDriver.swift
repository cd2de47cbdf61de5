import CLibCurl
import CurlShim
import Glibc

/// The door to the one thread that touches libcurl.
///
/// Any thread may hand in or cancel a transfer: it goes into the inbox, and the thread is woken.
/// The wake-up happens under the lock and only while the thread is running, so it never reaches a
/// multi handle that is gone.
final class TransferDriver: Sendable {
    private let inbox = PthreadLock(Inbox())
    private let configuration: HTTPTransportConfiguration

    init(_ configuration: HTTPTransportConfiguration) { self.configuration = configuration }

    private struct Inbox {
        var phase = Phase.idle
        var thread: pthread_t?
        var submitted: [Transfer] = []
        var cancelled: [Transfer] = []
    }

    private enum Phase {
        case idle
        case running(multi: UnsafeMutableRawPointer)
        case stopped
        case broken(detail: String)
    }

    /// Starts a transfer, or ends it at once if it cannot be started any more.
    func submit(_ transfer: Transfer) {
        let refusal = inbox.withLock { inbox -> HTTPTransportError? in
            guard !transfer.isCancelled else { return .cancelled }
            if case .idle = inbox.phase { start(&inbox) }
            switch inbox.phase {
            case .idle, .stopped:
                return .cancelled
            case .broken(let detail):
                return .unreachable(detail: detail)
            case .running(let multi):
                inbox.submitted.append(transfer)
                curl_multi_wakeup(multi)
                return nil
            }
        }
        if let refusal { transfer.resume(with: .failure(refusal)) }
    }

    /// Ends a transfer early; does nothing to one that has ended.
    ///
    /// The cancellation may overtake the submission, so it is noted on the transfer as well.
    func cancel(_ transfer: Transfer) {
        inbox.withLock { inbox in
            transfer.isCancelled = true
            guard case .running(let multi) = inbox.phase else { return }
            inbox.cancelled.append(transfer)
            curl_multi_wakeup(multi)
        }
    }

    /// Stops the thread and waits for its end.
    func shutdown() {
        let thread = inbox.withLock { inbox -> pthread_t? in
            if case .running(let multi) = inbox.phase { curl_multi_wakeup(multi) }
            inbox.phase = .stopped
            defer { inbox.thread = nil }
            return inbox.thread
        }
        if let thread { pthread_join(thread, nil) }
    }

    // MARK: For the thread

    struct Work {
        var submitted: [Transfer]
        var cancelled: [Transfer]
        var stops: Bool
    }

    /// Everything that came in since the last call.
    func takeWork() -> Work {
        inbox.withLock { inbox in
            defer {
                inbox.submitted = []
                inbox.cancelled = []
            }
            let stops = if case .running = inbox.phase { false } else { true }
            return Work(submitted: inbox.submitted, cancelled: inbox.cancelled, stops: stops)
        }
    }

    /// Refuses all further work, because libcurl itself has failed.
    func breakDown(_ detail: String) {
        inbox.withLock { inbox in
            if case .running = inbox.phase { inbox.phase = .broken(detail: detail) }
        }
    }

    /// Makes the multi handle and the thread. The thread keeps the driver until it ends.
    private func start(_ inbox: inout Inbox) {
        guard CurlLibrary.isReady, let multi = curl_multi_init() else {
            inbox.phase = .broken(detail: "libcurl could not be started")
            return
        }
        let loop = TransferLoop(multi: multi, driver: self)
        if let refused = loop.configure(configuration) {
            curl_multi_cleanup(multi)
            inbox.phase = .broken(detail: refused)
            return
        }
        let context = Unmanaged.passRetained(loop)
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { context in
                if let context {
                    Unmanaged<TransferLoop>.fromOpaque(context).takeRetainedValue().run()
                }
                return nil
            }, context.toOpaque())
        guard result == 0 else {
            context.release()
            curl_multi_cleanup(multi)
            inbox.phase = .broken(detail: "no thread: \(String(cString: strerror(result)))")
            return
        }
        inbox.thread = thread
        inbox.phase = .running(multi: multi)
    }
}
