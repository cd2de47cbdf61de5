import Foundation
import Ports
import StateBackends
import Testing

/// The local lock is the kernel's: it ends with its process, and no file that lies about holds it.
@Suite struct LocalLockTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func backend() throws -> LocalStateBackend {
        try LocalStateBackend(directory: folder.path, org: "prod")
    }

    private static let holderText = """
        {"command":"apply","id":"dead","pid":4711,"since":"2026-01-02T03:04:05Z",\
        "who":"ann@build-7"}

        """

    @Test func theHolderStandsInTheFile() async throws {
        let backend = try backend()
        try await backend.lock(.test("dead"))
        #expect(try folder.text(".prod.lock") == Self.holderText)
        try await backend.unlock()
        #expect(try folder.text(".prod.lock").isEmpty)
    }

    @Test func textWithoutALockIsNoLock() async throws {
        try folder.write(Self.holderText, to: ".prod.lock")
        let backend = try backend()
        #expect(try await backend.lockHolder() == nil)
        let outcome = await failure { try await backend.breakLock(id: "dead") }
        #expect(outcome == .noSuchLock(holder: nil))
        try await backend.lock(.test("one"))
        #expect(try await backend.lockHolder() == .test("one"))
        try await backend.unlock()
    }

    @Test func aBackendThatIsLetGoLosesItsLock() async throws {
        do {
            let gone = try backend()
            try await gone.lock(.test("one"))
        }
        let next = try backend()
        try await next.lock(.test("two"))
        try await next.unlock()
    }

    @Test(.enabled(if: LockingChild.isAvailable, "there is no flock program"))
    func theLockOfAKilledProcessIsFreeAtOnce() async throws {
        try folder.write(Self.holderText, to: ".prod.lock")
        let child = try LockingChild(of: folder.at(".prod.lock"))
        let backend = try backend()
        #expect(await failure { try await backend.lock(.test("one")) } == .locked(.test("dead")))
        #expect(try await backend.lockHolder() == .test("dead"))
        child.kill()
        #expect(try await backend.lockHolder() == nil)
        try await backend.lock(.test("one"))
        try await backend.unlock()
    }

    @Test(.enabled(if: LockingChild.isAvailable, "there is no flock program"))
    func aForeignLockIsALockAndCanBeBroken() async throws {
        try folder.write("not ours\n", to: ".prod.lock")
        let child = try LockingChild(of: folder.at(".prod.lock"))
        defer { child.kill() }
        let backend = try backend()
        guard case .locked(let holder) = await failure(of: { try await backend.lock(.test("one")) })
        else {
            Issue.record("expected the lock to be held")
            return
        }
        #expect(holder.who == "unknown")
        try await backend.breakLock(id: holder.id)
        try await backend.lock(.test("one"))
        try await backend.unlock()
    }

    @Test(.timeLimit(.minutes(60)))
    func ofManyLockersOneAtATimeWins() async throws {
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                let backend = try backend()
                group.addTask {
                    let holder = LockHolder.test("run-\(number)")
                    while let outcome = await failure(of: { try await backend.lock(holder) }) {
                        guard case .locked(let other) = outcome else { throw outcome }
                        #expect(other.id.hasPrefix("run-"))
                        await Task.yield()
                    }
                    await tally.enter()
                    await Task.yield()
                    let version = try await backend.get()?.version
                    _ = try await backend.put(Array(holder.id.utf8), ifVersion: version)
                    await tally.leave()
                    try await backend.unlock()
                }
            }
            try await group.waitForAll()
        }
        #expect(await tally.most == 1)
        #expect(await tally.total == 20)
    }

    /// Counts who is inside at the same time.
    private actor Tally {
        private var inside = 0
        private(set) var most = 0
        private(set) var total = 0

        func enter() {
            inside += 1
            total += 1
            most = max(most, inside)
        }

        func leave() { inside -= 1 }
    }
}

/// A process that holds a file's lock until it is killed, or until this test's process is gone.
final class LockingChild {
    private static let program = "/usr/bin/flock"
    private let process = Process()
    private let input = Pipe()

    static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Returns when the child has the lock.
    init(of path: String) throws {
        // One process all the way, so that nothing is left holding the lock when it is killed;
        // it ends by itself when its input does.
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = [
            "--no-fork", "--exclusive", path, "/bin/sh", "-c", "echo held; exec cat >/dev/null",
        ]
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let said = output.fileHandleForReading.availableData
        guard String(decoding: said, as: UTF8.self) == "held\n" else {
            throw POSIXError(.ENOLCK)
        }
    }

    deinit { kill() }

    /// Kills the child as nothing can be caught; returns when it is gone.
    func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
