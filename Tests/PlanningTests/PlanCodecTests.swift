import JSON
import Planning
import Reconciling
import Testing
import Vocabulary

/// A plan in a file: what is written is read back, and nothing else is.
struct PlanCodecTests {
    @Test(arguments: [SamplePlan.full, SamplePlan.empty])
    func aPlanIsReadBackAsItWas(_ plan: Plan) throws {
        let bytes = plan.json.bytes(.pretty)
        #expect(try Plan(json: JSONValue(parsing: bytes)) == plan)
    }

    @Test(arguments: GoldenCase.all)
    func everyGoldenPlanIsReadBackAsItWas(_ golden: GoldenCase) async throws {
        guard let world = try golden.read().world else { return }
        let plan = try await world.plan().outcome.plan
        #expect(try Plan(json: JSONValue(parsing: plan.json.bytes())) == plan)
    }

    @Test(arguments: [
        Step.Operation.create, .update, .verify, .activate, .deactivate, .delete,
    ])
    func everyStepIsReadBack(_ operation: Step.Operation) throws {
        var plan = SamplePlan.full
        plan.changes[0].steps = [Step(operation), Step(operation, .ifUnverified)]
        #expect(try Plan(json: plan.json) == plan)
    }

    @Test(arguments: [
        Change.Action.create, .update, .replace, .delete, .forget, .move,
    ])
    func everyActionIsReadBack(_ action: Change.Action) throws {
        var plan = SamplePlan.full
        plan.changes[0].action = action
        #expect(try Plan(json: plan.json) == plan)
    }

    @Test(arguments: [
        Change.Cost?.none, .losesEventsUntilVerified, .receivesNothingUntilVerified,
        .stopsReceiving, .inactive,
    ])
    func everyCostIsReadBack(_ cost: Change.Cost?) throws {
        var plan = SamplePlan.full
        plan.changes[0].cost = cost
        #expect(try Plan(json: plan.json) == plan)
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        /// Where: members by name, elements by number.
        let path: [String]
        /// What is put there; nil takes it away.
        let value: JSONValue?
        let detail: String

        var testDescription: String {
            path.joined(separator: ".") + (value == nil ? " gone" : " = \(value?.text() ?? "")")
        }

        init(_ path: String, _ value: JSONValue?, _ detail: String) {
            self.path = path.split(separator: "/").map(String.init)
            self.value = value
            self.detail = detail
        }
    }

