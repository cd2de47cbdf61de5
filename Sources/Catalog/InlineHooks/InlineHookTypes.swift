import Kinds

extension ObjectTypes {
    /// The types of inline hooks. Two of them stop people when they fail; with the others, Okta goes
    /// on without the endpoint's response.
    static let inlineHookTypes = [
        ObjectType(
            .inlineHook, "type", "com.okta.import.transform",
            outage: .init(isBlocking: false, effect: "imported users are created as they come"),
            use: .listed(.applications),
            contract: HookContract(
                source: .id, sample: InlineHookSamples.userImport,
                commands: [
                    CommandRule(
                        "com.okta.action.update",
                        .word("result", of: ["CREATE_USER", "LINK_USER"]),
                        needs: ["LINK_USER": "com.okta.user.update"]),
                    CommandRule("com.okta.user.update", .text("id")),
                    CommandRule("com.okta.user.profile.update", .attributes),
                    CommandRule("com.okta.appUser.profile.update", .attributes),
                ])),
        ObjectType(
            .inlineHook, "type", "com.okta.oauth2.tokens.transform",
            outage: .init(isBlocking: false, effect: "tokens are issued without its changes"),
            use: .listed(.authorizationServerRules),
            contract: HookContract(
                source: .path("/oauth2/default/v1/authorize"), sample: InlineHookSamples.token,
                commands: [
                    CommandRule("com.okta.identity.patch", .patch(tokenPatch)),
                    CommandRule("com.okta.access.patch", .patch(tokenPatch)),
                ])),
        ObjectType(
            .inlineHook, "type", "com.okta.saml.tokens.transform",
            outage: .init(isBlocking: false, effect: "assertions are issued without its changes"),
            use: .listed(.applications),
            contract: HookContract(
                source: .path("/app/sample/exkSampleSamlApp0000/sso/saml"),
                sample: InlineHookSamples.assertion,
                commands: [CommandRule("com.okta.assertion.patch", .patch(assertionPatch))])),
        ObjectType(
            .inlineHook, "type", "com.okta.telephony.provider",
            outage: .init(
                isBlocking: false,
                effect: "Okta's own providers send texts and calls, within narrow limits"),
            use: .unlisted(
                "Okta uses the active hook of this type for every text and call; nothing refers to "
                    + "it by its id"),
            contract: HookContract(
                source: .hook, sample: InlineHookSamples.telephony,
                commands: [
                    CommandRule(
                        "com.okta.telephony.action",
                        .outcomes("status", of: ["SUCCESSFUL", "PENDING", "FAILED"]))
                ])),
        ObjectType(
            .inlineHook, "type", "com.okta.user.credential.password.import",
            outage: .init(
                isBlocking: true, effect: "users whose password is not imported yet cannot sign in"
            ),
            use: .unlisted(
                "users who were made with a password hook use the active hook of this type; nothing "
                    + "refers to it by its id"),
            contract: HookContract(
                source: .hook, sample: InlineHookSamples.passwordImport,
                commands: [
                    CommandRule(
                        "com.okta.action.update",
                        .word("credential", of: ["VERIFIED", "UNVERIFIED"]))
                ])),
        ObjectType(
            .inlineHook, "type", "com.okta.user.pre-registration",
            outage: .init(isBlocking: true, effect: "nobody can register or complete a profile"),
            use: .listed(.profileEnrollmentRules),
            contract: HookContract(
                source: .id, sample: InlineHookSamples.registration,
                commands: [
                    CommandRule(
                        "com.okta.action.update", .word("registration", of: ["ALLOW", "DENY"])),
                    CommandRule("com.okta.user.profile.update", .attributes),
                    CommandRule("com.okta.user.progressive.profile.update", .attributes),
                ])),
    ]

    private static let tokenPatch = CommandRule.Patch(
        operations: ["add", "replace", "remove"], places: ["/claims/"],
        numbers: ["/token/lifetime/expiration"])

    private static let assertionPatch = CommandRule.Patch(
        operations: ["add", "replace"],
        places: ["/subject/", "/authentication/", "/conditions/", "/claims/", "/lifetime/"])
}
