import Kinds
import Manifests
import Testing
import Vocabulary

/// `moved` and `removed`.
@Suite struct RelocationTests {
    private static func manifest(_ sections: String) -> String {
        """
        version: 1
        hook_keys: { kept: { name: Kept } }
        \(sections)

        """
    }

    @Test(arguments: [
        FindingCase("nothing said", manifest("moved:\nremoved:")),
        FindingCase(
            "a chain",
            manifest(
                "moved:\n- { from: hook_key.a, to: hook_key.b }\n- { from: hook_key.b, to: hook_key.kept }"
            )),
        FindingCase(
            "a move to what is declared nowhere",
            manifest("moved:\n- { from: hook_key.a, to: hook_key.b }")),
        FindingCase(
            "a new address that is removed",
            manifest("moved:\n- { from: hook_key.a, to: hook_key.b }\nremoved: [hook_key.b]")),
        FindingCase(
            "no list", manifest("moved: { from: hook_key.a, to: hook_key.b }"), "3:8-44 wrong-type"),
        FindingCase(
            "a move without an end", manifest("moved:\n- { from: hook_key.a }"),
            "4:3-23 missing-key"),
        FindingCase(
            "an unknown key", manifest("moved:\n- { form: hook_key.a, to: hook_key.b }"),
            "4:5-9 unknown-key"),
        FindingCase(
            "no address", manifest("moved:\n- { from: a, to: hook_key.b }\nremoved: [a.b.c]"),
            "4:11-12 invalid-address", "5:11-16 invalid-address"),
        FindingCase(
            "an unknown kind", manifest("removed: [hook_keys.a]"), "3:11-22 invalid-address"),
        FindingCase(
            "another kind", manifest("moved:\n- { from: hook_key.a, to: event_hook.a }"),
            "4:3-41 moved-to-another-kind"),
        FindingCase(
            "to itself", manifest("moved:\n- { from: hook_key.a, to: hook_key.a }"),
            "4:3-39 circular-moves"),
        FindingCase(
            "a ring",
            manifest(
                "moved:\n- { from: hook_key.a, to: hook_key.b }\n- { from: hook_key.b, to: hook_key.a }"
            ), "4:3-39 circular-moves", "5:3-39 circular-moves"),
        FindingCase(
            "two ways",
            manifest(
                "moved:\n- { from: hook_key.a, to: hook_key.b }\n- { from: hook_key.a, to: hook_key.c }"
            ), "5:3-39 moved-twice"),
        FindingCase(
            "two onto one",
            manifest(
                "moved:\n- { from: hook_key.a, to: hook_key.c }\n- { from: hook_key.b, to: hook_key.c }"
            ), "5:3-39 moved-twice"),
        FindingCase(
            "what is still declared", manifest("moved:\n- { from: hook_key.kept, to: hook_key.c }"),
            "4:3-42 moved-and-declared"),
        FindingCase(
            "removed and declared", manifest("removed: [hook_key.kept]"),
            "3:11-24 removed-and-declared"),
        FindingCase(
            "removed twice", manifest("removed: [hook_key.a, hook_key.a]"), "3:23-33 moved-twice"),
        FindingCase(
            "moved and removed",
            manifest("moved:\n- { from: hook_key.a, to: hook_key.b }\nremoved: [hook_key.a]"),
            "5:11-21 moved-and-removed"),
    ])
    func findsMistakes(_ example: FindingCase) {
        #expect(Folder(example.text).findings().map(\.brief) == example.findings)
    }

    @Test func includedFilesMoveToo() throws {
        let folder = Folder([
            "tenterhook.yaml": "version: 1\ninclude: [more.yaml]\nremoved: [hook_key.gone]\n",
            "more.yaml": "moved:\n- { from: hook_key.a, to: hook_key.b }\n",
        ])
        let relocations = try #require(folder.read().manifest).relocations
        #expect(relocations.moves.map(\.from) == [Address(kind: "hook_key", key: "a")])
        #expect(relocations.moves.map(\.location.file) == ["more.yaml"])
        #expect(relocations.removals.map(\.address) == [Address(kind: "hook_key", key: "gone")])
    }
}
