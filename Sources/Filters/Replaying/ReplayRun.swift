/// Puts a whole log to a replay on several threads; what comes of it is the same on any number.
///
/// The log is read and cut by one, piece by piece. As many pieces as there are workers are worked on
/// meanwhile, and their results are given on in the order of the log. So memory is bounded by the
/// pieces, of which there are never more.
package struct ReplayRun {
    private let replay: FilterReplay
    private let workers: Int
    private let room: Int

    /// - Parameters:
    ///   - workers: how many pieces are worked on at most.
    ///   - room: the size of a piece, where no event needs more.
    package init(_ replay: FilterReplay, workers: Int, room: Int = 512 << 10) {
        self.replay = replay
        self.workers = max(1, workers)
        self.room = max(1, room)
    }

    /// Replays all that a source gives.
    ///
    /// - Parameters:
    ///   - source: adds to a piece what comes next, and says whether more may come.
    ///   - give: given the parts in the order of the log; one at least, unless there is an error.
    /// - Throws: `BrokenLog`, `EventTooLong` or what the source throws, after all that came before
    ///   was given on.
    package func run(
        from source: (inout LogPiece) async throws -> Bool, give: (ReplayPart) -> Void
    ) async throws {
        let team = (0..<workers).map { _ in ReplayWorker(replay, room: room) }
        let problem = await withTaskGroup(of: Int.self) { group -> (any Error)? in
            var line = Line(team: team)
            var splitter = LogSplitter()
            var piece = LogPiece(room: room)
            var events: [LogEvent] = []
            var isLast = false
            var problem: (any Error)?
            while !isLast, problem == nil {
                do {
                    isLast = !(try await source(&piece))
                } catch {
                    problem = error
                    break
                }
                let cut = splitter.cut(piece, isLast: isLast, into: &events)
                problem = cut.problem
                guard cut.done > 0 || isLast else {
                    // Not even one event is whole.
                    guard piece.isFull else { continue }
                    if piece.count < LogPiece.longestEvent {
                        piece.grow()
                    } else {
                        problem = EventTooLong()
                    }
                    continue
                }
                let worker = await line.free(&group, give)
                team[worker].take(&piece, &events, done: cut.done, room: room)
                group.addTask {
                    team[worker].run()
                    return worker
                }
            }
            await line.finish(&group, give)
            return problem
        }
        if let problem { throw problem }
    }

    /// The workers in the order in which they are given work, which is given on in this order.
    private struct Line {
        let team: [ReplayWorker]
        private var isBusy: [Bool]
        private var next = 0

        init(team: [ReplayWorker]) {
            self.team = team
            isBusy = team.map { _ in false }
        }

        /// The worker whose turn it is, as soon as what it has done before is given on.
        mutating func free(
            _ group: inout TaskGroup<Int>, _ give: (ReplayPart) -> Void
        ) async -> Int {
            let worker = next
            next = (next + 1) % team.count
            while isBusy[worker], let done = await group.next() { isBusy[done] = false }
            if let part = team[worker].give() { give(part) }
            isBusy[worker] = true
            return worker
        }

        /// Gives on all that is left.
        mutating func finish(
            _ group: inout TaskGroup<Int>, _ give: (ReplayPart) -> Void
        ) async {
            await group.waitForAll()
            for offset in team.indices {
                if let part = team[(next + offset) % team.count].give() { give(part) }
            }
        }
    }
}

/// An event that is longer than any can be.
package struct EventTooLong: Error, Hashable {}
