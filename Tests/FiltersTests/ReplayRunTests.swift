import JSON
import Testing

@testable import Filters

/// That a replay comes to the same, however it is cut up and on however many threads.
struct ReplayRunTests {
    /// All that a replay tells, in its order.
    struct Outcome: Hashable {
        var tally = ReplayTally()
        var differences: [ReplayDifference] = []
        var unreadable: [ReplayPart.Unreadable] = []
        var broken: BrokenLog?
        /// Of a log that is not broken.
        var bytes = 0
        var events = 0
    }

    /// One event after the other, as the log stands there.
    static func plain(_ replay: FilterReplay, _ log: [UInt8]) -> Outcome {
        var (replay, outcome, splitter) = (replay, Outcome(), LogSplitter())
        log.withUnsafeBufferPointer { bytes in
            do throws(BrokenLog) {
                _ = try splitter.take(bytes, isLast: true) { range, line in
                    outcome.events += 1
                    do throws(UnreadableEvent) {
                        let text = UnsafeBufferPointer(rebasing: bytes[range])
                        if let found = try replay.take(text) { outcome.differences.append(found) }
                    } catch {
                        outcome.unreadable.append(
                            ReplayPart.Unreadable(line: line, reason: error))
                    }
                }
            } catch {
                outcome.broken = error
            }
        }
        outcome.tally.add(replay.drain())
        if outcome.broken == nil { outcome.bytes = log.count }
        return outcome
    }

    /// - Parameter steps: how many bytes come at once, one after the other.
    static func run(
        _ replay: FilterReplay, _ log: [UInt8], workers: Int, room: Int, steps: [Int]
    ) async throws -> Outcome {
        var outcome = Outcome()
        var (position, turn) = (0, 0)
        do {
            try await ReplayRun(replay, workers: workers, room: room).run { piece in
                let step = steps[turn % steps.count]
                turn += 1
                if turn % 3 == 0 {
                    // As pages come.
                    let end = min(log.count, position + step)
                    piece.append(Array(log[position..<end]))
                    position = end
                } else {
                    piece.fill { room in
                        let count = min(room.count, step, log.count - position)
                        room.copyBytes(from: log[position..<position + count])
                        position += count
                        return count
                    }
                }
                return position < log.count
            } give: { part in
                outcome.tally.add(part.counts)
                outcome.differences += part.differences
                outcome.unreadable += part.unreadable
                outcome.bytes += part.bytes
                outcome.events += part.events
            }
        } catch let broken as BrokenLog {
            outcome.broken = broken
            outcome.bytes = 0
        }
        return outcome
    }

    static func hooks() throws -> [FilterReplay] {
        func filter(_ text: String) throws -> FilterExpression {
            try FilterExpression(parsing: text)
        }
        let sales = try filter(
            "event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size() > 0")
        let named = try filter("event.actor.displayName.startsWith('A')")
        let live = Subscription(
            events: ["group.user_membership.add", "user.session.start"],
            filters: ["group.user_membership.add": sales])
        let desired = Subscription(
            events: ["group.user_membership.add", "user.session.end"],
            filters: ["group.user_membership.add": named, "user.session.end": sales])
        return [
            FilterReplay(desired: desired, live: live), FilterReplay(desired: desired, live: nil),
            FilterReplay(desired: Subscription(everythingThrough: named), live: nil),
        ]
    }

