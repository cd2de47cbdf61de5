import Foundation
import Testing

/// Runs that meet each other, and runs that are stopped.
@Suite struct InterruptTests {
    private static let hang = #"{"kind": "hang", "seconds": 3600}"#

    /// The program gives up on a hanging request only after an hour: on a busy machine, a test may
    /// need more than the default 30 s for what it does meanwhile.
    private static let apply = ["apply", "--yes", "--parallelism", "1", "--timeout", "3600"]

    /// Starts an apply, one change at a time, that hangs at its first write.
    private static func hangingApply(_ rehearsal: Rehearsal) throws -> ChildProcess {
        try rehearsal.reset()
        try rehearsal.addFault(hang, method: "POST")
        let program = try rehearsal.start(apply)
        try waitForWrite(program, rehearsal)
        return program
    }

    /// One request is the list; the second is the first write.
    private static func waitForWrite(_ program: ChildProcess, _ rehearsal: Rehearsal) throws {
        try waitUntil("the first write is there") {
            guard program.poll() == nil else { throw Trouble("it ended too early") }
            return try rehearsal.org.requestCount() >= 2
        }
    }

    @Test("of two applies at once the second says who holds the lock", .timeLimit(.minutes(60)))
    func lock() async throws {
        try await onOwnThread {
            let rehearsal = try Rehearsal()
            let holder = try Self.hangingApply(rehearsal)

            let second = try rehearsal.run(["apply", "--yes"])
            guard second.end == .exit(8) else { throw Trouble(second.description) }
            let words = second.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for part in [
                "State locked by another run", "Held by tester@", "process \(holder.pid),",
                "running `apply`", "tenterhook state unlock ",
            ] where !words.contains(part) {
                throw Trouble("nothing of '\(part)' in: \(second.description)")
            }
            let moved = try rehearsal.run(["state", "rm", "event_hook.kept"])
            guard moved.end == .exit(8) else { throw Trouble(moved.description) }
            // A plan needs no lock.
            let plan = try rehearsal.run(["plan", "--detailed-exitcode"])
            guard plan.end == .exit(2) else { throw Trouble(plan.description) }

            // The command that the message gives takes the lock away, and the next run has it.
            guard let name = words.range(of: "tenterhook state unlock ") else {
                throw Trouble("no command in: \(second.errors)")
            }
            let arguments = words[name.upperBound...].split(separator: " ").map(String.init)
            let unlock = try rehearsal.run(["state", "unlock"] + arguments)
            guard unlock.end == .exit(0) else { throw Trouble(unlock.description) }
            let third = try rehearsal.run(["apply", "--yes"])
            guard third.end == .exit(0) else { throw Trouble(third.description) }
            holder.stop()
            try rehearsal.requireGoal()
        }
    }

    @Test("with a lock timeout the second waits its turn", .timeLimit(.minutes(60)))
    func lockTimeout() async throws {
        try await onOwnThread {
            let rehearsal = try Rehearsal()
            let holder = try Self.hangingApply(rehearsal)
            let impatient = try rehearsal.run([
                "state", "rm", "event_hook.kept", "--lock-timeout", "1s",
            ])
            guard impatient.end == .exit(8), impatient.errors.contains("waiting up to 1s")
            else { throw Trouble(impatient.description) }

            let second = try rehearsal.start(["apply", "--yes", "--lock-timeout", "10m"])
            try waitUntil("the second waits") {
                try rehearsal.log("stderr").contains("waiting up to 10m")
            }
            try rehearsal.org.ask("DELETE", "/lab/faults")
            holder.stop()
            let outcome = try rehearsal.outcome(of: second)
            guard outcome.end == .exit(0) else { throw Trouble(outcome.description) }
            try rehearsal.requireGoal()
            for time in ["5", "m", "1x", "1s1m", "-1s", "25h", ""] {
                let wrong = try rehearsal.run(["apply", "--yes", "--lock-timeout", time])
                guard wrong.end == .exit(64) else { throw Trouble("\(time): \(wrong.description)") }
            }
        }
    }

    @Test("no secret is among a running program's arguments", .timeLimit(.minutes(60)))
    func commandLine() async throws {
        try await onOwnThread {
            let rehearsal = try Rehearsal()
            let program = try Self.hangingApply(rehearsal)
            let url = URL(fileURLWithPath: "/proc/\(program.pid)/cmdline")
            let arguments = try Data(contentsOf: url)
            guard arguments.range(of: Data("tenterhook".utf8)) != nil else {
                throw Trouble("these are not its arguments")
            }
            program.stop()
            if Sentinel.isIn(arguments) { throw Trouble("a secret is on the command line") }
        }
    }

    @Test(
        "a first signal lets the request under way end, and stops", .timeLimit(.minutes(60)),
        arguments: [SIGINT, SIGTERM])
    func firstSignal(_ signal: Int32) async throws {
        try await onOwnThread {
            let rehearsal = try Rehearsal()
            try rehearsal.reset()
            try rehearsal.addFault(#"{"kind": "delay", "ms": 5000}"#, method: "POST")
            let program = try rehearsal.start(Self.apply)
            try Self.waitForWrite(program, rehearsal)
            program.send(signal)
            let outcome = try rehearsal.outcome(of: program)
            guard outcome.end == .exit(6), outcome.errors.contains("Stopping"),
                outcome.output.contains("the next plan shows what is left")
            else { throw Trouble(outcome.description) }

            // What was under way is done and recorded, and nothing more was begun.
            let hooks = try JSONText(try rehearsal.org.ask("GET", "/lab/state"))["eventHooks"]
            let names = (hooks as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
            guard names.contains("first"), !names.contains("second") else {
                throw Trouble("\(names)\n\(outcome.description)")
            }
            let state = JSONText.text(of: try rehearsal.state().value)
            guard state.contains("event_hook.first") else { throw Trouble(state) }
            let lock = try String(
                contentsOfFile: "\(rehearsal.folder)/state/.main.lock", encoding: .utf8)
            guard lock.isEmpty else { throw Trouble("the lock is still held: \(lock)") }
            try rehearsal.requireConvergence()
        }
    }

    @Test("a second signal ends it at once", .timeLimit(.minutes(60)))
    func secondSignal() async throws {
        try await onOwnThread {
            let rehearsal = try Rehearsal()
            let program = try Self.hangingApply(rehearsal)
            program.send(SIGINT)
            try waitUntil("it says that it stops") {
                try rehearsal.log("stderr").contains("Stopping")
            }
            program.send(SIGINT)
            let outcome = try rehearsal.outcome(of: program)
            guard outcome.end == .exit(128 + SIGINT) else { throw Trouble(outcome.description) }
            try rehearsal.org.ask("DELETE", "/lab/faults")
            try rehearsal.requireConvergence()
        }
    }
}
