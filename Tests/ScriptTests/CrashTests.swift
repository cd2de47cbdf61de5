import Foundation
import Testing

/// The program is killed, wherever it is: the next apply goes on as if it had only been slow.
@Suite struct CrashTests {
    /// Where a run ends.
    enum Point: CustomStringConvertible, Sendable {
        /// At a write of the state, just before it or just after it.
        case journal(after: Bool, Int, parallelism: Int)
        /// While a request is under way that takes effect, or does not.
        case network(after: Bool, Int)

        var description: String {
            switch self {
            case .journal(let after, let number, let parallelism):
                "killed \(after ? "after" : "before") write \(number) of the state, "
                    + "--parallelism \(parallelism)"
            case .network(let after, let number):
                "killed during request \(number), \(after ? "which" : "before it") takes effect"
            }
        }
    }

    @Test("kill -9 at each write of the state and at each request", .timeLimit(.minutes(60)))
    func matrix() async throws {
        let size = try await onOwnThread { try Self.size() }
        let points =
            (1...size.writes).flatMap { number in
                [true, false].flatMap { after in
                    [1, 10].map { Point.journal(after: after, number, parallelism: $0) }
                }
            }
            + (1...size.requests).flatMap { number in
                [true, false].map { Point.network(after: $0, number) }
            }
        let failures = try await inLanes(sample(points, of: 14)) { rehearsal, point in
            try Self.crash(rehearsal, at: point)
            try rehearsal.requireConvergence()
        }
        for failure in failures { Issue.record("\(failure)") }
    }

    /// How many writes and requests a run makes that nothing happens to.
    private static func size() throws -> (writes: Int, requests: Int) {
        let rehearsal = try Rehearsal()
        try rehearsal.reset()
        // No write has the number 0, so this run counts those of the others and isn't killed.
        let run = try rehearsal.run(
            ["apply", "--yes", "--parallelism", "1"], extra: ["TENTERHOOK_CRASH_AT": "before:0"])
        guard run.end == .exit(0) else { throw Trouble(run.description) }
        let requests = try rehearsal.org.requestCount()
        let writes = (try rehearsal.state()["serial"] as? Int ?? 0) - rehearsal.serialAtBase
        try rehearsal.requireGoal()
        guard writes >= 8, requests >= 11 else {
            throw Trouble("only \(writes) writes and \(requests) requests")
        }
        return (writes, requests)
    }

    private static func crash(_ rehearsal: Rehearsal, at point: Point) throws {
        let program: ChildProcess
        switch point {
        case .journal(let after, let number, let parallelism):
            program = try rehearsal.start(
                ["apply", "--yes", "--parallelism", "\(parallelism)"],
                extra: ["TENTERHOOK_CRASH_AT": "\(after ? "after" : "before"):\(number)"])
        case .network(let after, let number):
            try rehearsal.addFault(
                #"{"kind": "hang", "seconds": 60, "after": \#(after)}"#, at: number)
            program = try rehearsal.start(["apply", "--yes"])
            try waitUntil("request \(number) is there") {
                try program.poll() != nil || rehearsal.org.requestCount() >= number
            }
            program.send(SIGKILL)
        }
        let outcome = try rehearsal.outcome(of: program)
        // Steps share writes of the state, and the last ones may not come.
        if case .journal = point, outcome.end == .exit(0) {
            return try rehearsal.requireGoal()
        }
        guard outcome.end == .signal(SIGKILL) else {
            throw Trouble("was not killed: \(outcome.description)")
        }
        try rehearsal.org.ask("DELETE", "/lab/faults")
    }
}
