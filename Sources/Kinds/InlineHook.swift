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
            Attribute("name", manifest: "name", [.required, .unique]),
            Attribute(
                "type", manifest: "type", [.required, .forcesReplacement, .oneOf(inlineHookTypes)]),
            Attribute("version", manifest: "version", [.standard("1.0.0")]),
            Attribute("status", manifest: "status", [.lifecycleStatus, .leftOutOfBodies]),
            Attribute("channel.type", manifest: "channel", [.required, .implied]),
            Attribute("channel.config.uri", manifest: "url", [.required, .endpointURL]),
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
        limit: .inlineHooks,
        rank: 1,
        logPrefix: "inline_hook",
        composites: [.endpoint, .oauth]
    )

    /// The types of inline hooks, and what is felt without one that is in use. Two of them stop
    /// people; of the others Okta goes on without the answer.
    private static let inlineHookTypes = [
        Attribute.Choice(
            "com.okta.import.transform",
            outage: .init(isBlocking: false, effect: "imported users are created as they come")),
        Attribute.Choice(
            "com.okta.oauth2.tokens.transform",
            outage: .init(isBlocking: false, effect: "tokens are issued without its changes")),
        Attribute.Choice(
            "com.okta.saml.tokens.transform",
            outage: .init(isBlocking: false, effect: "assertions are issued without its changes")),
        Attribute.Choice(
            "com.okta.telephony.provider",
            outage: .init(
                isBlocking: false,
                effect: "Okta's own providers send texts and calls, within narrow limits")),
        Attribute.Choice(
            "com.okta.user.credential.password.import",
            outage: .init(
                isBlocking: true, effect: "users whose password is not imported yet cannot sign in")
        ),
        Attribute.Choice(
            "com.okta.user.pre-registration",
            outage: .init(isBlocking: true, effect: "nobody can register or complete a profile")),
    ]
}
