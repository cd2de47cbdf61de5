import Kinds
import Planning
import Reconciling
import State
import Testing
import Vocabulary

@testable import Fakes

@Suite("Moved and removed")
struct RelocationTests {
    private static let place = SourceLocation(file: "tenterhook.yaml", line: 9, column: 5)
    private let old = Hook("leavers")
    private let new = Hook("terminations", name: "leavers", url: "https://leavers.example/hook")

    private func order(_ life: Lifeline = Lifeline()) -> World.Order {
        var order = World.Order(life: life)
        order.relocations.moves = [.init(from: old.address, to: new.address, at: Self.place)]
        return order
    }

    @Test func aMoveIsOneWriteOfTheStateAndNoneOfTheOrg() async throws {
        let world = World()
        try await world.settle([old])
        let id = try await world.snapshot.resources[old.address]?.id
        let puts = await world.backend.puts
        let applied = try await world.apply([new], order())
        #expect(applied.plan.changes.map(\.action) == [.move])
        #expect(applied.plan.changes[0].previousAddress == old.address)
        #expect(applied.report.results == [new.address: .confirmed])
        #expect(await world.backend.puts == puts + 1)
        #expect(await world.requests == ["list event_hook"])
        let snapshot = try await world.snapshot
        #expect(snapshot.resources.keys.map(\.key) == ["terminations"])
        #expect(snapshot.resources[new.address]?.id == id)
        // From now on the entry says nothing.
        #expect(try await world.plan([new], order()).outcome.plan.isEmpty)
    }

    @Test func aMoveAndAChangeSurviveDeathAtEveryMoment() async throws {
        let moved = new.description("moved")
        let trial = World()
        try await trial.settle([old])
        let puts = await trial.backend.puts
        _ = try await trial.apply([moved], order())
        let count = (requests: await trial.requests.count, puts: await trial.backend.puts - puts)
        #expect(count.puts >= 3)
        let deaths =
            (1...count.requests).flatMap { [Lifeline.Death.beforeRequest($0), .afterRequest($0)] }
            + (1...count.puts).flatMap { [Lifeline.Death.beforePut($0), .afterPut($0)] }
        for death in deaths {
            let world = World()
            try await world.settle([old])
            let id = try await world.snapshot.resources[old.address]?.id
            do {
                _ = try await world.apply([moved], order(Lifeline(death)))
            } catch {
                #expect(!(error is World.Refused), "\(death)")
            }
            let applied = try await world.apply([moved], order())
            #expect(applied.report.verdict == .complete, "\(death)")
            let snapshot = try await world.snapshot
            #expect(snapshot.resources.keys.map(\.key) == ["terminations"], "\(death)")
            #expect(snapshot.resources[new.address]?.id == id, "\(death)")
            #expect(snapshot.intents == [:], "\(death)")
            #expect(await world.org.hooks.keys.sorted() == [id], "\(death)")
            #expect(await world.org.named("leavers")?.description == "moved", "\(death)")
            #expect(try await world.plan([moved], order()).outcome.plan.isEmpty, "\(death)")
        }
    }

    @Test func anOpenWriteGoesAlong() async throws {
        let world = World()
        try await world.settle([old])
        try await world.rewrite { snapshot in
            snapshot.intents[old.address] = Intent(
                operation: .verify, id: snapshot.resources[old.address]?.id,
                attributes: Attributes(), time: "2026-08-01T00:00:00Z")
        }
        let applied = try await world.apply([new], order())
        #expect(
            applied.planned.settlements.map { $0.hasPrefix("event_hook.terminations:") } == [true])
        #expect(try await world.snapshot.intents == [:])
        #expect(try await world.snapshot.resources.keys.map(\.key) == ["terminations"])
    }

    @Test func aMoveThatIsNotTargetedIsNotRecorded() async throws {
        let world = World()
        let other = Hook("other")
        try await world.settle([old, other])
        var order = order()
        order.targets = [other.address]
        _ = try await world.apply([new, other.description("moved")], order)
        #expect(
            try await world.snapshot.resources.keys.map(\.key).sorted() == ["leavers", "other"])
    }

    @Test func aSavedPlanWithAMoveIsApplied() async throws {
        let world = World()
        try await world.settle([old])
        var order = order()
        let saved = try Plan(json: try await world.plan([new], order).outcome.plan.json)
        order.saved = saved
        let again = try await world.plan([new], order)
        #expect(Staleness.of(saved, against: again.outcome.plan) == nil)
        #expect(try await world.carryOut(again, order).verdict == .complete)
        #expect(
            Staleness.of(saved, against: try await world.plan([new], order).outcome.plan) != nil)
    }

    @Test func whatIsRemovedIsForgottenAndStays() async throws {
        let world = World()
        let other = Hook("other")
        try await world.settle([old, other])
        var order = World.Order()
        order.relocations.removals = [.init(old.address, at: Self.place)]
        let applied = try await world.apply([other], order)
        #expect(applied.plan.changes.map(\.action) == [.forget])
        #expect(applied.plan.drift == [])
        #expect(await world.requests == ["list event_hook"])
        #expect(await world.org.named("leavers")?.isActive == true)
        #expect(try await world.snapshot.resources.keys.map(\.key) == ["other"])
        let plan = try await world.plan([other], order).outcome.plan
        #expect(plan.isEmpty && plan.unmanaged.map(\.name) == ["leavers"])
    }

    @Test func everyKindMovesAndIsForgotten() async throws {
        let world = World()
        for name in ["KEPT", "ROTATED"] { world.secrets[name] = FakeSecrets.value(of: name) }
        try await world.settle(EveryKindScene.before)
        let addresses = EveryKindScene.before.map(\.declaration.address)
        var moves = World.Order()
        moves.relocations.moves = addresses.map {
            .init(from: $0, to: Address(kind: $0.kind, key: "moved-\($0.key)"), at: Self.place)
        }
        let moved = EveryKindScene.before.map { Redirected(declaration: $0.declaration.moved) }
        let applied = try await world.apply(moved, moves)
        #expect(Set(applied.plan.changes.map(\.action)) == [.move])
        #expect(applied.plan.changes.count == addresses.count)
        #expect(await world.org.requests.allSatisfy(\.isRead))
        #expect(try await world.plan(moved).outcome.plan.isEmpty)

        var removals = World.Order()
        removals.relocations.removals = moved.map { .init($0.declaration.address, at: Self.place) }
        await world.org.startCounting()
        let forgotten = try await world.apply([], removals)
        #expect(Set(forgotten.plan.changes.map(\.action)) == [.forget])
        #expect(await world.org.requests.allSatisfy(\.isRead))
        #expect(try await world.snapshot.resources == [:])
    }
}

/// A declaration that was made of another one.
private struct Redirected: Declared {
    let declaration: ResourceDeclaration
}

extension ResourceDeclaration {
    /// The same under an address with `moved-` before its key, as are those that it refers to.
    fileprivate var moved: ResourceDeclaration {
        func moved(_ address: Address) -> Address {
            Address(kind: address.kind, key: "moved-\(address.key)")
        }
        return ResourceDeclaration(
            kind: kind, address: moved(address),
            values: values.mapValues { value in
                if case .plain(.reference(let address)) = value {
                    .plain(.reference(moved(address)))
                } else {
                    value
                }
            },
            declared: declared, verify: verify, lifecycle: lifecycle, location: location)
    }
}
