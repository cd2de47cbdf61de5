import Glibc

/// Ends a process group unless it is called off in time.
final class CommandAlarm: @unchecked Sendable {
    private enum State { case waiting, cancelled, rung }

    private var mutex = pthread_mutex_t()
    private var condition = pthread_cond_t()
    private var state = State.waiting

    init(group: pid_t, after timeout: Duration) {
        pthread_mutex_init(&mutex, nil)
        pthread_cond_init(&condition, nil)
        OwnThread.run { self.wait(group, timeout) }
    }

    deinit {
        pthread_cond_destroy(&condition)
        pthread_mutex_destroy(&mutex)
    }

    /// Calls it off; says whether it had rung already.
    func cancel() -> Bool {
        pthread_mutex_lock(&mutex)
        defer { pthread_mutex_unlock(&mutex) }
        if state == .rung { return true }
        state = .cancelled
        pthread_cond_signal(&condition)
        return false
    }

    private func wait(_ group: pid_t, _ timeout: Duration) {
        var deadline = timespec()
        clock_gettime(CLOCK_REALTIME, &deadline)
        deadline.tv_sec += Int(timeout.components.seconds)
        deadline.tv_nsec += Int(timeout.components.attoseconds / 1_000_000_000)
        if deadline.tv_nsec >= 1_000_000_000 {
            deadline.tv_sec += 1
            deadline.tv_nsec -= 1_000_000_000
        }
        pthread_mutex_lock(&mutex)
        defer { pthread_mutex_unlock(&mutex) }
        while state == .waiting {
            if pthread_cond_timedwait(&condition, &mutex, &deadline) == ETIMEDOUT {
                guard state == .waiting else { return }
                state = .rung
                kill(-group, SIGKILL)
            }
        }
    }
}
