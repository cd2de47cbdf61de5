import Kinds
import Manifests
import Testing
import Vocabulary

/// What a manifest says of inline hooks and hook keys.
struct InlineHookTests {
    private static func hook(_ rest: String) -> String {
        """
        version: 1
        hook_keys: { signing: { name: Token signing } }
        inline_hooks:
          h:
            type: com.okta.oauth2.tokens.transform
            \(rest)

        """
    }

    private static func oauth(_ rest: String) -> String {
        hook(
            "oauth: { url: \"https://a.b/c\", client_id: id, token_url: \"https://a.b/t\", \(rest) }"
        )
    }

    private func only(_ text: String) throws -> ResourceDeclaration {
        try #require(Folder(text).resources().first { $0.kind == .inlineHook })
    }

    @Test(arguments: [
        FindingCase("neither channel", hook(""), "4:3-4 one-key"),
        FindingCase(
            "both channels",
            hook("endpoint: { url: \"https://a.b\" }\n    oauth: { url: \"https://a.b\" }"),
            "4:3-4 one-key", "7:5-10 one-key", "7:5-10 missing-key", "7:5-10 missing-key"),
        FindingCase(
            "no type", "version: 1\ninline_hooks: { h: { endpoint: { url: \"https://a.b\" } } }\n",
            "2:17-18 missing-key"),
        FindingCase(
            "a type that is none",
            "version: 1\ninline_hooks: { h: { type: a, endpoint: { url: \"https://a.b\" } } }\n",
            "2:28-29 unknown-word"),
        FindingCase(
            "no version", hook("version: ~\n    endpoint: { url: \"https://a.b\" }"),
            "6:14-15 wrong-type"),
        FindingCase(
            "keys of event hooks",
            hook("endpoint: { url: \"https://a.b\" }\n    events: [a]\n    verify: true"),
            "7:5-11 unknown-key", "8:5-11 unknown-key"),
        FindingCase("no proof", oauth("scope: a"), "6:5-10 one-key"),
        FindingCase(
            "two proofs", oauth("hook_key: signing, client_secret: { env: A }"), "6:5-10 one-key"),
        FindingCase(
            "a secret in clear", oauth("client_secret: s3cret"), "6:94-100 secret-in-plain-text"),
        FindingCase("an unknown key", oauth("hook_key: signin"), "6:89-95 unknown-reference"),
        FindingCase("a key that is no text", oauth("hook_key: [a]"), "6:89-92 wrong-type"),
        FindingCase(
            "a token server by http",
            hook(
                "oauth: { url: \"https://a.b\", client_id: i, token_url: \"http://a.b\", hook_key:"
                    + " signing }"), "6:59-71 invalid-endpoint-url"),
        FindingCase(
            "an empty client",
            hook(
                "oauth: { url: \"https://a.b\", client_id: \"\", token_url: \"https://a.b\","
                    + " hook_key: signing }"), "6:45-47 empty-string"),
        FindingCase(
            "a key with more than a name", "version: 1\nhook_keys: { k: { status: active } }\n",
            "2:19-25 unknown-key"),
        FindingCase(
            "two keys of a name", "version: 1\nhook_keys: { a: { name: n }, b: { name: n } }\n",
            "2:41-42 duplicate-name"),
    ])
    func findsMistakes(_ example: FindingCase) {
        #expect(Folder(example.text).findings().map(\.brief) == example.findings)
    }

