extension InlineHooks: OrgCollection {
    init() {
        self.init([])
    }

    static let stateKey = "inlineHooks"

    var state: LabJSON { .array(all.map(\.state)) }

    /// Takes hooks as `state` writes them, or as people do: what a create needs is enough.
    ///
    /// None of the API's limits apply: a state may hold what an org could not be brought to.
    init(state: LabJSON, now: Timestamp) throws(StateFault) {
        guard let items = state.items else { throw StateFault("inlineHooks is not an array") }
        var hooks: [InlineHook] = []
        for item in items {
            let hook = try Self.hook(item, now: now)
            if hooks.contains(where: { $0.id == hook.id }) {
                throw StateFault("two inline hooks have the id \(hook.id)")
            }
            hooks.append(hook)
        }
        self.init(hooks)
    }

    private static func hook(_ item: LabJSON, now: Timestamp) throws(StateFault) -> InlineHook {
        let draft: InlineHookDraft
        do {
            draft = try InlineHookDraft(item, needsType: true)
        } catch {
            throw StateFault(
                "an inline hook: " + ([error.summary] + error.causes).joined(separator: "; "))
        }
        guard let type = draft.type else { throw StateFault("an inline hook has no type") }
        let status = item["status"]?.text ?? "ACTIVE"
        guard let status = HookStatus(rawValue: status) else {
            throw StateFault("status cannot be \(status)")
        }
        let created = try item.moment("created") ?? now.wholeSecond
        return InlineHook(
            id: item["id"]?.text ?? Identifiers.object("cal"), status: status, name: draft.name,
            type: type, version: draft.version, channel: draft.channel, created: created,
            lastUpdated: try item.moment("lastUpdated") ?? created)
    }
}
