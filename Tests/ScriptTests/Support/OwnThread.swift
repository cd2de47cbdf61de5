import Foundation

/// How many tests may have processes running at the same time.
private actor Slots {
    static let shared = Slots(3)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// Runs what waits for processes on a thread of its own, for the pool that Swift's tasks share has
/// few of them; and not too many at once.
func onOwnThread<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
    await Slots.shared.take()
    let result = await withCheckedContinuation {
        (continuation: CheckedContinuation<Result<Value, any Error>, Never>) in
        let thread = Thread { continuation.resume(returning: Result { try body() }) }
        thread.stackSize = 8 << 20
        thread.start()
    }
    await Slots.shared.giveBack()
    return try result.get()
}
