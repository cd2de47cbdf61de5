import HTTPTransport
import JSON
import Kinds
import Ports
import Testing

@testable import OktaOrg

@Suite(.timeLimit(.minutes(60))) struct CancellationTests {
    /// Starts a call, cancels it when a condition holds, and gives what it threw.
    private func cancelled(
        _ call: Call, _ script: ScriptedOrg,
        when condition: @Sendable () async -> Bool
    ) async -> OrgError? {
        let org = script.org()
        let task = Task { await call.error(on: org) }
        await until(condition)
        task.cancel()
        script.wakeSleepers()
        return await task.value
    }

    @Test("A request under way: a write may have happened, a read has nothing to happen")
    func underWay() async {
        for (call, mayHaveHappened) in [(Call.list, false), (Call.create, true)] {
            let script = ScriptedOrg([.silence])
            let error = await cancelled(call, script) { script.requests.count == 1 }
            #expect(error == .cancelled(mayHaveHappened: mayHaveHappened))
        }
    }

    @Test("A write that waits for the rate limit did not happen")
    func waitingForRateLimit() async {
        for limit in [0, 600] {
            let script = ScriptedOrg([.rateLimited(limit: limit, resetsIn: 5)], holdsSleepers: true)
            let error = await cancelled(Call.create, script) { script.sleeping == 1 }
            #expect(error == .cancelled(mayHaveHappened: false))
            #expect(script.requests.count == 1)
        }
    }

    @Test("What another's wait for the rate limit holds back is not sent when that is cut short")
    func heldBack() async {
        let script = ScriptedOrg([.rateLimited(resetsIn: 5)], holdsSleepers: true)
        let org = script.org()
        let holder = Task { await Call.create.error(on: org) }
        await until { script.sleeping == 1 }
        let held = Task { await Call.update.error(on: org) }
        await until { await org.gate.waiting == 1 }
        holder.cancel()
        script.wakeSleepers()
        #expect(await holder.value == .cancelled(mayHaveHappened: false))
        #expect(await held.value == .cancelled(mayHaveHappened: false))
        #expect(script.requests.count == 1)
    }

    @Test("A read that waits to be asked again")
    func waitingForRetry() async {
        let script = ScriptedOrg([.answer(500)], holdsSleepers: true)
        let error = await cancelled(Call.list, script) { script.sleeping == 1 }
        #expect(error == .cancelled(mayHaveHappened: false))
    }

    @Test("One who is cancelled already sends nothing")
    func beforehand() async {
        let script = ScriptedOrg([])
        let org = script.org()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await Call.create.error(on: org)
        }
        task.cancel()
        #expect(await task.value == .cancelled(mayHaveHappened: false))
        #expect(script.requests.isEmpty)
    }
}
