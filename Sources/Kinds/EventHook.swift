extension ResourceKind {
    /// An event hook: Okta posts events to an endpoint as they happen. It receives nothing before
    /// Okta has verified the endpoint by a challenge, nor after a channel change until it has again.
    package static let eventHook = ResourceKind(
        name: "event_hook",
        noun: "event hook",
        section: "event_hooks",
        collection: "/api/v1/eventHooks",
        readScope: "okta.eventHooks.read",
        manageScope: "okta.eventHooks.manage",
        attributes: [
            Attribute("name", manifest: "name", [.required, .unique, .atMost(.nameLength)]),
            Attribute("description", manifest: "description"),
            Attribute("status", manifest: "status", [.lifecycleStatus]),
            Attribute(
                "events.items", .names, manifest: "events",
                [
                    .required,
                    .atMost(Limit("event_types", 300, source: limitsPage, read: "2026-08-01")),
                ]),
            Attribute("events.filter", .filters, manifest: "filters"),
            Attribute(
                "channel.config.uri", manifest: "url",
                [.required, .endpointURL, .losesVerification, .atMost(.urlLength)]),
            Attribute(
                "channel.config.headers", .pairs, manifest: "headers", [.mayLoseVerification]),
            Attribute(
                "channel.config.authScheme.key", manifest: "auth.header",
                [.caseInsensitive, .mayLoseVerification]),
            Attribute(
                "channel.config.authScheme.value", manifest: "auth.value",
                [
                    .writeOnly, .mayLoseVerification,
                    .headerNamed(by: "channel.config.authScheme.key"),
                ]),
        ],
        constants: [
            Constant("events.type", "EVENT_TYPE"),
            Constant("channel.type", "HTTP"),
            Constant("channel.version", "1.0.0"),
            Constant(
                "channel.config.authScheme.type", "HEADER", with: "channel.config.authScheme.key"),
        ],
        lifecycle: [.activate, .deactivate, .verify],
        limit: Limit("event_hooks", 25, source: limitsPage, read: "2026-08-01"),
        rank: 2,
        logPrefix: "event_hook",
        composites: [.endpoint],
        readOnly: ["verificationStatus", "channel.config.method"]
    )

    private static let limitsPage =
        "Okta developer documentation, event hook limits (older copies say 10)"
}