    @Test func saysWhatWasMeant() {
        let details = Folder(Self.oauth("hook_key: signin")).findings().map(\.detail)
        #expect(
            details == [
                "There is no hook key \"signin\" for the org \"default\". Did you mean \"signing\"?"
            ])
        let none = Folder(Self.oauth("hook_key: other")).findings().map(\.detail)
        #expect(
            none == [
                "There is no hook key \"other\" for the org \"default\". Its hook keys are signing."
            ])
    }

    @Test func aKeyOfAnotherOrgIsNoneOfThisOnes() {
        let text = """
            version: 1
            orgs:
              a: { url: "https://a.okta.com" }
              b: { url: "https://b.okta.com" }
            hook_keys: { k: { orgs: [a] } }
            inline_hooks:
              h:
                type: com.okta.saml.tokens.transform
                oauth: { url: "https://a.b", client_id: i, token_url: "https://a.b", hook_key: k }

            """
        #expect(Folder(text).findings().map(\.brief) == ["9:84-85 unknown-reference"])
    }

    @Test func anEndpointIsAnHTTPChannelAndNothingElse() throws {
        let resource = try only(
            Self.hook(
                "endpoint: { url: \"https://a.b/c\", auth: { header: A, value: { env: B } } }"))
        #expect(
            resource.values == [
                AttributePath("name"): .plain(.text("h")),
                AttributePath("type"): .plain(.text("com.okta.oauth2.tokens.transform")),
                AttributePath("version"): .plain(.text("1.0.0")),
                AttributePath("status"): .plain(.text("ACTIVE")),
                AttributePath("channel.type"): .plain(.text("HTTP")),
                AttributePath("channel.config.uri"): .plain(.text("https://a.b/c")),
                AttributePath("channel.config.authScheme.key"): .plain(.text("A")),
                AttributePath("channel.config.authScheme.value"): .secret(.environment("B")),
            ])
        // What only an OAuth channel has is spoken of, so that it goes; headers are not.
        let paths = Set(ResourceKind.inlineHook.attributes.map(\.path))
        #expect(resource.declared == paths.subtracting(["channel.config.headers"]))
        #expect(!resource.verify)
    }

    @Test func aClientSecretIsASecret() throws {
        let resource = try only(Self.oauth("scope: api, client_secret: { file: s }"))
        let config = resource.values.filter { $0.key.attribute.hasPrefix("channel") }
        #expect(
            config == [
                AttributePath("channel.type"): .plain(.text("OAUTH")),
                AttributePath("channel.config.uri"): .plain(.text("https://a.b/c")),
                AttributePath("channel.config.clientId"): .plain(.text("id")),
                AttributePath("channel.config.tokenUrl"): .plain(.text("https://a.b/t")),
                AttributePath("channel.config.scope"): .plain(.text("api")),
                AttributePath("channel.config.authType"): .plain(.text("client_secret_post")),
                AttributePath("channel.config.clientSecret"): .secret(.file("s")),
            ])
        let paths = Set(ResourceKind.inlineHook.attributes.map(\.path))
        #expect(resource.declared == paths.subtracting(["channel.config.headers"]))
    }

    @Test func aHookKeyIsAReference() throws {
        let resource = try only(Self.oauth("hook_key: signing"))
        #expect(
            resource.values[AttributePath("channel.config.hookKeyId")]
                == .plain(.reference(Address(kind: "hook_key", key: "signing"))))
        #expect(
            resource.values[AttributePath("channel.config.authType")]
                == .plain(.text("private_key_jwt")))
        #expect(resource.declared.contains("channel.config.clientSecret"))
        // Undeclared, so that the org's own is kept.
        #expect(!resource.declared.contains("channel.config.scope"))
        let none = try only(Self.oauth("scope: ~, hook_key: signing"))
        #expect(none.declared.contains("channel.config.scope"))
        #expect(none.values[AttributePath("channel.config.scope")] == nil)
    }

    @Test func aTokenServerIsHeldToThePolicy() {
        let text = Self.oauth("hook_key: signing") + "policy: { allowed_hosts: [\"*.acme.com\"] }\n"
        let codes = Folder(text).findings().map(\.rule.id)
        #expect(codes == ["host-not-allowed", "host-not-allowed"])
    }

    @Test func ignoreChangesKnowsItsOwnWords() throws {
        let resource = try only(
            Self.oauth("hook_key: signing")
                + "    lifecycle: { ignore_changes: [oauth.scope, headers, oauth] }\n")
        #expect(
            resource.lifecycle.ignoreChanges.isSuperset(of: [
                "channel.config.scope", "channel.config.headers", "channel.config.tokenUrl",
                "channel.type", "channel.config.authType", "channel.config.authScheme.key",
            ]))
        let words = Folder(
            Self.oauth("hook_key: signing")
                + "    lifecycle: { ignore_changes: [channel, oauth.method] }\n"
        ).findings().map(\.rule.id)
        #expect(words == ["unknown-word", "unknown-word"])
    }

    @Test func aHookKeyHasANameOrItsKey() throws {
        let resources = Folder("version: 1\nhook_keys: { a: {}, b: { name: B } }\n").resources()
        #expect(resources.map(\.address.description) == ["hook_key.a", "hook_key.b"])
        #expect(
            resources.map(\.values) == [
                [AttributePath("name"): .plain(.text("a"))],
                [AttributePath("name"): .plain(.text("B"))],
            ])
    }
}
