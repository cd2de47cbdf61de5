extension HookKeys {
    private static let path = HookKey.collectionPath

    /// `/api/v1/hook-keys`, as `CONTRACT` 4 has it.
    static let routes: [Route] = [
        Route("GET", path, bucket: path) { call async throws(OktaError) in
            try await call.world.read(HookKeys.self, with: InlineHooks.self) { keys, hooks in
                let used = hooks.usedKeys
                return .json(
                    .array(
                        keys.all.map {
                            $0.representation(isUsed: used.contains($0.id), withPublicKey: false)
                        }))
            }
        },
        Route("POST", path, bucket: path) { call async throws(OktaError) in
            let name = try name(in: call)
            let key = try await call.world.change(HookKeys.self) {
                keys, log, now throws(OktaError) in
                let key = try keys.create(
                    name: name, at: now, maximum: call.configuration.maximumHookKeys)
                log.append(.change("system.hook.key.created", key.logTarget, by: call, at: now))
                return key
            }
            return .json(key.representation(isUsed: false, withPublicKey: true))
        },
        Route("GET", "\(path)/{id}", bucket: path) { call async throws(OktaError) in
            let isExpanded = call.request.parameters.contains {
                $0.name == "expand" && $0.value == "publickey"
            }
            return try await call.world.read(HookKeys.self, with: InlineHooks.self) {
                keys, hooks throws(OktaError) in
                let key = try keys.key(call.id)
                return .json(
                    key.representation(
                        isUsed: hooks.usedKeys.contains(key.id), withPublicKey: isExpanded))
            }
        },
        Route("PUT", "\(path)/{id}", bucket: path) { call async throws(OktaError) in
            let name = try name(in: call)
            return try await call.world.change(HookKeys.self, with: InlineHooks.self) {
                keys, hooks, log, now throws(OktaError) in
                let key = try keys.rename(call.id, to: name, at: now)
                log.append(.change("system.hook.key.updated", key.logTarget, by: call, at: now))
                return .json(
                    key.representation(
                        isUsed: hooks.usedKeys.contains(key.id), withPublicKey: true))
            }
        },
        Route("DELETE", "\(path)/{id}", bucket: path) { call async throws(OktaError) in
            try await call.world.change(HookKeys.self, with: InlineHooks.self) {
                keys, hooks, log, now throws(OktaError) in
                let key = try keys.delete(call.id, used: hooks.usedKeys)
                log.append(.change("system.hook.key.deleted", key.logTarget, by: call, at: now))
            }
            return .noContent
        },
        Route("GET", "\(path)/public/{keyId}", bucket: path) { call async throws(OktaError) in
            let keyID = call.parameters["keyId"] ?? ""
            return try await call.world.read(HookKeys.self) { keys throws(OktaError) in
                guard let key = keys.all.first(where: { $0.keyID == keyID }) else {
                    throw .notFound(keyID, "HookKey")
                }
                return .json(key.publicKey)
            }
        },
    ]

    private static func name(in call: OrgCall) throws(OktaError) -> String {
        var reader = try BodyReader(call.body())
        let name = try reader.name()
        if !reader.causes.isEmpty { throw .invalid("hookKey", reader.causes) }
        return name
    }
}
