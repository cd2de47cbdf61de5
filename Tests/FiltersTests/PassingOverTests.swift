import JSON
import Testing

@testable import Filters

/// That what is passed over ends where it ends, by the parser that reads all of it.
struct PassingOverTests {
    private static let steps = 1_500

    @Test func containersEndWhereTheyEnd() throws {
        var seeded = SeededJSON(seed: 11)
        for _ in 0..<Self.steps {
            let inner = (0..<seeded.below(4)).map { _ in seeded.value(3) }
            let before = Array(seeded.text().utf8)
            let container = Array(seeded.container("[", "]", inner).utf8)
            #expect((try? JSONValue(parsing: container)) != nil)
            let after = Array((seeded.space() + seeded.pick(["", ",", "}", "]]", "\"{\""])).utf8)
            (before + container + after).withUnsafeBufferPointer { bytes in
                #expect(
                    containerEnd(bytes, from: before.count) == before.count + container.count,
                    "\(String(decoding: bytes, as: UTF8.self))")
            }
            let cut = seeded.below(container.count)
            container[..<cut].withUnsafeBufferPointer { bytes in
                #expect(containerEnd(bytes, from: 0) == nil, "cut at \(cut)")
            }
        }
    }

    @Test func whatIsLookedForIsFoundBetweenAnything() throws {
        var seeded = SeededJSON(seed: 12)
        var runs = try ["event.wanted", "event.list.![wanted]", "event.list.size()"].map {
            FilterRun(CompiledFilter(try FilterExpression(parsing: $0)))
        }
        var found = 0
        for _ in 0..<Self.steps {
            let event = Array(Self.event(&seeded).utf8)
            let whole = try JSONValue(parsing: event)
            let list = whole["list"]?.array ?? []
            let expected: [EvaluatedValue] = [
                Self.text(whole["wanted"]), .list(list.map { Self.text($0["wanted"]) }),
                .int(Int32(list.count)),
            ]
            try event.withUnsafeBufferPointer { bytes in
                for place in runs.indices {
                    let value = try runs[place].result(of: bytes).get()
                    #expect(value == expected[place], "\(String(decoding: event, as: UTF8.self))")
                }
            }
            if whole["wanted"] != nil { found += 1 }
        }
        #expect(found > Self.steps / 2)
    }

    @Test func whatIsCutOffIsAFault() throws {
        var seeded = SeededJSON(seed: 13)
        var run = FilterRun(CompiledFilter(try FilterExpression(parsing: "event.wanted eq 'a'")))
        for _ in 0..<Self.steps {
            let event = Array(Self.event(&seeded).utf8)
            let cut = seeded.below(event.count)
            _ = event[..<cut].withUnsafeBufferPointer { bytes in
                #expect(throws: EventScanFault.self) { _ = try run.verdict(on: bytes) }
            }
        }
    }

    /// An event with what is looked for somewhere in it, mostly.
    private static func event(_ seeded: inout SeededJSON) -> String {
        func members(_ seeded: inout SeededJSON, _ depth: Int) -> [String] {
            var members = (0..<seeded.below(6)).map { _ in
                seeded.member(seeded.key(), seeded.value(depth))
            }
            if seeded.below(4) > 0 {
                members.insert(
                    seeded.member(seeded.pick(["\"wanted\"", "\"w\\u0061nted\""]), seeded.text()),
                    at: seeded.below(members.count + 1))
            }
            return members
        }
        var top = members(&seeded, 3)
        let elements = (0..<seeded.below(4)).map { _ in
            seeded.container("{", "}", members(&seeded, 1))
        }
        top.insert(
            seeded.member("\"list\"", seeded.container("[", "]", elements)),
            at: seeded.below(top.count + 1))
        return seeded.space() + seeded.container("{", "}", top)
    }

    private static func text(_ value: JSONValue?) -> EvaluatedValue {
        value?.string.map { .text($0) } ?? .null
    }
}
