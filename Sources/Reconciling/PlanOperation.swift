package import Kinds
package import Planning
package import Ports
package import State
package import Vocabulary

/// What a plan is asked for.
package struct PlanRequest: Sendable {
    package var mode: Plan.Mode
    package var orgName: String
    package var orgURL: String
    package var manifestDigest: String
    package var declarations: [ResourceDeclaration]
    package var policy: Policy
    package var targets: [Address]
    /// Where the manifest prevents an address from being deleted, whatever org it is for.
    package var protected: [Address: SourceLocation]
    /// The manifest's `moved` and `removed`.
    package var relocations: Relocations
    /// A saved plan that this one will be compared with.
    package var saved: Plan?

    package init(
        mode: Plan.Mode, orgName: String, orgURL: String, manifestDigest: String,
        declarations: [ResourceDeclaration], policy: Policy, targets: [Address] = [],
        protected: [Address: SourceLocation] = [:], relocations: Relocations = Relocations(),
        saved: Plan? = nil
    ) {
        self.mode = mode
        self.orgName = orgName
        self.orgURL = orgURL
        self.manifestDigest = manifestDigest
        self.declarations = declarations
        self.policy = policy
        self.targets = targets
        self.protected = protected
        self.relocations = relocations
        self.saved = saved
    }
}

/// What came of it: the plan, and all that apply needs to carry it out.
package struct PlanResult: Sendable {
    package var outcome: PlanOutcome
    /// The state with what was moved under its new addresses, and the intents of an unfinished run
    /// settled; not written yet.
    package var settled: Snapshot
    /// What the last run left open and how it turned out.
    package var settlements: [String]
    package var desired: [DesiredResource]
    /// Masked, under the addresses that hold them.
    package var live: [LiveObject]
    package var usage: OrgUsage
    /// What uses the objects; nil when it was not asked for.
    package var whereUsed: WhereUsed?
}

/// Makes a plan: reads the org, one list call a kind, and never writes, neither to it nor to the
/// state. Secrets are resolved and fingerprinted while the answers are awaited.
package struct PlanOperation: Sendable {
    private let org: any OrgReader
    private let knowledge: SecretKnowledge
    /// What is wrong with a secret that is to be a URL; the manifest's own URLs were checked before.
    private let checkURL: @Sendable (String, Policy) -> Diagnostic?

    package init(
        org: any OrgReader, knowledge: SecretKnowledge,
        checkURL: @escaping @Sendable (String, Policy) -> Diagnostic?
    ) {
        self.org = org
        self.knowledge = knowledge
        self.checkURL = checkURL
    }

    package func run(
        _ request: PlanRequest, snapshot recorded: Snapshot
    ) async throws(OrgError) -> PlanResult {
        let moved = MovedSnapshot(recorded, request.relocations, targets: request.targets)
        let snapshot = moved.snapshot
        let masking = Masking(knowledge: knowledge, planned: request.saved?.changes ?? [])
        // To delete, no secret is needed, and none that is missing must be in the way.
        let declarations =
            request.mode == .destroy
            ? request.declarations.map(\.withoutSecrets) : request.declarations
        async let desiredSide = masking.desired(
            declarations, recorded: snapshot, policy: request.policy, check: checkURL)
        let listed = await org.listing(of: kinds(of: request, snapshot))
        let (desired, diagnostics) = await desiredSide
        let objects = try listed.get()

        let view = MaskedView(masking: masking, desired: desired, snapshot: snapshot)
        var settled = snapshot
        let settlements = await view.settle(&settled, objects)
        let masked = await view.masked(objects, recorded: settled)
        let input = PlanInput(
            mode: request.mode, orgName: request.orgName, orgURL: request.orgURL,
            manifestDigest: request.manifestDigest, desired: desired, recorded: masked.recorded,
            live: masked.live, policy: request.policy, targets: request.targets,
            protected: request.protected, previous: moved.previous,
            removed: Set(request.relocations.removals.map(\.address)))
        var outcome = Planner.plan(input)
        let typos = RelocationTypos(
            in: outcome.plan, request.relocations, desired: desired, recorded: snapshot)
        outcome.diagnostics =
            diagnostics + moved.diagnostics + outcome.diagnostics + typos.warnings
        return PlanResult(
            outcome: outcome, settled: settled, settlements: settlements, desired: desired,
            live: masked.live, usage: await org.usage())
    }

    /// The kinds that the manifest or the state holds; no others are asked for.
    private func kinds(of request: PlanRequest, _ snapshot: Snapshot) -> [ResourceKind] {
        let named = Set(request.declarations.map(\.kind.name))
            .union(snapshot.resources.keys.map(\.kind)).union(snapshot.intents.keys.map(\.kind))
        return KindRegistry.all.filter { named.contains($0.name) }
    }
}
