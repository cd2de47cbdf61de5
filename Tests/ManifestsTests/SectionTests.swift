import Kinds
import Manifests
import Testing
import Vocabulary

/// The root file's own sections: orgs, state and policy.
@Suite struct SectionTests {
    @Test(arguments: [
        FindingCase("no version", "policy: {}\n", "1:1-2 missing-key"),
        FindingCase(
            "a newer version hides what may be new", "version: 2\nnew: 1\n",
            "1:10-11 manifest-newer"
        ),
        FindingCase("version zero", "version: 0\n", "1:10-11 number-out-of-range"),
        FindingCase("a version in quotes", "version: '1'\n", "1:10-13 wrong-type"),
        FindingCase("sections without content", "version: 1\norgs:\nstate:\npolicy:\n"),
        FindingCase(
            "an org's name with a space", "version: 1\norgs:\n  a b: {}\n", "3:3-6 invalid-key"),
        FindingCase("an org without anything", "version: 1\norgs:\n  a:\n"),
        FindingCase(
            "a token in clear", org("auth: { api_token: 00x }"), "3:27-30 secret-in-plain-text"),
        FindingCase(
            "a token knowingly in clear", org("auth: { api_token: { literal: 00x } }"),
            "3:29-36 secret-in-plain-text?"),
        FindingCase(
            "a service app",
            org("auth: { oauth: { client_id: a, private_key: { file: k }, dpop: false } }")),
        FindingCase(
            "a service app without a key", org("auth: { oauth: { client_id: a } }"),
            "3:16-21 missing-key"),
        FindingCase(
            "a key in clear", org("auth: { oauth: { client_id: a, private_key: MIIE } }"),
            "3:52-56 secret-in-plain-text"),
        FindingCase(
            "a mistyped key of a service app",
            org("auth: { oauth: { client_id: a, private_kye: { file: k } } }"),
            "3:39-50 unknown-key"),
        FindingCase(
            "a client's secret",
            org("auth: { oauth: { client_id: a, private_key: { env: K }, client_secret: b } }"),
            "3:64-77 unknown-key"),
        FindingCase(
            "an empty client id",
            org("auth: { oauth: { client_id: '', private_key: { env: K }, dpop: often } }"),
            "3:36-38 empty-string", "3:71-76 wrong-type"),
        FindingCase("a program for a token", org("auth: { command: [vault, read] }")),
        FindingCase("no program", org("auth: { command: [] }"), "3:25-27 empty-command"),
        FindingCase(
            "two ways to sign in", org("auth: { api_token: { env: T }, command: [a] }"),
            "3:14-53 one-key"),
        FindingCase("no way to sign in", org("auth: {}"), "3:14-16 one-key"),
        FindingCase(
            "an org by plain http", org("url: http://acme.okta.com"), "3:13-33 invalid-org-url"),
        FindingCase("a loopback org by plain http", org("url: http://127.0.0.1:7878/")),
        FindingCase(
            "an org's URL with a path", org("url: https://a.b/c"), "3:13-26 invalid-org-url"),
        FindingCase(
            "the admin console", org("url: https://acme-admin.okta.com"), "3:13-40 invalid-org-url"),
        FindingCase(
            "a variable in vars", org("vars: { a: '${var.b}' }"),
            "3:19-29 interpolation-not-allowed"),
        FindingCase("a variable of nothing", org("vars: { a: }"), "3:16-17 wrong-type"),
        FindingCase(
            "a backend that is to come", "version: 1\nstate: { backend: s3, bucket: b }\n",
            "2:19-21 unsupported-backend"),
        FindingCase(
            "an unknown backend", "version: 1\nstate: { backend: lokal }\n", "2:19-24 unknown-word"),
        FindingCase(
            "an empty path", "version: 1\nstate: { path: '' }\n", "2:16-18 invalid-state-path"),
        FindingCase(
            "host patterns",
            policy("allowed_hosts: [a.b, '*.a.b', 'https://a', 'a:1', '*', 'a*.b']"),
            "2:41-52 invalid-host-pattern", "2:54-59 invalid-host-pattern",
            "2:61-64 invalid-host-pattern",
            "2:66-72 invalid-host-pattern"),
        FindingCase("a number of deletes", policy("max_deletes: 5")),
        FindingCase("a part of deletes", policy("max_deletes: 30%")),
        FindingCase("too large a part", policy("max_deletes: 101%"), "2:24-28 not-a-percentage"),
        FindingCase("a negative number", policy("max_deletes: -1"), "2:24-26 number-out-of-range"),
        FindingCase("a word for a number", policy("max_deletes: few"), "2:24-27 wrong-type"),
        FindingCase("a limit's name", policy("limits: { event_hook: 30 }"), "2:21-31 unknown-key"),
        FindingCase(
            "a limit of none", policy("limits: { event_hooks: 0 }"), "2:34-35 number-out-of-range"),
    ])
    func findsMistakes(_ example: FindingCase) {
        #expect(Folder(example.text).findings().map(\.brief) == example.findings)
    }

