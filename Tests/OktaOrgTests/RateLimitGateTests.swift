import Synchronization
import Testing

@testable import OktaOrg

@Suite(.timeLimit(.minutes(60))) struct RateLimitGateTests {
    @Test("Two who wait at once announce it once, and the gate opens after the last")
    func twoHolders() async throws {
        let gate = RateLimitGate()
        let announced = Counter()
        let sleeping = Counter()
        let awake = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for holder in 1...2 {
                group.addTask {
                    try await gate.hold(
                        announcing: { announced.count() },
                        while: {
                            sleeping.count()
                            await until { awake.value >= holder }
                        })
                }
            }
            await until { sleeping.value == 2 }
            group.addTask {
                #expect(await gate.pass())
                #expect(awake.value == 2)
            }
            await until { await gate.waiting == 1 }
            awake.count()
            try await group.next()
            #expect(await gate.waiting == 1)
            awake.count()
            try await group.waitForAll()
        }
        #expect(announced.value == 1)
        #expect(await gate.pass())
    }

    @Test("A holder that is cut short opens the gate, and sends those away who wait at it")
    func interrupted() async {
        let gate = RateLimitGate()
        let told = Counter()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: CancellationError.self) {
                    try await gate.hold(
                        announcing: { told.count() },
                        while: {
                            await until { await gate.waiting == 2 }
                            throw CancellationError()
                        })
                }
            }
            await until { told.value == 1 }
            for _ in 1...2 { group.addTask { #expect(await gate.pass() == false) } }
        }
        #expect(await gate.pass())
    }
}

private final class Counter: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    func count() { number.withLock { $0 += 1 } }
}
