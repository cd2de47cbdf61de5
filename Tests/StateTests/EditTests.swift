import Seeding
import State
import Testing
import Vocabulary

/// Edits as values.
@Suite struct EditTests {
    @Test func theEditsBetweenTwoSnapshotsMakeOneOfTheOther() {
        var seeded = SeededSnapshots(seed: 11)
        for _ in 0..<2000 {
            let (from, to) = (seeded.snapshot(), seeded.snapshot())
            let made = from.applying(from.edits(to: to))
            #expect(made.resources == to.resources)
            #expect(made.intents == to.intents)
            #expect(made.lineage == from.lineage && made.serial == from.serial)
            #expect(to.edits(to: to) == [])
        }
    }

    /// However a run groups its edits, the state is the same.
    @Test func groupsDoNotMatter() {
        var seeded = SeededSnapshots(seed: 12)
        for _ in 0..<500 {
            let base = seeded.snapshot()
            let edits = (0..<4).flatMap { _ in base.edits(to: seeded.snapshot()) }
            let whole = base.applying(edits)
            let cut = edits.isEmpty ? 0 : Int.random(in: 0...edits.count, using: &seeded.generator)
            #expect(base.applying(edits[..<cut]).applying(edits[cut...]) == whole)
            var stepwise = base
            for edit in edits { stepwise.apply([edit]) }
            #expect(stepwise == whole)
        }
    }

    @Test func eachEditDoesWhatItsNameSays() {
        let (a, b) = (Address(kind: "event_hook", key: "a"), Address(kind: "event_hook", key: "b"))
        let resource = RecordedResource(id: "who1", attributes: Attributes())
        let intent = Intent(operation: .update, id: "who1", attributes: Attributes(), time: "t")
        let base = Snapshot(
            lineage: "l", org: "o", resources: [a: resource], intents: [a: intent])
        #expect(base.applying([.withdraw(a)]).intents.isEmpty)
        #expect(base.applying([.withdraw(a)]).resources == [a: resource])
        #expect(base.applying([.drop(a)]).resources.isEmpty)
        #expect(base.applying([.drop(a)]).intents == [a: intent])
        #expect(base.applying([.forget(a)]) == Snapshot(lineage: "l", org: "o"))
        #expect(base.applying([.move(from: a, to: b)]).resources == [b: resource])
        #expect(base.applying([.move(from: a, to: b)]).intents == [b: intent])
        #expect(base.applying([.announce(b, intent)]).intents.count == 2)
        #expect(base.applying([.record(b, resource)]).resources.count == 2)
    }
}
