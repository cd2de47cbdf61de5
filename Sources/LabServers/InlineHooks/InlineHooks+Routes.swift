extension InlineHooks {
    /// `/api/v1/inlineHooks`, as `CONTRACT` 3.1 has it.
    static let routes: [Route] = [
        Route("GET", InlineHook.collectionPath) { call async throws(OktaError) in
            let hooks = try await call.world.read(InlineHooks.self) { $0.all }
            let type = call.request.parameters.first { $0.name == "type" }?.value
            let baseURL = call.request.baseURL
            return .json(
                .array(
                    hooks.filter { type == nil || $0.type.rawValue == type }
                        .map { $0.representation(baseURL: baseURL) }))
        },
        Route("POST", InlineHook.collectionPath) { call async throws(OktaError) in
            let draft = try InlineHookDraft(call.body(), needsType: true)
            let hook = try await call.world.change(InlineHooks.self, with: HookKeys.self) {
                hooks, keys, log, now throws(OktaError) in
                let hook = try hooks.create(draft, keys: keys, at: now, call.configuration)
                log.append(.change("inline_hook.created", hook.logTarget, by: call, at: now))
                return hook
            }
            return call.answer(hook)
        },
        Route("GET", "\(InlineHook.collectionPath)/{id}") { call async throws(OktaError) in
            call.answer(try await hook(call))
        },
        Route("PUT", "\(InlineHook.collectionPath)/{id}", handle: replace),
        // Whether Okta's POST merges is not known; here it replaces.
        Route("POST", "\(InlineHook.collectionPath)/{id}", handle: replace),
        Route("DELETE", "\(InlineHook.collectionPath)/{id}") { call async throws(OktaError) in
            try await call.world.change(InlineHooks.self) { hooks, log, now throws(OktaError) in
                let hook = try hooks.delete(call.id, call.configuration.switches)
                log.append(.change("inline_hook.deleted", hook.logTarget, by: call, at: now))
            }
            return .noContent
        },
        Route("POST", "\(InlineHook.collectionPath)/{id}/lifecycle/activate") {
            call async throws(OktaError) in
            try await setStatus(.active, call)
        },
        Route("POST", "\(InlineHook.collectionPath)/{id}/lifecycle/deactivate") {
            call async throws(OktaError) in
            try await setStatus(.inactive, call)
        },
        Route("POST", "\(InlineHook.collectionPath)/{id}/execute", handle: execute),
    ]

    private static func hook(_ call: OrgCall) async throws(OktaError) -> InlineHook {
        try await call.world.read(InlineHooks.self) { hooks throws(OktaError) in
            try hooks.hook(call.id)
        }
    }

    @Sendable
    private static func replace(_ call: OrgCall) async throws(OktaError) -> LabAnswer {
        let draft = try InlineHookDraft(call.body(), needsType: false)
        let hook = try await call.world.change(InlineHooks.self, with: HookKeys.self) {
            hooks, keys, log, now throws(OktaError) in
            let hook = try hooks.replace(
                call.id, with: draft, keys: keys, at: now, call.configuration.switches)
            log.append(.change("inline_hook.updated", hook.logTarget, by: call, at: now))
            return hook
        }
        return call.answer(hook)
    }

    private static func setStatus(
        _ status: HookStatus, _ call: OrgCall
    ) async throws(OktaError) -> LabAnswer {
        let hook = try await call.world.change(InlineHooks.self) {
            hooks, log, now throws(OktaError) in
            let (hook, isChanged) = try hooks.setStatus(
                status, of: call.id, at: now, call.configuration.switches)
            let event =
                status == .active ? "inline_hook.activated" : "inline_hook.deactivated"
            if isChanged { log.append(.change(event, hook.logTarget, by: call, at: now)) }
            return hook
        }
        return call.answer(hook)
    }

    /// Calls the endpoint while the client waits, and passes on what it says.
    @Sendable
    private static func execute(_ call: OrgCall) async throws(OktaError) -> LabAnswer {
        let payload = try call.body()
        guard payload.members != nil else { throw .notWellFormed }
        let hook = try await hook(call)
        guard hook.status == .active else {
            throw .invalid(
                "inlineHook", ["status: An inline hook that is INACTIVE cannot be executed"])
        }
        do {
            let body = try await Execution(hook, call.configuration).run(payload: call.request.body)
            return LabAnswer(
                status: 200, headers: [HeaderField("Content-Type", "application/json")],
                body: body)
        } catch {
            throw .invalid(
                "inlineHook", ["The execution of \(hook.name) failed: \(error.reason)"])
        }
    }
}

extension OrgCall {
    fileprivate func answer(_ hook: InlineHook) -> LabAnswer {
        .json(hook.representation(baseURL: request.baseURL))
    }
}
