import Kinds
import Planning
import State
import Testing
import Vocabulary

/// A plan that breaks a promise is a bug report, and never an apply.
@Suite struct PlanCheckTests {
    private static let address = Address(kind: "event_hook", key: "leavers")
    private static let other = Address(kind: "event_hook", key: "movers")

    private static func desired(_ name: String = "Leavers") -> DesiredResource {
        DesiredResource(
            kind: .eventHook, address: address,
            attributes: Attributes([
                AttributePath("name"): .text(name), AttributePath("events.items"): .names(["a.b"]),
            ]), declared: ["name", "events.items", "description"], verify: true,
            lifecycle: .init())
    }

    /// A valid update of the name.
    private static func update() -> Change {
        var before = desired().attributes
        before["name"] = .text("Old")
        return Change(
            address: address, action: .update, reason: .differs, id: "who1", before: before,
            after: desired().attributes, wasVerified: true,
            steps: [Step(.update), Step(.verify, .ifUnverified)], stage: 2)
    }

    @Test func aPlanThatKeepsItsPromisesPasses() {
        #expect(PlanCheck(desired: [Self.desired()]).violations(in: [Self.update()]) == [])
    }

    /// A way to break one promise, and a word of what is then said.
    struct Damage: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let word: String
        let apply: @Sendable (inout Change) -> Void

        init(_ what: String, _ word: String, _ apply: @escaping @Sendable (inout Change) -> Void) {
            testDescription = what
            self.word = word
            self.apply = apply
        }
    }

    @Test(arguments: [
        Damage("a name that isn't the declared one", "name") { $0.after["name"] = .text("Other") },
        Damage("a declared list that is missing", "events") { $0.after["events.items"] = nil },
        Damage("a value where none is declared", "description") {
            $0.after["description"] = .text("kept by mistake")
        },
        Damage("a write without a difference", "without a difference") { $0.before = $0.after },
        Damage("an update without an ID", "ID") { $0.id = nil },
        Damage("no steps", "steps") { $0.steps = [] },
        Damage("a dependency that isn't there", "doesn't change") { $0.dependsOn = [other] },
        Damage("a needless verification", "verified") { $0.steps = [Step(.verify)] },
    ])
    func aBrokenPromiseIsFound(damage: Damage) throws {
        var change = Self.update()
        damage.apply(&change)
        let check = PlanCheck(desired: [Self.desired()])
        let violations = check.violations(in: [change])
        #expect(violations.count == 1, "\(violations)")
        #expect(violations.first?.contains(damage.word) == true, "\(violations)")
        let diagnostics = check.diagnostics(of: [change])
        #expect(diagnostics.map(\.rule.id) == ["planner-bug"])
        #expect(diagnostics.allSatisfy { $0.severity == .error && !$0.isGuard })
    }

    @Test func anAddressHasOneChange() {
        let twice = [Self.update(), Self.update()]
        #expect(PlanCheck(desired: [Self.desired()]).violations(in: twice).count == 1)
    }

    @Test func aDependencyComesFirst() {
        var late = Change(
            address: Self.other, action: .delete, reason: .notInTheManifest, id: "who2",
            steps: [Step(.delete)], stage: 3)
        var change = Self.update()
        change.dependsOn = [Self.other]
        let check = PlanCheck(desired: [Self.desired()])
        #expect(check.violations(in: [change, late]).count == 1)
        late.stage = 2
        #expect(check.violations(in: [change, late]) == [])
    }

    @Test func aWriteOfWhatIsNotDeclaredIsFound() {
        #expect(
            PlanCheck(desired: []).violations(in: [Self.update()])
                == ["`event_hook.leavers` isn't in the manifest"])
    }
}
