import Synchronization

/// One who works on a part of a log at a time, in memory that is used again.
final class ReplayWorker: Sendable {
    private struct State: Sendable {
        var replay: FilterReplay
        var piece: LogPiece
        var events: [LogEvent] = []
        /// How many bytes of the piece are done with.
        var done = 0
        var part: ReplayPart?
    }

    private let state: Mutex<State>

    init(_ replay: FilterReplay, room: Int) {
        state = Mutex(State(replay: replay, piece: LogPiece(room: room)))
    }

    /// Takes a piece and the events in it; gives memory for the next, with what is left over.
    func take(_ piece: inout LogPiece, _ events: inout [LogEvent], done: Int, room: Int) {
        state.withLock { state in
            swap(&state.piece, &piece)
            swap(&state.events, &events)
            state.done = done
            piece.begin(with: state.piece, from: done, room: room)
            events.removeAll(keepingCapacity: true)
        }
    }

    /// Puts the events to the filters.
    func run() {
        state.withLock { state in
            var part = ReplayPart()
            state.piece.withBytes { bytes in
                for event in state.events {
                    let text = UnsafeBufferPointer(rebasing: bytes[event.range])
                    do throws(UnreadableEvent) {
                        guard let found = try state.replay.take(text) else { continue }
                        part.differences.append(found)
                    } catch {
                        part.unreadable.append(
                            ReplayPart.Unreadable(line: event.line, reason: error))
                    }
                }
            }
            part.bytes = state.done
            part.events = state.events.count
            part.counts = state.replay.drain()
            state.part = part
        }
    }

    /// What came of it, which is then forgotten here.
    func give() -> ReplayPart? { state.withLock { $0.part.take() } }
}
