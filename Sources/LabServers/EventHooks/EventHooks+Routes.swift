extension EventHooks {
    /// `/api/v1/eventHooks`, as `CONTRACT` 2.1 has it.
    static let routes: [Route] = [
        Route("GET", EventHook.collectionPath) { call async throws(OktaError) in
            let hooks = try await call.world.read(EventHooks.self) { $0.all }
            let baseURL = call.request.baseURL
            return .json(.array(hooks.map { $0.representation(baseURL: baseURL) }))
        },
        Route("POST", EventHook.collectionPath) { call async throws(OktaError) in
            let draft = try EventHookDraft(call.body(), configuration: call.configuration)
            let hook = try await call.world.change(EventHooks.self) {
                hooks, log, now throws(OktaError) in
                let hook = try hooks.create(
                    draft, by: call.principal, at: now, call.configuration)
                log.append(.change("event_hook.created", hook.logTarget, by: call, at: now))
                return hook
            }
            return call.answer(hook)
        },
        Route("GET", "\(EventHook.collectionPath)/{id}") { call async throws(OktaError) in
            call.answer(
                try await call.world.read(EventHooks.self) { hooks throws(OktaError) in
                    try hooks.hook(call.id)
                })
        },
        Route("PUT", "\(EventHook.collectionPath)/{id}", handle: replace),
        Route("DELETE", "\(EventHook.collectionPath)/{id}") { call async throws(OktaError) in
            try await call.world.change(EventHooks.self) { hooks, log, now throws(OktaError) in
                let hook = try hooks.delete(call.id, call.configuration.switches)
                log.append(.change("event_hook.deleted", hook.logTarget, by: call, at: now))
            }
            return .noContent
        },
        Route("POST", "\(EventHook.collectionPath)/{id}/lifecycle/activate") {
            call async throws(OktaError) in
            try await setStatus(.active, call)
        },
        Route("POST", "\(EventHook.collectionPath)/{id}/lifecycle/deactivate") {
            call async throws(OktaError) in
            try await setStatus(.inactive, call)
        },
        Route("POST", "\(EventHook.collectionPath)/{id}/lifecycle/verify", handle: verify),
    ]

    @Sendable
    private static func replace(_ call: OrgCall) async throws(OktaError) -> LabAnswer {
        let draft = try EventHookDraft(call.body(), configuration: call.configuration)
        let hook = try await call.world.change(EventHooks.self) {
            hooks, log, now throws(OktaError) in
            let (before, hook) = try hooks.replace(
                call.id, with: draft, at: now, call.configuration)
            log.append(.change("event_hook.updated", hook.logTarget, by: call, at: now))
            log.appendStatusChange(from: before, to: hook, by: call, at: now)
            return hook
        }
        return call.answer(hook)
    }

    private static func setStatus(
        _ status: HookStatus, _ call: OrgCall
    ) async throws(OktaError) -> LabAnswer {
        let hook = try await call.world.change(EventHooks.self) {
            hooks, log, now throws(OktaError) in
            let (before, hook) = try hooks.setStatus(
                status, of: call.id, at: now, call.configuration)
            log.appendStatusChange(from: before, to: hook, by: call, at: now)
            return hook
        }
        return call.answer(hook)
    }

    /// Calls the endpoint while the client waits, and logs either outcome.
    @Sendable
    private static func verify(_ call: OrgCall) async throws(OktaError) -> LabAnswer {
        let hook = try await call.world.read(EventHooks.self) { hooks throws(OktaError) in
            try hooks.hook(call.id)
        }
        guard hook.status == .active else {
            throw .invalid(
                "eventHook", ["status: An event hook that is INACTIVE cannot be verified"])
        }
        let failure = await Handshake(call.configuration).attempt(hook.channel)
        let verified = try await call.world.change(EventHooks.self) {
            hooks, log, now throws(OktaError) in
            let passed =
                failure == nil
                ? try hooks.pass(call.id, channel: hook.channel, at: now) : nil
            let reason =
                passed == nil ? failure ?? "The channel changed during the handshake" : nil
            log.append(
                .change(
                    "event_hook.verified", hook.logTarget, by: call, at: now, failure: reason))
            return passed
        }
        guard let verified else {
            throw .invalid(
                "eventHook",
                ["Unable to verify event hook. Hook \(hook.name) execution failed"])
        }
        return call.answer(verified)
    }
}

extension OrgCall {
    fileprivate func answer(_ hook: EventHook) -> LabAnswer {
        .json(hook.representation(baseURL: request.baseURL))
    }
}

extension EventHook {
    /// The target of the log entries about it. The type's name is inferred.
    var logTarget: LabJSON {
        [
            "id": .string(id), "type": "EventHook", "alternateId": .string(id),
            "displayName": .string(name), "detailEntry": .null,
        ]
    }
}

extension SystemLog {
    fileprivate mutating func appendStatusChange(
        from before: EventHook, to hook: EventHook, by call: OrgCall, at now: Timestamp
    ) {
        guard before.status != hook.status else { return }
        let type = hook.status == .active ? "event_hook.activated" : "event_hook.deactivated"
        append(.change(type, hook.logTarget, by: call, at: now))
    }
}
