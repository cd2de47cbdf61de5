/// Holds back every request while one of them waits for the rate limit's reset: the limit is the
/// org's, so what is sent meanwhile would only be refused too.
actor RateLimitGate {
    private var holders = 0
    private var waiters: [Int: CheckedContinuation<Bool, Never>] = [:]
    private var nextWaiter = 0

    /// Whether the way is free, as soon as nobody holds the gate; not so at once when the caller is
    /// cancelled, and for those whom a wait held back that was cut short: what stopped it stops them.
    func pass() async -> Bool {
        while holders > 0, !Task.isCancelled {
            let waiter = nextWaiter
            nextWaiter += 1
            let goesOn = await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    // A cancellation until here has found nobody to wake.
                    if Task.isCancelled {
                        continuation.resume(returning: false)
                    } else {
                        waiters[waiter] = continuation
                    }
                }
            } onCancel: {
                Task { await self.wake(waiter, goesOn: false) }
            }
            if !goesOn { return false }
        }
        return !Task.isCancelled
    }

    /// Holds the gate while a wait lasts; says so only when nobody was holding it already.
    func hold(
        announcing announce: @Sendable () -> Void, while wait: @Sendable () async throws -> Void
    ) async throws {
        if holders == 0 { announce() }
        holders += 1
        do {
            try await wait()
        } catch {
            leave(goesOn: false)
            throw error
        }
        leave(goesOn: true)
    }

    /// How many requests are held back.
    var waiting: Int { waiters.count }

    private func leave(goesOn: Bool) {
        holders -= 1
        guard holders == 0 else { return }
        for waiter in waiters.keys.sorted() { wake(waiter, goesOn: goesOn) }
    }

    private func wake(_ waiter: Int, goesOn: Bool) {
        waiters.removeValue(forKey: waiter)?.resume(returning: goesOn)
    }
}
