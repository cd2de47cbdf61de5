extension EventHooks: OrgCollection {
    init() {
        self.init([])
    }

    static let stateKey = "eventHooks"

    var state: LabJSON { .array(all.map(\.state)) }

    /// Takes hooks as `state` writes them, or as people do: what a create needs is enough.
    ///
    /// None of the API's limits apply: a state may hold what an org could not be brought to.
    init(state: LabJSON, now: Timestamp) throws(StateFault) {
        guard let items = state.items else { throw StateFault("eventHooks is not an array") }
        var limitless = LabOrg.Configuration()
        limitless.maximumEventTypes = .max
        limitless.switches.unknownFilters = .accept
        var hooks: [EventHook] = []
        for item in items {
            let hook = try Self.hook(item, now: now, limitless)
            if hooks.contains(where: { $0.id == hook.id }) {
                throw StateFault("two event hooks have the id \(hook.id)")
            }
            hooks.append(hook)
        }
        self.init(hooks)
    }

    private static func hook(
        _ item: LabJSON, now: Timestamp, _ configuration: LabOrg.Configuration
    ) throws(StateFault) -> EventHook {
        let draft: EventHookDraft
        do {
            draft = try EventHookDraft(item, configuration: configuration)
        } catch {
            throw StateFault(
                "an event hook: " + ([error.summary] + error.causes).joined(separator: "; "))
        }
        let created = try item.moment("created") ?? now.wholeSecond
        let verification = item["verificationStatus"]?.text ?? "UNVERIFIED"
        guard let verification = EventHook.Verification(rawValue: verification) else {
            throw StateFault("verificationStatus cannot be \(verification)")
        }
        return EventHook(
            id: item["id"]?.text ?? Identifiers.object("who"), status: draft.status ?? .active,
            verification: verification, name: draft.name, description: draft.description,
            created: created,
            createdBy: item["createdBy"]?.text ?? Principal(token: "").id,
            lastUpdated: try item.moment("lastUpdated") ?? created, events: draft.events,
            filter: draft.filter, channel: draft.channel)
    }
}
