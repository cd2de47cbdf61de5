/// The org's inline hooks, and the rules by which they change.
struct InlineHooks: Sendable {
    private(set) var all: [InlineHook]

    init(_ hooks: [InlineHook]) {
        all = hooks
    }

    /// The ids of the hook keys that hooks refer to, be they active or not.
    var usedKeys: Set<String> { Set(all.compactMap(\.channel.hookKeyID)) }

    func hook(_ id: String) throws(OktaError) -> InlineHook {
        try all.object(id)
    }

    /// Born active, whatever the body says.
    mutating func create(
        _ draft: InlineHookDraft, keys: HookKeys, at now: Timestamp,
        _ configuration: LabOrg.Configuration
    ) throws(OktaError) -> InlineHook {
        guard let type = draft.type else {
            throw .invalid("inlineHook", ["type: The field cannot be left blank"])
        }
        try all.requireFreeName(draft.name, except: nil)
        try Self.requireSecret(draft.channel)
        try Self.requireKey(draft.channel, among: keys)
        if all.count >= configuration.maximumInlineHooks {
            throw .invalid(
                "inlineHook",
                ["The maximum of \(configuration.maximumInlineHooks) inline hooks is reached"])
        }
        let hook = InlineHook(
            id: Identifiers.object("cal"), status: .active, name: draft.name, type: type,
            version: draft.version, channel: draft.channel, created: now.wholeSecond,
            lastUpdated: now.wholeSecond)
        all.append(hook)
        return hook
    }

    /// Replaces all but the type and the status.
    mutating func replace(
        _ id: String, with draft: InlineHookDraft, keys: HookKeys, at now: Timestamp,
        _ switches: OrgSwitches
    ) throws(OktaError) -> InlineHook {
        var hook = try hook(id)
        try draft.check(against: hook.type)
        try all.requireFreeName(draft.name, except: id)
        try Self.requireKey(draft.channel, among: keys)
        let channel: InlineHookChannel
        switch switches.secretOmitted {
        case .refuse:
            try Self.requireSecret(draft.channel)
            channel = draft.channel
        case .clear: channel = draft.channel
        case .keep: channel = draft.channel.completed(from: hook.channel)
        }
        hook.name = draft.name
        hook.version = draft.version
        hook.channel = channel
        hook.lastUpdated = now.wholeSecond
        all.store(hook)
        return hook
    }

    mutating func setStatus(
        _ status: HookStatus, of id: String, at now: Timestamp, _ switches: OrgSwitches
    ) throws(OktaError) -> (hook: InlineHook, isChanged: Bool) {
        var hook = try hook(id)
        guard hook.status != status else {
            if switches.repeatedLifecycle == .accept { return (hook, false) }
            throw .invalid("inlineHook", ["status: The inline hook is already \(status.rawValue)"])
        }
        hook.status = status
        hook.lastUpdated = now.wholeSecond
        all.store(hook)
        return (hook, true)
    }

    mutating func delete(_ id: String, _ switches: OrgSwitches) throws(OktaError) -> InlineHook {
        try all.delete(id, switches)
    }
}

extension InlineHooks {
    private static func requireSecret(_ channel: InlineHookChannel) throws(OktaError) {
        if let field = channel.missingSecret {
            throw .invalid("inlineHook", ["\(field): The field cannot be left blank"])
        }
    }

    /// That Okta refuses an unknown key is inferred.
    private static func requireKey(
        _ channel: InlineHookChannel, among keys: HookKeys
    ) throws(OktaError) {
        if let id = channel.hookKeyID, !keys.all.contains(where: { $0.id == id }) {
            throw .invalid("inlineHook", ["channel.config.hookKeyId: There is no hook key \(id)"])
        }
    }
}