    /// A log of either form, with what is no event among what is.
    static func log(_ seeded: inout SeededJSON, events count: Int) -> [UInt8] {
        var events = SeededEvents(seed: UInt64(seeded.below(1_000_000)))
        var pieces: [String] = []
        let isArray = seeded.below(2) == 0
        for number in 0..<count {
            guard var event = events.next().object else { continue }
            event["uuid"] = .string("\(number)")
            event["published"] = .string("2026-11-16T08:00:\(10 + seeded.below(50)).000Z")
            if seeded.below(3) == 0 { event["eventType"] = .string("type.\(seeded.below(9))") }
            switch seeded.below(20) {
            case 0: pieces.append(isArray ? "{}" : "")
            case 1: pieces.append(isArray ? #"{"a":[}}"# : "Nov 21 15:26 okta {\"")
            case 2:
                pieces.append(
                    JSONValue.object(event).text(.pretty).filter { isArray || $0 != "\n" })
            default: pieces.append(JSONValue.object(event).text())
            }
        }
        guard isArray else {
            return Array(pieces.joined(separator: seeded.pick(["\n", "\r\n", "\n\n"])).utf8)
        }
        var text = "["
        for (place, piece) in pieces.enumerated() {
            text += piece
            if place == pieces.count - 1 { break }
            text += seeded.pick([",", " ,\n", ",", "]\n[", "][", seeded.below(40) == 0 ? "x" : ","])
        }
        return Array((text + "]").utf8)
    }

    @Test func anyNumberOfThreadsComesToTheSame() async throws {
        var seeded = SeededJSON(seed: 21)
        let hooks = try Self.hooks()
        var (differing, unreadable, broken) = (0, 0, 0)
        for round in 0..<48 {
            let hook = hooks[round % hooks.count]
            let log = Self.log(&seeded, events: seeded.pick([0, 1, 30, 200]))
            let expected = Self.plain(hook, log)
            differing += expected.differences.count
            unreadable += expected.unreadable.count
            broken += expected.broken == nil ? 0 : 1
            for workers in [1, 2, 4] {
                let steps = (0..<5).map { _ in 1 + seeded.below(seeded.pick([20, 3000, 100_000])) }
                let room = 1 + seeded.below(seeded.pick([50, 5000, 100_000]))
                let outcome = try await Self.run(
                    hook, log, workers: workers, room: room, steps: steps)
                #expect(outcome == expected, "round \(round), \(workers) workers, room \(room)")
            }
        }
        #expect(differing > 100 && unreadable > 40 && broken > 0)
    }

    @Test("which types are told apart does not depend on the pieces")
    func manyTypes() async throws {
        let hook = FilterReplay(
            desired: Subscription(everythingThrough: try FilterExpression(parsing: "true")),
            live: nil)
        var seeded = SeededJSON(seed: 22)
        let lines = (0..<9000).map { _ in #"{"eventType":"type.\#(seeded.below(6000))"}"# }
        let log = Array(lines.joined(separator: "\n").utf8)
        let expected = Self.plain(hook, log)
        #expect(expected.tally.types.count == ReplayTally.mostTypes)
        #expect(expected.tally.seen == 9000)
        for room in [500, 20_000, 200_000] {
            let outcome = try await Self.run(
                hook, log, workers: 2, room: room, steps: [1 << 20])
            #expect(outcome == expected, "room \(room)")
        }
    }

    struct Unplugged: Error {}

    @Test("what was read before the source failed is given on") func brokenSource() async throws {
        let hook = try Self.hooks()[2]
        var (seen, turn) = (0, 0)
        await #expect(throws: Unplugged.self) {
            try await ReplayRun(hook, workers: 2, room: 100).run { piece in
                turn += 1
                if turn > 5 { throw Unplugged() }
                piece.append(Array("{\"eventType\":\"a\",\"actor\":{}}\n".utf8))
                return true
            } give: { part in
                seen += part.events
            }
        }
        #expect(seen == 5)
    }

    @Test("filters that share a tape say what each says by itself") func sharedTape() throws {
        let corpus = DifferentialTests.corpus(seed: 31, count: 600)
        let filters = corpus.questions.compactMap { try? FilterExpression(parsing: $0.expression) }
        let types = filters.indices.map { "type.\($0)" }
        var shared = FilterReplay(
            desired: Subscription(
                events: types, filters: Dictionary(uniqueKeysWithValues: zip(types, filters))),
            live: nil)
        var delivered = 0
        for (place, filter) in filters.enumerated() {
            var alone = FilterRun(CompiledFilter(filter))
            for var event in corpus.events.prefix(6).compactMap(\.object) {
                event["eventType"] = .string(types[place])
                try JSONValue.object(event).bytes().withUnsafeBufferPointer { bytes in
                    let verdict = try alone.verdict(on: bytes)
                    #expect(try shared.take(bytes) == nil)
                    var tally = ReplayTally()
                    tally.add(shared.drain())
                    let fates = tally.desired
                    #expect((fates.delivered == 1) == (verdict == .delivered), "\(filter.text)")
                    #expect((fates.dropped == 1) == (verdict == .dropped), "\(filter.text)")
                    delivered += fates.delivered
                }
            }
        }
        #expect(delivered > 150)
    }
}
