import Kinds
import Manifests
import Testing
import Vocabulary

/// Endpoints: their rules, and what they are lowered to.
@Suite struct EndpointTests {
    @Test func aSecretOfAuthHasAPlaceOfItsOwn() throws {
        let hooks = Folder(
            """
            version: 1
            event_hooks:
              a:
                endpoint: { url: https://a.b, auth: { header: X-Auth, value: { env: A } } }
                events: [user.lifecycle.create]
              b:
                endpoint:
                  url: https://a.b
                  auth: { basic: { username: u, password: { env: B } } }
                events: [user.lifecycle.create]
            """
        ).resources()
        let path = AttributePath("channel.config.authScheme.value")
        #expect(
            hooks.map { $0.locations[path]?.description } == [
                "tenterhook.yaml:4:66", "tenterhook.yaml:9:47",
            ])
    }

    @Test(arguments: [
        FindingCase("nothing in it", endpoint("{}"), "3:3-4 missing-key"),
        FindingCase("a list for it", endpoint("[]"), "3:6-8 wrong-type"),
        FindingCase("plain http", endpoint("{ url: http://a.b }"), "3:13-23 invalid-endpoint-url"),
        FindingCase(
            "white space", endpoint("{ url: https://a.b/ c }"), "3:13-27 invalid-endpoint-url"),
        FindingCase(
            "a URL's fragment", endpoint("{ url: 'https://a.b/#c' }"),
            "3:13-29 invalid-endpoint-url"),
        FindingCase("a secret URL", endpoint("{ url: { env: URL } }")),
        FindingCase("a URL in a list", endpoint("{ url: [a] }"), "3:13-16 wrong-type"),
        FindingCase(
            "a reference of nothing", endpoint("{ url: {} }"), "3:13-15 one-key"),
        FindingCase(
            "two references", endpoint("{ url: { env: A, file: b } }"), "3:13-32 one-key"),
        FindingCase(
            "an unknown reference", endpoint("{ url: { envv: A } }"), "3:13-24 one-key",
            "3:15-19 unknown-key"),
        FindingCase(
            "a secret for a variable's name", endpoint("{ url: { env: 's3cret!' } }"),
            "3:20-29 invalid-variable-name"),
        FindingCase(
            "an empty command", endpoint("{ url: { command: [] } }"), "3:24-26 empty-command"),
        FindingCase(
            "a command as a text", endpoint("{ url: { command: vault x } }"), "3:24-31 wrong-type"),
        FindingCase(
            "an empty file", endpoint("{ url: { file: '' } }"), "3:21-23 empty-secret-reference"),
        FindingCase("headers", ok("headers: { X-A: a, X-B: 1, X-C: { env: C } }")),
        FindingCase("no headers", ok("headers: {}")),
        FindingCase("headers of nothing", ok("headers: ")),
        FindingCase("a header of nothing", ok("headers: { X-A: }"), "3:37-40 wrong-type"),
        FindingCase("headers in a list", ok("headers: [X-A]"), "3:35-40 wrong-type"),
        FindingCase(
            "a header twice", ok("headers: { X-A: a, x-a: b }"), "3:45-48 duplicate-header"),
        FindingCase(
            "Okta's own headers", ok("headers: { accept: a, User-Agent: b }"),
            "3:37-43 reserved-header", "3:48-58 reserved-header"),
        FindingCase("no header name", ok("headers: { 'X(A)': a }"), "3:37-43 invalid-header-name"),
        FindingCase(
            "odd names", ok("headers: { 'X A': a, X_B: b }"), "3:37-42 dropped-header?",
            "3:47-50 dropped-header?"),
        FindingCase(
            "a line end in a value", ok("headers: { X-A: \"a\\r\\nX-B: b\" }"),
            "3:42-55 invalid-header-value"),
        FindingCase(
            "a key in clear", ok("headers: { X-Api-Key: abc }"),
            "3:48-51 secret-header-in-plain-text?"),
        FindingCase("a key by reference", ok("headers: { X-Api-Key: { env: KEY } }")),
        FindingCase("auth of none", ok("auth: none")),
        FindingCase("auth of nothing", ok("auth: "), "3:26-30 wrong-type"),
        FindingCase("auth of another word", ok("auth: nono"), "3:32-36 wrong-type"),
        FindingCase(
            "a secret in clear", ok("auth: { header: A, value: hunter2 }"),
            "3:52-59 secret-in-plain-text"),
        FindingCase("auth without a value", ok("auth: { header: A }"), "3:32-45 missing-key"),
        FindingCase(
            "the same header twice",
            ok("headers: { x-key: { env: A } }, auth: { header: X-Key, value: { env: B } }"),
            "3:37-42 duplicate-header"),
        FindingCase(
            "Basic and its header",
            ok(
                "headers: { authorization: { env: A } }, auth: { basic: { username: u, password: "
                    + "{ env: B } } }"), "3:37-50 duplicate-header"),
        FindingCase(
            "Okta's own header for auth", ok("auth: { header: Host, value: { env: B } }"),
            "3:42-46 reserved-header"),
        FindingCase(
            "a colon in a user name",
            ok("auth: { basic: { username: 'a:b', password: { env: B } } }"),
            "3:53-58 invalid-username"),
        FindingCase(
            "a password in clear", ok("auth: { basic: { username: a, password: b } }"),
            "3:66-67 secret-in-plain-text"),
        FindingCase(
            "an anchor's mistake stands where it is used",
            "version: 1\nendpoints:\n  a: { url: &u https://a.b }\n  b: { url: *u, auth: *u }\n",
            "4:23-25 wrong-type"),
    ])
    func findsMistakes(_ example: FindingCase) {
        #expect(Folder(example.text).findings().map(\.brief) == example.findings)
    }

    @Test func isLoweredToTheChannel() throws {
        let values = try lowered(
            """
            url: https://a.b/c
            headers: { X-Team: identity, X-Key: { file: key } }
            auth: { header: X-Auth, value: { command: [vault, read] } }
            """)
        #expect(
            values.values == [
                AttributePath("channel.config.uri"): .plain(.text("https://a.b/c")),
                AttributePath("channel.config.headers", key: "X-Team"): .plain(.text("identity")),
                AttributePath("channel.config.headers", key: "X-Key"): .secret(.file("key")),
                AttributePath("channel.config.authScheme.key"): .plain(.text("X-Auth")),
                AttributePath("channel.config.authScheme.value"): .secret(
                    .command(["vault", "read"])),
            ])
        #expect(values.declared == Set(values.values.keys.map(\.attribute)))
    }

    @Test func basicIsAnAuthorizationHeader() throws {
        let values = try lowered(
            """
            url: { env: URL }
            auth: { basic: { username: okta, password: { literal: p } } }
            """)
        #expect(
            values.values == [
                AttributePath("channel.config.uri"): .secret(.environment("URL")),
                AttributePath("channel.config.authScheme.key"): .plain(.text("Authorization")),
                AttributePath("channel.config.authScheme.value"): .secret(
                    .basicCredentials(username: "okta", password: .literal(Secret("p")))),
            ])
    }

    @Test func whatIsSaidToBeEmptyIsDeclaredWithoutAValue() throws {
        let values = try lowered("url: https://a.b\nheaders: {}\nauth: none")
        #expect(values.values.keys.map(\.attribute) == ["channel.config.uri"])
        #expect(
            values.declared == [
                "channel.config.uri", "channel.config.headers", "channel.config.authScheme.key",
                "channel.config.authScheme.value",
            ])
    }

    @Test func whatIsNotSaidIsNotDeclared() throws {
        #expect(try lowered("url: https://a.b").declared == ["channel.config.uri"])
    }

    @Test func noSecretIsEverRepeated() {
        let sentinel = "5entinel"
        let texts = [
            Self.ok("auth: { header: A, value: \(sentinel) }"),
            Self.endpoint("{ url: { env: '\(sentinel)!' } }"),
            Self.endpoint("{ url: 'ftp://\(sentinel)' }"),
            Self.ok("headers: { X-Token: \(sentinel) }"),
            Self.ok("auth: { header: A, value: { literal: \(sentinel) } }"),
            "version: 1\norgs: { a: { auth: { api_token: \(sentinel) } } }\n",
        ]
        for text in texts {
            let findings = Folder(text).findings()
            #expect(!findings.isEmpty)
            #expect(!"\(findings)".contains(sentinel))
        }
    }

    /// The channel of a hook with this endpoint in place.
    private func lowered(
        _ endpoint: String
    ) throws -> (values: [AttributePath: ResourceDeclaration.Value], declared: Set<String>) {
        let lines = endpoint.split(separator: "\n").map { "      \($0)\n" }.joined()
        let text =
            "version: 1\nevent_hooks:\n  h:\n    events: [user.lifecycle.create]\n    endpoint:\n"
        let resource = try #require(Folder(text + lines).resources().first)
        return (
            resource.values.filter { $0.key.attribute.hasPrefix("channel.") },
            resource.declared.filter { $0.hasPrefix("channel.") }
        )
    }

    private static func endpoint(_ content: String) -> String {
        "version: 1\nendpoints:\n  e: \(content)\n"
    }

    private static func ok(_ content: String) -> String {
        endpoint("{ url: https://a.b, \(content) }")
    }
}
