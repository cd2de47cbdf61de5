import Filters
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

    /// What comes after standard output was lost, as to a reader that has enough, is not read.
    ///
    /// - Parameters:
    ///   - atOnce: how many pieces are worked on at most; what came of one is told so much later.
    ///   - source: adds to a piece what comes next, and says whether more may come.
    ///   - progress: told how far it has come.
    func run(
        _ report: inout ReplayReport, atOnce: Int = 2 * processors,
        from source: (inout LogPiece) async throws -> Bool,
        progress: (Progress) -> Void
    ) async throws {
        var reached = Progress()
        do {
            try await ReplayRun(filters, workers: atOnce).run { piece in
                if Console.hasLostOutput { throw OutputLost() }
                return try await source(&piece)
            } give: { part in
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
        } catch is OutputLost {
            // The program's end tells it.
        }
    }

    private struct OutputLost: Error {}

    /// How many the machine has. Tasks get no more threads than this process may use of them.
    private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
