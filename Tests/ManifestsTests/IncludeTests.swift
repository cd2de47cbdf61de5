import Kinds
import Testing
import Vocabulary

@testable import Manifests

/// Manifests of several files.
@Suite struct IncludeTests {
    @Test func readsWhatIsIncluded() throws {
        let folder = Folder(
            [
                "infra/tenterhook.yaml": """
                version: 1
                include: ["hooks/*.yaml", tenterhook.yaml, hooks/a.yaml, "hooks/*"]
                event_hooks: { r: { endpoint: shared, events: [user.lifecycle.create] } }
                """,
                "infra/hooks/b.yaml": """
                event_hooks:
                  b: { endpoint: shared, events: [user.lifecycle.create] }
                """,
                "infra/hooks/a.yaml": """
                version: 1
                endpoints:
                  shared:
                    url: https://a.b
                    auth: { header: A, value: { file: key } }
                """,
                "infra/hooks/empty.yaml": "endpoints: {}\n",
            ], root: "infra/tenterhook.yaml")
        #expect(folder.findings().isEmpty)
        #expect(
            folder.read().sources.map(\.path) == [
                "infra/tenterhook.yaml", "infra/hooks/a.yaml", "infra/hooks/b.yaml",
                "infra/hooks/empty.yaml",
            ])
        let resources = folder.resources()
        #expect(resources.map(\.address.key) == ["b", "r"])
        // A secret's file stands beside the file that names it.
        for resource in resources {
            #expect(
                resource.values[AttributePath("channel.config.authScheme.value")]
                    == .secret(.file("infra/hooks/key")))
        }
        #expect(resources[0].location.description == "infra/hooks/b.yaml:2:3")
    }

    @Test func absolutePathsStayAbsolute() {
        let folder = Folder([
            "tenterhook.yaml": "version: 1\ninclude: [/etc/hooks.yaml]\n",
            "/etc/hooks.yaml":
                "endpoints: { e: { url: { file: key } }, f: { url: { file: /run/key } } }\n",
        ])
        #expect(folder.findings().isEmpty)
        #expect(folder.read().sources.map(\.path) == ["tenterhook.yaml", "/etc/hooks.yaml"])
    }

    @Test func findsMistakesInEveryFile() {
        let folder = Folder([
            "tenterhook.yaml": """
            version: 1
            include: [a.yaml, b.yaml, nothing*.yaml, c.yaml]
            polcy: 1
            endpoints: { e: { url: https://a.b } }
            """,
            "a.yaml": "endpoints: { e: { url: https://a.b } }\npolicy: {}\norgs: {}\n",
            "b.yaml": "event_hooks: [\n",
            "c.yaml": "version: 2\nnew: 1\n",
        ])
        let findings = folder.findings()
        #expect(
            findings.map { ($0.location?.file ?? "") + " " + $0.brief } == [
                "a.yaml 1:14-15 duplicate-declaration",
                "a.yaml 2:1-7 unknown-key",
                "a.yaml 3:1-5 unknown-key",
                "b.yaml 2:1-2 yaml-syntax",
                "c.yaml 1:10-11 manifest-newer",
                "tenterhook.yaml 2:27-40 include-without-match",
                "tenterhook.yaml 3:1-6 unknown-key",
            ])
        #expect(findings[0].related.map(\.location.description) == ["tenterhook.yaml:4:14"])
        #expect(findings[1].detail.hasSuffix("It belongs in the root file."))
    }

    @Test func aBrokenFileDoesNotMakeReferencesLookWrong() {
        let folder = Folder([
            "tenterhook.yaml": """
            version: 1
            include: [e.yaml]
            event_hooks: { h: { endpoint: e, events: [user.lifecycle.create] } }
            """,
            "e.yaml": "endpoints: { e: { url: https://a.b }\n",
        ])
        #expect(folder.findings().map(\.rule.id) == ["yaml-syntax"])
    }

    @Test func aFileIsReadOnceInWhateverSpelling() {
        let root = Array("version: 1\ninclude: [\"*\"]\n".utf8)
        let files = ManifestFiles(
            read: { $0 == "x/t.yaml" ? .success(root) : .success(Array("endpoints: {}\n".utf8)) },
            glob: { _ in
                .success(["./a.yaml", "../x/a.yaml", "../x/./t.yaml", "a.yaml", "b//../a.yaml"])
            })
        let reading = ManifestReader.read(root: "x/t.yaml", files: files)
        #expect(reading.sources.map(\.path) == ["x/t.yaml", "x/../x/a.yaml"])
    }

    @Test(arguments: [
        ("tenterhook.yaml", "x*.yaml", "No file matches \"x*.yaml\" in the current folder."),
        ("infra/tenterhook.yaml", "a.yaml", "No file matches \"a.yaml\" in \"infra\"."),
        ("infra/tenterhook.yaml", "/etc/*", "No file matches \"/etc/*\"."),
    ])
    func aPatternWithoutAMatchIsAnError(root: String, pattern: String, detail: String) {
        let reading = Folder(
            [
                root: """
                version: 1
                include: ["\(pattern)"]
                event_hooks: { h: { endpoint: e, events: [user.lifecycle.create] } }
                """
            ], root: root
        ).read()
        // The endpoint may be in what is not found, so that nothing is said about it.
        #expect(
            reading.diagnostics.map(\.brief) == ["2:11-\(13 + pattern.count) include-without-match"]
        )
        #expect(reading.diagnostics.hasErrors && reading.manifest == nil)
        #expect(reading.diagnostics[0].detail.hasPrefix(detail))
    }

    @Test func aFolderThatCannotBeSearchedIsAnError() {
        var access = Folder("version: 1\ninclude: [a/*.yaml]\n").access
        access.glob = { _ in .failure(.unreadable("Permission denied")) }
        let reading = ManifestReader.read(root: "tenterhook.yaml", files: access)
        #expect(reading.diagnostics.map(\.rule.id) == ["manifest-unreadable"])
        #expect(reading.diagnostics[0].detail.hasSuffix("cannot be looked up: Permission denied."))
        #expect(reading.manifest == nil)
    }

    @Test func aFileThatIsGoneIsAnError() {
        var access = Folder("version: 1\ninclude: [a.yaml]\n").access
        access.glob = { _ in .success(["a.yaml"]) }
        let reading = ManifestReader.read(root: "tenterhook.yaml", files: access)
        #expect(reading.diagnostics.map(\.rule.id) == ["manifest-file-missing"])
        #expect(reading.diagnostics[0].commands.isEmpty)
    }

    /// The files of one hook each, at depths 0 to 2 below `hooks`.
    private static let tree: [String: String] = [
        "hooks/a.yaml": "event_hooks: { a: { endpoint: e, events: [user.lifecycle.create] } }\n",
        "hooks/hr/b.yaml": "event_hooks: { b: { endpoint: e, events: [user.lifecycle.create] } }\n",
        "hooks/hr/eu/c.yaml":
            "event_hooks: { c: { endpoint: e, events: [user.lifecycle.create] } }\n",
        "hooks/hr/eu/d.txt": "not a manifest\n",
    ]

    @Test(arguments: [
        ("hooks/**/*.yaml", ["a", "b", "c"]),
        ("**/*.yaml", ["a", "b", "c"]),
        ("hooks/**/eu/*.yaml", ["c"]),
        ("hooks/**/c.yaml", ["c"]),
        ("**/hr/**/*.yaml", ["b", "c"]),
        ("hooks/*.yaml", ["a"]),
        ("hooks/hr/**/b.yaml", ["b"]),
    ])
    func doubleStarMatchesAnyDepth(pattern: String, keys: [String]) {
        var files = Self.tree
        files["tenterhook.yaml"] = """
            version: 1
            include: ["\(pattern)"]
            endpoints: { e: { url: https://a.b } }
            """
        let folder = Folder(files)
        #expect(folder.findings() == [])
        #expect(folder.resources().map(\.address.key) == keys)
    }

    @Test func doubleStarAtTheEndMatchesFilesOnly() {
        var files = Self.tree
        files["hooks/hr/eu/d.txt"] = nil
        files["tenterhook.yaml"] = """
            version: 1
            include: ["hooks/**"]
            endpoints: { e: { url: https://a.b } }
            """
        #expect(Folder(files).resources().map(\.address.key) == ["a", "b", "c"])
    }

    @Test(arguments: [
        "hooks/**.yaml", "hooks/a**/*.yaml", "hooks/{a,b}.yaml", "!hooks/a.yaml",
    ])
    func unsupportedSyntaxIsAnError(pattern: String) {
        var files = Self.tree
        files["tenterhook.yaml"] = "version: 1\ninclude: [\"\(pattern)\"]\n"
        let reading = Folder(files).read()
        #expect(reading.diagnostics.map(\.rule.id) == ["include-pattern"])
        #expect(reading.manifest == nil)
    }

    @Test func aBackslashEscapesABrace() {
        #expect(IncludePattern("hooks/\\{a\\}.yaml").unsupported == nil)
    }

    @Test func aCircleOfLinksIsAnError() {
        var access = Folder("version: 1\ninclude: [\"**/*.yaml\"]\n").access
        access.glob = { pattern in .success([pattern.replacing("*", with: "x")]) }
        let reading = ManifestReader.read(root: "tenterhook.yaml", files: access)
        #expect(reading.diagnostics.map(\.rule.id) == ["manifest-unreadable"])
        #expect(reading.manifest == nil)
    }

    /// A name or a match that contributes no declaration would otherwise delete hooks.
    @Test(arguments: [
        ("version: 1\ninclude: [empty.yaml]\n", "1:1-2 include-empty"),
        ("version: 1\ninclude: [comments.yaml]\n", "1:1-2 include-empty"),
        ("version: 1\ninclude: [null.yaml]\n", "1:1-2 include-empty"),
        ("version: 1\ninclude: [section.yaml]\n", "1:1-12 section-empty"),
        ("version: 1\nevent_hooks:\n", "2:1-12 section-empty"),
        ("version: 1\nhook_keys: ~\n", "2:1-10 section-empty"),
        ("version: 1\ninclude:\n", "2:1-8 wrong-type"),
    ])
    func anEmptyDeclarationIsAnError(text: String, finding: String) {
        let folder = Folder([
            "tenterhook.yaml": text, "empty.yaml": "", "comments.yaml": "# a: 1\n",
            "null.yaml": "---\n", "section.yaml": "event_hooks:\n  # a: {}\n",
        ])
        #expect(folder.findings().map(\.brief) == [finding])
        #expect(folder.read().manifest == nil)
    }

    @Test func anExplicitlyEmptySectionIsValid() {
        #expect(Folder("version: 1\nevent_hooks: {}\ninclude: []\n").findings() == [])
    }
}
