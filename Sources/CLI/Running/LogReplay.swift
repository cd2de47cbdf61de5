import Expressions
import Glibc
import Rendering

/// Puts a log to a hook's filters on all processors, and what comes of it into a report.
struct LogReplay {
    /// How far a replay has come.
    struct Progress {
        /// What was read, whether it could be taken for an event or not.
        var events = 0
        var bytes = 0
    }

    private static let mostUnreadable = 5

    let filters: FilterReplay
    /// How many differences the report lists.
    let limit: Int
    /// Called for each difference, as soon as it is found.
    let difference: (ReplayDifference) -> Void

    /// - Parameters:
    ///   - source: adds to a piece what comes next, and says whether more may come.
    ///   - progress: told how far it has come.
    func run(
        _ report: inout ReplayReport, from source: (inout LogPiece) async throws -> Bool,
        progress: (Progress) -> Void
    ) async throws {
        var reached = Progress()
        try await ReplayRun(filters, workers: 2 * Self.processors).run(from: source) { part in
            report.tally.add(part.counts)
            part.differences.forEach(difference)
            report.differences += part.differences.prefix(limit - report.differences.count)
            report.unreadableCount += part.unreadable.count
            report.unreadable += part.unreadable.prefix(
                Self.mostUnreadable - report.unreadable.count)
            reached.events += part.events
            reached.bytes += part.bytes
            progress(reached)
        }
    }

    /// How many the machine has. Tasks get no more threads than this process may use of them.
    private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
