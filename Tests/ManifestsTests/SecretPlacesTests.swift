import Manifests
import Testing
import Vocabulary

/// Mistakes in and around secrets: neither a message nor an excerpt repeats what stands there.
@Suite struct SecretPlacesTests {
    private static let sentinel = "S3NT1NEL"

    @Test(arguments: [
        FindingCase(
            "a secret for a variable's name", header("{ env: S3NT1NEL-abc }"),
            "7:21-33 invalid-variable-name"),
        FindingCase(
            "a secret for auth", endpoint("auth: Bearer S3NT1NEL"), "4:11-26 wrong-type"),
        FindingCase(
            "a secret for a list", endpoint("auth: [Bearer, S3NT1NEL]"), "4:11-29 wrong-type"),
        FindingCase(
            "a mistyped api_token",
            "version: 1\norgs:\n  a:\n    auth:\n      api_tokn: S3NT1NEL\n",
            "5:7-15 unknown-key", "5:7-8 one-key"),
        FindingCase(
            "a mistyped value", endpoint("auth:\n      header: A\n      valu: S3NT1NEL"),
            "6:7-11 unknown-key"),
        FindingCase(
            "a mistyped auth", endpoint("auht: Bearer S3NT1NEL"), "4:5-9 unknown-key"),
        FindingCase(
            "a mistyped literal", endpoint("headers: { X-A: { litral: S3NT1NEL } }"),
            "4:21-41 one-key", "4:23-29 unknown-key"),
        FindingCase(
            "a second value",
            header("{ env: A }\n      value: { literal: S3NT1NEL }"), "8:7-12 duplicate-key"),
        FindingCase(
            "a second auth",
            endpoint("auth: none\n    auth: { header: A, value: { literal: S3NT1NEL } }"),
            "5:5-9 duplicate-key"),
        FindingCase(
            "a secret on the next line", header("{ literal:\n        S3NT1NEL, bar: 2 }"),
            "7:16-23 secret-in-plain-text?", "8:19-22 unknown-key"),
        FindingCase(
            "a secret as a key", header("{ S3NT1NEL: a }"), "7:14-29 one-key",
            "7:16-24 unknown-key"),
        FindingCase(
            "a secret twice as a key", header("{ S3NT1NEL: a, S3NT1NEL: b }"),
            "7:14-42 one-key", "7:16-24 unknown-key", "7:29-37 duplicate-key"),
        FindingCase(
            "a secret for a header's name",
            endpoint("auth: { header: Bearer S3NT1NEL, value: { env: A } }"),
            "4:21-36 dropped-header?"),
        FindingCase(
            "a secret in a variable",
            endpoint("auth: { header: '${S3NT1NEL}', value: { env: A } }"),
            "4:21-34 interpolation-unknown"),
        FindingCase(
            "a password in a URL",
            "version: 1\nendpoints: { e: { url: https://u:S3NT1NEL@a.b } }\n",
            "2:24-46 invalid-endpoint-url"),
        FindingCase(
            "a key in clear in a header", endpoint("headers: { X-Api-Key: S3NT1NEL }"),
            "4:27-35 secret-header-in-plain-text?"),
        FindingCase(
            "a block of text", header("|\n        S3NT1NEL\n        more"),
            "7:14-15 secret-in-plain-text"
        ),
        FindingCase(
            "an alias of a secret",
            header(
                "&s S3NT1NEL\nevent_hooks: { h: { endpoint: *s, events: [user.lifecycle.create] } }"
            ),
            "7:14-25 secret-in-plain-text", "8:31-33 unknown-endpoint"),
        FindingCase(
            "a secret that an alias takes",
            "version: &s S3NT1NEL\n" + endpoint("auth: *s").dropFirst("version: 1\n".count),
            "1:10-21 wrong-type", "4:11-13 wrong-type"),
        FindingCase(
            "a secret that reads as an alias", header("*S3NT1NEL"), "7:14-15 yaml-syntax"),
        FindingCase(
            "a secret that reads as a tag", header("!S3NT1NEL"), "7:14-15 yaml-unquoted",
            "7:14-23 secret-in-plain-text"),
        FindingCase(
            "a secret with a colon", header("S3NT1NEL: x: y"), "7:22-23 yaml-syntax"),
        FindingCase(
            "a quote that is not closed", header("\"S3NT1NEL\nS3NT1NEL: x\nS3NT1NEL\n"),
            "11:1-2 yaml-syntax"),
        FindingCase(
            "a brace that is not closed", header("{ literal:\nS3NT1NEL\n: S3NT1NEL: ]"),
            "9:1-2 yaml-syntax"),
        FindingCase(
            "a secret that lost its key",
            endpoint("auth:\n    S3NT1NEL\n    events: x"), "5:5-13 yaml-syntax"),
        FindingCase(
            "a mistyped key before what is no YAML", endpoint("pasword: S3NT1NEL: x"),
            "4:22-23 yaml-syntax"),
    ])
    func nothingRepeatsASecret(_ example: FindingCase) {
        let folder = Folder(example.text)
        let findings = folder.findings()
        #expect(findings.map(\.brief) == example.findings)
        for finding in findings {
            #expect(finding.hidesSource, "\(finding)")
            #expect(!"\(finding)".contains(Self.sentinel), "\(finding)")
        }
        for (_, bytes) in folder.read().excerptSources {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains(Self.sentinel), "\(text)")
            #expect(text.contains("***"))
        }
    }

    @Test func aFileThatIsNoTextIsNotShown() {
        let text: [UInt8] = "auth: S3NT1NEL\n".utf8.flatMap { byte in [byte, 0] }
        let reading = Folder(bytes: [0xFF, 0xFE] + text).read()
        #expect(reading.diagnostics.map(\.hidesSource) == [true])
        #expect(reading.excerptSources["tenterhook.yaml"] == Array("***\n***".utf8))
    }

    @Test func whatIsNoSecretIsShown() {
        let folder = Folder(
            """
            version: 1
            orgs:
              a: { auth: { api_token: { env: T } }, vars: { v: 1 } }
            endpoints:
              file: { ulr: https://a.b, auth: none }
              e:
                auth:
                  header: A
                  value: { env: B }
                url: http://a.b
            event_hooks:
              h: { endpoint: e, evnts: [user.lifecycle.create] }
            """)
        let findings = folder.findings()
        #expect(
            findings.map(\.brief) == [
                "5:11-14 unknown-key", "10:10-20 invalid-endpoint-url", "12:21-26 unknown-key",
            ])
        #expect(findings.allSatisfy { !$0.hidesSource })
        let lines = String(
            decoding: folder.read().excerptSources["tenterhook.yaml"] ?? [], as: UTF8.self
        ).split(separator: "\n")
        #expect(lines[2] == "  a: { auth: ***")
        #expect(lines[7...9] == ["      ***", "***", "    url: http://a.b"])
    }

    /// An included file's secrets are known by the file, and the root's by theirs.
    @Test func everyFileHasPlacesOfItsOwn() {
        let findings = Folder([
            "tenterhook.yaml": "version: 1\ninclude: [a.yaml]\n\npolcy: 1\n",
            "a.yaml": "endpoints:\n  e:\n    url: https://a.b\n    auth: S3NT1NEL\n",
        ]).findings()
        #expect(findings.map(\.brief) == ["4:11-19 wrong-type", "4:1-6 unknown-key"])
        #expect(findings.map(\.hidesSource) == [true, false])
    }

    private static func endpoint(_ content: String) -> String {
        "version: 1\nendpoints:\n  e:\n    \(content)\n    url: https://a.b\n"
    }

    private static func header(_ value: String) -> String {
        "version: 1\nendpoints:\n  e:\n    url: https://a.b\n    auth:\n      header: A\n"
            + "      value: \(value)\n"
    }
}
