extension ResourceKind {
    /// A hook key: a key pair of Okta's, with which it signs its request for an inline hook's OAuth
    /// token. Okta keeps the private half, and an inline hook refers to the key by its id.
    package static let hookKey = ResourceKind(
        name: "hook_key",
        noun: "hook key",
        section: "hook_keys",
        collection: "/api/v1/hook-keys",
        // Okta has no scopes of their own for hook keys.
        readScope: "okta.inlineHooks.read",
        manageScope: "okta.inlineHooks.manage",
        attributes: [
            Attribute("name", manifest: "name", [.required, .unique, .atMost(.nameLength)])
        ],
        constants: [],
        lifecycle: [],
        limit: Limit(
            "hook_keys", 50, source: "Okta OpenAPI document 2026.06.3, HookKey",
            read: "2026-06-30"),
        rank: 0,
        logPrefix: "system.hook.key",
        composites: [],
        readOnly: ["keyId", "isUsed"],
        publicHalf: PublicHalf(id: "keyId", collection: "/api/v1/hook-keys/public")
    )
}
