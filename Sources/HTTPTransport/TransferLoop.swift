import CLibCurl
import CurlShim
import Glibc

/// The thread that owns the multi handle and every transfer under way.
///
/// Each round takes new work, lets libcurl move, hands out what has ended, and sleeps until a
/// socket, a timer or a wake-up has something to say.
final class TransferLoop {
    private let multi: UnsafeMutableRawPointer
    private let driver: TransferDriver
    private var live: [ObjectIdentifier: Transfer] = [:]

    /// Handles to use again. Connections and TLS sessions belong to the multi handle, so a reset
    /// handle carries nothing from one request to the next.
    private var idleHandles: [UnsafeMutableRawPointer] = []

    /// Never later than the earliest deadline under way; perhaps earlier, when that one has ended.
    private var nextDeadline: ContinuousClock.Instant?

    init(multi: UnsafeMutableRawPointer, driver: TransferDriver) {
        self.multi = multi
        self.driver = driver
    }

    /// Sets the multi handle's limits. Returns what went wrong.
    func configure(_ configuration: HTTPTransportConfiguration) -> String? {
        let perHost = configuration.maxConnectionsPerHost
        let settings: [(CURLMoption, Int)] = [
            (CURLMOPT_MAX_HOST_CONNECTIONS, perHost),
            (CURLMOPT_MAXCONNECTS, max(16, perHost)),
            (CURLMOPT_PIPELINING, configuration.allowHTTP2 ? Int(CURLPIPE_MULTIPLEX) : 0),
        ]
        for (option, value) in settings {
            let code = curlshim_multi_set_long(multi, option, value)
            guard code == CURLM_OK else { return String(cString: curl_multi_strerror(code)) }
        }
        return nil
    }

    /// Runs until the driver stops it, then ends what is left and frees everything.
    func run() {
        Self.leaveSignalsToOthers()
        while round() {}
        for transfer in Array(live.values) { finish(transfer, .failure(.cancelled)) }
        for handle in idleHandles { curl_easy_cleanup(handle) }
        curl_multi_cleanup(multi)
    }

    private func round() -> Bool {
        let work = driver.takeWork()
        for transfer in work.submitted { start(transfer) }
        for transfer in work.cancelled where live[ObjectIdentifier(transfer)] != nil {
            finish(transfer, .failure(.cancelled))
        }
        guard !work.stops else { return false }

        var running: Int32 = 0
        var code = curl_multi_perform(multi, &running)
        handOutFinished()
        endOverdue()
        if code == CURLM_OK { code = curl_multi_poll(multi, nil, 0, longestSleep(), nil) }
        if code != CURLM_OK { breakDown(String(cString: curl_multi_strerror(code))) }
        return true
    }

    /// Ends the transfers whose time is over.
    private func endOverdue() {
        let now = ContinuousClock.now
        guard let next = nextDeadline, next <= now else { return }
        for transfer in Array(live.values) where transfer.deadline <= now {
            finish(transfer, .failure(transfer.overdue))
        }
        nextDeadline = live.values.map(\.deadline).min()
    }

    /// Milliseconds until the next deadline, rounded up; a minute when there is none.
    ///
    /// While transfers wait for a connection it is a blink. A connection that becomes free calls the
    /// first one waiting by a timer, and libcurl 7.88 may drop that timer in the very round that set
    /// it; the one called would then sleep until something else happens, though it could go on.
    private func longestSleep() -> Int32 {
        guard let nextDeadline else { return 60_000 }
        let isAnyWaiting = live.values.contains { $0.isWaiting }
        let longest = isAnyWaiting ? Duration.milliseconds(20) : .seconds(60)
        let left = min(max(.zero, ContinuousClock.now.duration(to: nextDeadline)), longest)
        return Int32(left.wholeMilliseconds)
    }

    /// Ends everything after a failure of libcurl that belongs to no single transfer.
    private func breakDown(_ detail: String) {
        driver.breakDown(detail)
        for transfer in Array(live.values) {
            finish(transfer, .failure(.interrupted(detail: detail)))
        }
    }

    private func start(_ transfer: Transfer) {
        guard let easy = idleHandles.popLast() ?? curl_easy_init() else {
            transfer.resume(with: .failure(.unreachable(detail: "libcurl has no handle to give")))
            return
        }
        live[ObjectIdentifier(transfer)] = transfer
        nextDeadline = min(nextDeadline ?? transfer.deadline, transfer.deadline)
        transfer.easy = easy
        if let refused = transfer.configure(easy) {
            finish(transfer, .failure(refused))
            return
        }
        let code = curl_multi_add_handle(multi, easy)
        if code != CURLM_OK {
            let detail = String(cString: curl_multi_strerror(code))
            finish(transfer, .failure(.unreachable(detail: detail)))
        }
    }

    private func handOutFinished() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let transfer = Transfer.of(easy)
            else { continue }
            finish(transfer, transfer.outcome(of: curlshim_message_result(message), easy: easy))
        }
    }

    /// Takes a transfer out of libcurl and resumes whoever waits for it.
    ///
    /// Only the handle of a good exchange is used again.
    private func finish(_ transfer: Transfer, _ outcome: Transfer.Outcome) {
        live[ObjectIdentifier(transfer)] = nil
        if let easy = transfer.easy {
            curl_multi_remove_handle(multi, easy)
            if case .success = outcome {
                curl_easy_reset(easy)
                idleHandles.append(easy)
            } else {
                curl_easy_cleanup(easy)
            }
            transfer.easy = nil
        }
        transfer.resume(with: outcome)
    }

    /// Blocks the signals a process is sent, so that they reach the threads that expect them, and
    /// SIGPIPE, which writing to a closed TLS connection raises. Faults stay deliverable.
    private static func leaveSignalsToOthers() {
        var signals = sigset_t()
        sigfillset(&signals)
        for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS] {
            sigdelset(&signals, fault)
        }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
