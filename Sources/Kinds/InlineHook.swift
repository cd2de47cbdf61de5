extension ResourceKind {
    /// An inline hook: Okta calls out, waits for the answer, and continues with it. It is born
    /// active, its status in a body is ignored, and its type cannot be changed.
    package static let inlineHook = ResourceKind(
        name: "inline_hook",
        noun: "inline hook",
        section: "inline_hooks",
        collection: "/api/v1/inlineHooks",
        readScope: "okta.inlineHooks.read",
        manageScope: "okta.inlineHooks.manage",
        attributes: [
            Attribute("name", manifest: "name", [.required, .unique, .atMost(.nameLength)]),
            Attribute(
                "type", manifest: "type", [.required, .forcesReplacement, .oneOf(inlineHookTypes)]),
            Attribute("version", manifest: "version", [.standard("1.0.0")]),
            Attribute("status", manifest: "status", [.lifecycleStatus, .leftOutOfBodies]),
            Attribute("channel.type", manifest: "channel", [.required, .implied]),
            Attribute(
                "channel.config.uri", manifest: "url",
                [.required, .endpointURL, .atMost(.urlLength)]),
            Attribute("channel.config.headers", .pairs, manifest: "headers"),
            Attribute(
                "channel.config.authScheme.key", manifest: "auth.header", [.caseInsensitive]),
            Attribute(
                "channel.config.authScheme.value", manifest: "auth.value",
                [.writeOnly, .headerNamed(by: "channel.config.authScheme.key")]),
            Attribute("channel.config.authType", manifest: "oauth.method", [.implied]),
            Attribute("channel.config.clientId", manifest: "oauth.client_id"),
            Attribute(
                "channel.config.clientSecret", manifest: "oauth.client_secret",
                [.writeOnly, .setWhen("channel.config.authType", is: "client_secret_post")]),
            Attribute("channel.config.tokenUrl", manifest: "oauth.token_url"),
            Attribute("channel.config.scope", manifest: "oauth.scope"),
            Attribute(
                "channel.config.hookKeyId", manifest: "oauth.hook_key", [.references("hook_key")]),
        ],
        constants: [
            Constant("channel.version", "1.0.0"),
            Constant("channel.config.method", "POST"),
            Constant(
                "channel.config.authScheme.type", "HEADER", with: "channel.config.authScheme.key"),
        ],
        lifecycle: [.activate, .deactivate],
        // The documentation says 100 and the OpenAPI document 50, each of all types together. The
        // higher one is taken: an org that allows fewer refuses the create, and nothing is lost.
        limit: Limit(
            "inline_hooks", 100,
            source:
                "Okta developer documentation, inline hook limits (Okta's OpenAPI document says 50)",
            read: "2026-08-01"),
        rank: 1,
        logPrefix: "inline_hook",
        composites: [.endpoint, .oauth]
    )

    private static let inlineHookTypes = [
        "com.okta.import.transform", "com.okta.oauth2.tokens.transform",
        "com.okta.saml.tokens.transform", "com.okta.telephony.provider",
        "com.okta.user.credential.password.import", "com.okta.user.pre-registration",
    ]
}
