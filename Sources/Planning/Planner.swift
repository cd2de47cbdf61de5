package import Kinds
package import State
package import Vocabulary

/// All that a plan follows from.
package struct PlanInput: Sendable {
    package var mode: Plan.Mode
    package var orgName: String
    package var orgURL: String
    package var manifestDigest: String
    /// All of the manifest's resources for this org, whatever the targets.
    package var desired: [DesiredResource]
    package var recorded: Snapshot
    /// All of the org's objects, readable secrets already replaced by their fingerprints.
    package var live: [LiveObject]
    package var policy: Policy
    /// The addresses to look at; empty for all.
    package var targets: [Address]
    /// Where the manifest prevents an address from being deleted, whatever org it is for.
    package var protected: [Address: SourceLocation]
    /// The old addresses of what was moved, by the new ones, under which it is recorded here.
    package var previous: [Address: Address]
    /// What is to be forgotten, though the org holds it.
    package var removed: Set<Address>

    package init(
        mode: Plan.Mode, orgName: String, orgURL: String, manifestDigest: String,
        desired: [DesiredResource], recorded: Snapshot, live: [LiveObject], policy: Policy,
        targets: [Address], protected: [Address: SourceLocation] = [:],
        previous: [Address: Address] = [:], removed: Set<Address> = []
    ) {
        self.mode = mode
        self.orgName = orgName
        self.orgURL = orgURL
        self.manifestDigest = manifestDigest
        self.desired = desired
        self.recorded = recorded
        self.live = live
        self.policy = policy
        self.targets = targets
        self.protected = protected
        self.previous = previous
        self.removed = removed
    }
}

/// A plan, and what speaks against it. With an error among the diagnostics it must not be applied.
package struct PlanOutcome: Sendable {
    package var plan: Plan
    package var diagnostics: [Diagnostic]
}

/// Makes plans: desired × live gives changes, recorded × live gives drift.
///
/// 1. Pair each address's desired, recorded and live sides; what is live and recorded by no address
///    is unmanaged. A reference to an object that is there becomes its id.
/// 2. Judge each pair by itself: drift, and the change with its steps and cost.
/// 3. Order the changes among each other: stages by kind, slots and names freed before their use.
/// 4. Hold the guards against the whole.
/// 5. Check what the plan promises to apply.
///
/// The result follows from the input alone, and not from the order in anything given.
package enum Planner {
    package static func plan(_ input: PlanInput) -> PlanOutcome {
        var diagnostics: [Diagnostic] = []
        let pairs = ResourcePair.all(of: input, diagnostics: &diagnostics)
        let considered = pairs.filter {
            input.targets.isEmpty || input.targets.contains($0.address)
        }

        var changes: [Change] = []
        var drift: [Drift] = []
        var unseen: [UnseenSecrets] = []
        for pair in considered {
            if let moved = pair.drift { drift.append(moved) }
            let change = pair.change(mode: input.mode, diagnostics: &diagnostics)
            if let change { changes.append(change) }
            if let secrets = pair.unseen(change) { unseen.append(secrets) }
        }

        diagnostics += References(considered: considered, live: input.live)
            .tie(&changes)
        let recordedIDs = Set(input.recorded.resources.values.map(\.id))
        let unmanaged = input.live.filter { !recordedIDs.contains($0.id) }
        ChangeOrder(live: input.live, unmanaged: unmanaged, pairs: pairs, policy: input.policy)
            .arrange(&changes, diagnostics: &diagnostics)
        diagnostics += Guards(policy: input.policy, protected: input.protected).breaches(
            in: changes, of: considered, managed: input.recorded.resources.count)
        diagnostics += PlanCheck(desired: pairs.compactMap(\.desired)).diagnostics(of: changes)

        let plan = Plan(
            mode: input.mode, orgName: input.orgName, orgURL: input.orgURL,
            manifestDigest: input.manifestDigest, stateLineage: input.recorded.lineage,
            stateSerial: input.recorded.serial, targets: input.targets.sorted(),
            changes: changes, drift: drift,
            unchanged: considered.count { pair in
                pair.recorded != nil && !changes.contains { $0.address == pair.address }
            },
            unmanaged: unmanaged.map { Unmanaged(kind: $0.kind.name, id: $0.id, name: $0.name) }
                .sorted { ($0.kind, $0.name, $0.id) < ($1.kind, $1.name, $1.id) },
            unseen: unseen)
        return PlanOutcome(plan: plan, diagnostics: diagnostics)
    }
}