    @Test func readsWhatIsDeclared() throws {
        let folder = Folder(
            [
                "infra/tenterhook.yaml": """
                version: 1
                orgs:
                  prod:
                    url: https://acme.okta.com/
                    auth: { api_token: { file: token } }
                    vars: { a: 1, b: "x" }
                  preview:
                state: { path: ../st }
                policy:
                  allowed_hosts: ["*.acme.com", hooks.example.com]
                  max_deletes: 30%
                  limits: { event_hooks: 30 }
                """
            ], root: "infra/tenterhook.yaml")
        let manifest = try #require(folder.read().manifest)
        #expect(manifest.orgs.map(\.name) == ["prod", "preview"])
        #expect(manifest.orgs[0].url == "https://acme.okta.com")
        #expect(manifest.orgs[0].authentication == .apiToken(.file("infra/token")))
        #expect(manifest.orgs[0].vars == ["a": "1", "b": "x"])
        #expect(manifest.orgs[0].location?.description == "infra/tenterhook.yaml:3:3")
        #expect(manifest.orgs[1].url == nil && manifest.orgs[1].authentication == nil)
        #expect(manifest.state.backend == .local(path: "infra/../st"))
        #expect(manifest.policy.allowedHosts == ["*.acme.com", "hooks.example.com"])
        #expect(manifest.policy.maxDeletes == .percent(30))
        #expect(manifest.policy.value(of: ResourceKind.eventHook.limit) == 30)
        #expect(manifest.policy.value(of: .urlLength) == 1024)
    }

    @Test func readsHowToSignIn() throws {
        let folder = Folder(
            [
                "infra/tenterhook.yaml": """
                version: 1
                orgs:
                  a: { auth: { command: [vault, read, okta] } }
                  b: { auth: { oauth: { client_id: 0oa1, private_key: { file: key.pem } } } }
                  c:
                    auth:
                      oauth:
                        client_id: { env: ID }
                        private_key: { command: [pass, key] }
                        key_id: { env: KID }
                        dpop: true
                """
            ], root: "infra/tenterhook.yaml")
        let manifest = try #require(folder.read().manifest)
        #expect(
            manifest.orgs.map(\.authentication) == [
                .command(["vault", "read", "okta"]),
                .oauth(
                    ServiceAppDeclaration(
                        clientID: .plain("0oa1"), privateKey: .file("infra/key.pem"), keyID: nil,
                        dpop: nil)),
                .oauth(
                    ServiceAppDeclaration(
                        clientID: .reference(.environment("ID")),
                        privateKey: .command(["pass", "key"]),
                        keyID: .reference(.environment("KID")), dpop: true)),
            ])
    }

    @Test func aHookIsProtectedInOrgsThatItDoesNotBelongTo() throws {
        let folder = Folder(
            """
            version: 1
            orgs: { prod: {}, preview: {} }
            endpoints: { e: { url: https://a.b } }
            event_hooks:
              a:
                endpoint: e
                events: [user.lifecycle.create]
                orgs: [preview]
                lifecycle: { prevent_destroy: true }
              b: { endpoint: e, events: [user.lifecycle.create] }
            """)
        let protected = try #require(folder.read().manifest).protected
        #expect(
            protected.mapValues(\.description) == [
                Address(kind: "event_hook", key: "a"): "tenterhook.yaml:5:3"
            ])
        #expect(folder.resources(org: "prod").map(\.address.key) == ["b"])
    }

    @Test func aManifestWithoutOrgsIsForTheEnvironments() throws {
        let manifest = try #require(Folder("version: 1\n").read().manifest)
        #expect(manifest.orgs.map(\.name) == ["default"])
        #expect(manifest.orgs[0].url == nil && manifest.orgs[0].authentication == nil)
        #expect(manifest.state.backend == .local(path: "state"))
        #expect(manifest.organisation(named: nil) == .org(manifest.orgs[0]))
    }

    @Test func severalOrgsNeedAName() throws {
        let text = "version: 1\norgs: { prod: {}, preview: {} }\n"
        let manifest = try #require(Folder(text).read().manifest)
        #expect(manifest.organisation(named: "preview") == .org(manifest.orgs[1]))
        guard case .unclear(let needed) = manifest.organisation(named: nil),
            case .unclear(let unknown) = manifest.organisation(named: "prd")
        else {
            Issue.record("an org was chosen")
            return
        }
        #expect(needed.detail == "This needs --org; the manifest has prod and preview.")
        #expect(unknown.detail == "The manifest has no org \"prd\". Did you mean \"prod\"?")
    }

    @Test func aMissingManifestSaysHowToBegin() {
        let reading = Folder([:]).read()
        #expect(reading.manifest == nil)
        #expect(reading.diagnostics.map(\.rule.id) == ["manifest-file-missing"])
        #expect(reading.diagnostics[0].commands == ["tenterhook init"])
    }

    @Test func anUnreadableManifestSaysWhy() {
        let files = ManifestFiles(
            read: { _ in .failure(.unreadable("permission denied")) }, glob: { _ in .success([]) })
        let reading = ManifestReader.read(root: "t.yaml", files: files)
        #expect(
            reading.diagnostics.map(\.detail) == ["\"t.yaml\" cannot be read: permission denied."])
    }

    private static func org(_ content: String) -> String {
        "version: 1\norgs:\n  a: { \(content) }\n"
    }

    private static func policy(_ content: String) -> String {
        "version: 1\npolicy: { \(content) }\n"
    }
}
