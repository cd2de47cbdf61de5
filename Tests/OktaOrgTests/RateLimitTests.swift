import HTTPTransport
import JSON
import Kinds
import Ports
import Testing

@testable import OktaOrg

@Suite(.timeLimit(.minutes(60))) struct RateLimitTests {
    @Test(
        "The wait is from the server's clock to the reset, and a second more",
        arguments: [(58, 59), (0, 1), (-30, 1), (299, 300)])
    func serversClock(resetsIn: Int, wait: Int) async throws {
        let script = ScriptedOrg([.rateLimited(resetsIn: resetsIn), .answer(200, "[]")])
        _ = try await script.org().list(.eventHook)
        #expect(script.sleeps == [.seconds(wait)])
        #expect(script.waits == [.waitingForRateLimit(seconds: wait)])
    }

    @Test("A write that was refused by the limit is sent again")
    func write() async throws {
        let script = ScriptedOrg([
            .rateLimited(resetsIn: 5), .rateLimited(resetsIn: 9), .answer(200, hook("who1")),
        ])
        _ = try await script.org().create(.eventHook, body: ["name": "A"])
        #expect(script.sleeps == [.seconds(6), .seconds(10)])
        #expect(Set(script.requests.map(\.body)).count == 1)
    }

    @Test("Patience ends before a wait that would pass the maximum")
    func givesUp() async throws {
        let script = ScriptedOrg(Array(repeating: .rateLimited(resetsIn: 119), count: 5))
        let org = script.org()
        let error = await Call.delete.error(on: org)
        guard case .rateLimited(let answer) = error else { throw Unexpected(error) }
        #expect(answer.errorCode == "E0000047")
        #expect(script.sleeps == [.seconds(120), .seconds(120)])
        #expect(script.requests.count == 3)
    }

    static let withoutReset: [[(name: String, value: String)]] = [
        [],
        [("X-Rate-Limit-Reset", "1773632900"), ("X-Rate-Limit-Limit", "600")],
        [("Date", "Mon, 16 Mar 2026 03:47:47 GMT"), ("X-Rate-Limit-Limit", "600")],
        [
            ("Date", "yesterday"), ("X-Rate-Limit-Limit", "600"), ("X-Rate-Limit-Remaining", "0"),
            ("X-Rate-Limit-Reset", "1773632900"),
        ],
        [
            ("Date", "Mon, 16 Mar 2026 03:47:47 GMT"), ("X-Rate-Limit-Limit", "600"),
            ("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", "9223372036854775807"),
        ],
        [
            ("Date", "Mon, 16 Mar 2026 03:47:47 GMT"), ("X-Rate-Limit-Limit", "0"),
            ("X-Rate-Limit-Remaining", "0"), ("X-Rate-Limit-Reset", "1773632900"),
        ],
    ]

    @Test(
        "Without a reset to trust, waits grow from a second, with jitter", arguments: withoutReset)
    func estimate(headers: [(name: String, value: String)]) async throws {
        let script = ScriptedOrg(
            Array(repeating: .error(429, "E0000047", "No.", headers), count: 99))
        let org = script.org()
        let error = await Call.delete.error(on: org)
        guard case .rateLimited = error else { throw Unexpected(error) }
        for (sleep, full) in zip(script.sleeps, [1, 2, 4, 8, 16, 30, 30]) {
            #expect(sleep >= .seconds(full) / 2 && sleep <= .seconds(full))
        }
        let total = script.sleeps.reduce(.zero, +)
        #expect(total <= .seconds(300) && total > .seconds(270))
        #expect(script.waits.count == script.sleeps.count)
    }

    @Test("While one waits for the reset the others wait too, and one notice is enough")
    func sharedGate() async throws {
        let script = ScriptedOrg(
            [.rateLimited(resetsIn: 5)] + Array(repeating: .answer(200, "[]"), count: 4),
            holdsSleepers: true)
        let org = script.org()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await org.list(.eventHook) }
            await until { script.sleeping == 1 }
            for _ in 0..<3 { group.addTask { _ = try await org.list(.eventHook) } }
            await until { await org.gate.waiting == 3 }
            #expect(script.requests.count == 1)
            script.wakeSleepers()
            try await group.waitForAll()
        }
        #expect(script.requests.count == 5)
        #expect(script.sleeps == [.seconds(6)])
        #expect(script.waits == [.waitingForRateLimit(seconds: 6)])
    }

    @Test("One who is cancelled at the gate leaves without sending; the gate stays closed")
    func cancelledAtGate() async throws {
        let script = ScriptedOrg(
            [.rateLimited(resetsIn: 5), .answer(200, "[]")], holdsSleepers: true)
        let org = script.org()
        async let first = org.list(.eventHook)
        await until { script.sleeping == 1 }
        let second = Task { await Call.list.error(on: org) }
        await until { await org.gate.waiting == 1 }
        second.cancel()
        #expect(await second.value == .cancelled(mayHaveHappened: false))
        #expect(await org.gate.waiting == 0)
        #expect(script.requests.count == 1)
        script.wakeSleepers()
        #expect(try await first.isEmpty)
    }
}
