/// Holds back every request while one of them waits for the rate limit's reset: the limit is the
/// org's, so what is sent meanwhile would only be refused too.
actor RateLimitGate {
    private var holders = 0
    private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0

    /// Returns when nobody holds the gate, or at once when the caller is cancelled.
    func pass() async {
        while holders > 0, !Task.isCancelled {
            let waiter = nextWaiter
            nextWaiter += 1
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    // A cancellation until here has found nobody to wake.
                    if Task.isCancelled {
                        continuation.resume()
                    } else {
                        waiters[waiter] = continuation
                    }
                }
            } onCancel: {
                Task { await self.wake(waiter) }
            }
        }
    }

    /// Holds the gate while a wait lasts; says so only when nobody was holding it already.
    func hold(
        announcing announce: @Sendable () -> Void, while wait: @Sendable () async throws -> Void
    ) async throws {
        if holders == 0 { announce() }
        holders += 1
        defer {
            holders -= 1
            if holders == 0 { for waiter in waiters.keys.sorted() { wake(waiter) } }
        }
        try await wait()
    }

    /// How many requests are held back.
    var waiting: Int { waiters.count }

    private func wake(_ waiter: Int) { waiters.removeValue(forKey: waiter)?.resume() }
}
