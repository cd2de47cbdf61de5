/// The org's event hooks, and the rules by which they change.
struct EventHooks: Sendable {
    private(set) var all: [EventHook]

    init(_ hooks: [EventHook] = []) {
        all = hooks
    }

    func hook(_ id: String) throws(OktaError) -> EventHook {
        try all.object(id)
    }

    /// Born active and unverified, whatever the body says.
    mutating func create(
        _ draft: EventHookDraft, by principal: Principal, at now: Timestamp,
        _ configuration: LabOrg.Configuration
    ) throws(OktaError) -> EventHook {
        try all.requireFreeName(draft.name, except: nil)
        if let auth = draft.channel.auth, auth.value == nil { throw Self.missingSecret }
        try requireFreeSlot(configuration)
        let hook = EventHook(
            id: Identifiers.object("who"), status: .active, verification: .unverified,
            name: draft.name, description: draft.description, created: now.wholeSecond,
            createdBy: principal.id, lastUpdated: now.wholeSecond, events: draft.events,
            filter: draft.filter, channel: draft.channel)
        all.append(hook)
        return hook
    }

    /// Replaces the whole hook; `answered` is what the API gives back.
    ///
    /// A PUT that resets the verification was recorded to answer with the old `lastUpdated`,
    /// which the next read no longer shows.
    mutating func replace(
        _ id: String, with draft: EventHookDraft, at now: Timestamp,
        _ configuration: LabOrg.Configuration
    ) throws(OktaError) -> (before: EventHook, answered: EventHook) {
        let before = try hook(id)
        try all.requireFreeName(draft.name, except: id)
        let channel = try channel(draft.channel, replacing: before.channel, configuration.switches)
        if draft.status == .active, before.status == .inactive {
            try requireFreeSlot(configuration, activating: true)
        }
        let isReset =
            before.verification == .verified
            && Self.resets(from: before.channel, to: channel, configuration.switches.resetOn)
        var hook = before
        hook.name = draft.name
        hook.description = draft.description
        hook.events = draft.events
        hook.filter = draft.filter
        hook.channel = channel
        hook.status = draft.status ?? before.status
        if isReset { hook.verification = .unverified }
        hook.lastUpdated = now.wholeSecond
        all.store(hook)
        if isReset { hook.lastUpdated = before.lastUpdated }
        return (before, hook)
    }

    mutating func setStatus(
        _ status: HookStatus, of id: String, at now: Timestamp,
        _ configuration: LabOrg.Configuration
    ) throws(OktaError) -> (before: EventHook, after: EventHook) {
        let before = try hook(id)
        guard before.status != status else {
            if configuration.switches.repeatedLifecycle == .accept { return (before, before) }
            throw .invalid("eventHook", ["status: The event hook is already \(status.rawValue)"])
        }
        if status == .active { try requireFreeSlot(configuration, activating: true) }
        var hook = before
        hook.status = status
        hook.lastUpdated = now.wholeSecond
        all.store(hook)
        return (before, hook)
    }

    /// Marks the hook verified, if its channel still is the one that passed.
    mutating func pass(
        _ id: String, channel: EventHook.Channel, at now: Timestamp
    ) throws(OktaError) -> EventHook? {
        var hook = try hook(id)
        guard hook.channel == channel else { return nil }
        hook.verification = .verified
        hook.lastUpdated = now.wholeSecond
        all.store(hook)
        return hook
    }

    mutating func delete(_ id: String, _ switches: OrgSwitches) throws(OktaError) -> EventHook {
        try all.delete(id, switches)
    }
}

extension EventHooks {
    private static let missingSecret = OktaError.invalid(
        "eventHook", ["channel.config.authScheme.value: The field cannot be left blank"])

    private func requireFreeSlot(
        _ configuration: LabOrg.Configuration, activating: Bool = false
    ) throws(OktaError) {
        let taken: Int
        switch configuration.switches.limitCounts {
        case .all where activating: return
        case .all: taken = all.count
        case .active: taken = all.count { $0.status == .active }
        }
        if taken >= configuration.maximumEventHooks {
            throw .invalid(
                "eventHook",
                ["The maximum of \(configuration.maximumEventHooks) event hooks is reached"])
        }
    }

    private func channel(
        _ channel: EventHook.Channel, replacing before: EventHook.Channel, _ switches: OrgSwitches
    ) throws(OktaError) -> EventHook.Channel {
        guard let auth = channel.auth, auth.value == nil else { return channel }
        var channel = channel
        switch switches.secretOmitted {
        case .refuse: throw Self.missingSecret
        case .clear: break
        case .keep: channel.auth?.value = before.auth?.value
        }
        return channel
    }

    private static func resets(
        from before: EventHook.Channel, to channel: EventHook.Channel, _ rule: OrgSwitches.Reset
    ) -> Bool {
        switch rule {
        case .uri: channel.uri != before.uri
        case .channel: channel != before
        case .always: true
        }
    }
}
