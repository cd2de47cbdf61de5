import Foundation

/// Runs cases side by side, each lane with a rehearsal of its own, and gives back what went wrong.
func inLanes<Case: Sendable & CustomStringConvertible>(
    _ cases: [Case], lanes: Int = 2,
    _ body: @escaping @Sendable (Rehearsal, Case) throws -> Void
) async throws -> [String] {
    let queue = CaseQueue(cases)
    return try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<lanes {
            group.addTask {
                try await onOwnThread {
                    var failures: [String] = []
                    let rehearsal = try Rehearsal()
                    while let next = queue.next() {
                        do {
                            try rehearsal.reset()
                            try body(rehearsal, next)
                        } catch {
                            failures.append("\(next): \(error)")
                        }
                    }
                    return failures
                }
            }
        }
        return try await group.reduce(into: []) { $0 += $1 }
    }
}

/// Cases that wait for a lane.
private final class CaseQueue<Case: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var cases: [Case]

    init(_ cases: [Case]) { self.cases = cases.reversed() }

    func next() -> Case? {
        lock.lock()
        defer { lock.unlock() }
        return cases.popLast()
    }
}

/// All cases, if `TENTERHOOK_FULL` is 1; otherwise a few, the same ones each time.
func sample<Case>(_ cases: [Case], of count: Int) -> [Case] {
    if ProcessInfo.processInfo.environment["TENTERHOOK_FULL"] == "1" { return cases }
    var generator = SplitMix64(state: 20_261_121)
    return Array(cases.shuffled(using: &generator).prefix(count))
}

/// Sebastiano Vigna's SplitMix64: the same numbers for the same seed.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