    static let damages = [
        Damage("format", nil, "plan.format: expected a whole number"),
        Damage("format", 2, "plan.format: made by another version of Tenterhook"),
        Damage("mode", "adopt", "plan.mode: expected a known word"),
        Damage("org", nil, "plan.org: expected an object"),
        Damage("org/name", 1, "plan.org.name: expected a string"),
        Damage("org/url", nil, "plan.org.url: expected a string"),
        Damage("manifest_digest", nil, "plan.manifest_digest: expected a string"),
        Damage("state", [], "plan.state: expected an object"),
        Damage("state/lineage", nil, "plan.state.lineage: expected a string"),
        Damage("state/serial", "7", "plan.state.serial: expected a whole number"),
        Damage("targets", "event_hook.leavers", "plan.targets: expected an array"),
        Damage("targets/0", "leavers", "plan.targets: expected addresses"),
        Damage("targets/0", 1, "plan.targets: expected an array of strings"),
        Damage("changes", [:], "plan.changes: expected an array"),
        Damage("changes/0", [], "plan.changes[0].address: expected a string"),
        Damage("changes/0/address", "leavers", "plan.changes[0].address: expected an address"),
        Damage("changes/1/action", "adopt", "plan.changes[1].action: expected a known word"),
        Damage("changes/0/reason", "fun", "plan.changes[0].reason: expected a known word"),
        Damage("changes/0/reason", nil, "plan.changes[0].reason: expected a string"),
        Damage("changes/0/id", nil, "plan.changes[0].id: expected a string"),
        Damage("changes/0/before", nil, "plan.changes[0].before: expected attributes"),
        Damage("changes/0/before/name", 1, "plan.changes[0].before: expected attributes"),
        Damage("changes/0/before/a[b", "", "plan.changes[0].before: expected attributes"),
        Damage("changes/0/after", "x", "plan.changes[0].after: expected attributes"),
        Damage(
            "changes/0/after/channel.config.authScheme.value", ["fingerprint": "md5:1"],
            "plan.changes[0].after: expected attributes"),
        Damage("changes/0/kept", nil, "plan.changes[0].kept: expected an array"),
        Damage("changes/0/kept/0", "a[b", "plan.changes[0].kept: expected paths"),
        Damage(
            "changes/0/was_verified", "yes", "plan.changes[0].was_verified: expected true or false"),
        Damage("changes/0/steps", nil, "plan.changes[0].steps: expected an array"),
        Damage(
            "changes/0/steps/1/operation", "adopt",
            "plan.changes[0].steps[1].operation: expected a known word"),
        Damage(
            "changes/0/steps/0/condition", nil,
            "plan.changes[0].steps[0].condition: expected a string"),
        Damage("changes/0/cost", "much", "plan.changes[0].cost: expected a known word"),
        Damage("changes/0/cost", nil, "plan.changes[0].cost: expected a string"),
        Damage("changes/0/stage", nil, "plan.changes[0].stage: expected a whole number"),
        Damage("changes/0/depends_on/0", "", "plan.changes[0].depends_on: expected addresses"),
        Damage("changes/0/rollback", nil, "plan.changes[0].rollback: expected an array"),
        Damage("changes/0/confirmation", nil, "plan.changes[0].confirmation: expected an array"),
        Damage("changes/0/last_updated", 1, "plan.changes[0].last_updated: expected a string"),
        Damage("drift", nil, "plan.drift: expected an array"),
        Damage("drift/0/kind", "moved", "plan.drift[0].kind: expected a known word"),
        Damage("drift/0/id", nil, "plan.drift[0].id: expected a string"),
        Damage("drift/0/recorded", [], "plan.drift[0].recorded: expected attributes"),
        Damage("drift/0/live", nil, "plan.drift[0].live: expected attributes"),
        Damage(
            "drift/0/live_verified", nil, "plan.drift[0].live_verified: expected true or false"),
        Damage("unchanged", nil, "plan.unchanged: expected a whole number"),
        Damage("unmanaged", nil, "plan.unmanaged: expected an array"),
        Damage("unmanaged/0/name", nil, "plan.unmanaged[0].name: expected a string"),
    ]

    @Test(arguments: damages)
    func damageIsNamedByItsPlace(_ damage: Damage) {
        let document = SamplePlan.full.json.replacing(damage.path[...], by: damage.value)
        #expect(complaint(about: document) == damage.detail)
    }

    @Test(arguments: [JSONValue.null, [], "plan", 1, [:]])
    func whatIsNoPlanAtAll(_ document: JSONValue) {
        #expect(complaint(about: document) == "plan.format: expected a whole number")
    }

    /// Why a document is no plan; nil when it is one.
    private func complaint(about document: JSONValue) -> String? {
        do throws(PlanReadingError) {
            _ = try Plan(json: document)
            return nil
        } catch {
            return error.detail
        }
    }
}

extension JSONValue {
    /// The document with the value at a path put there, or taken away.
    fileprivate func replacing(_ path: ArraySlice<String>, by value: JSONValue?) -> JSONValue {
        guard let first = path.first else { return value ?? .null }
        let rest = path.dropFirst()
        switch self {
        case .array(var items):
            guard let place = Int(first), items.indices.contains(place) else { return self }
            items[place] = items[place].replacing(rest, by: value)
            return .array(items)
        case .object(var object):
            object[first] =
                rest.isEmpty ? value : (object[first] ?? [:]).replacing(rest, by: value)
            return .object(object)
        case .null, .bool, .number, .string: return self
        }
    }
}
