import Manifests
import Testing
import Vocabulary

/// What YAML a manifest may be written in.
@Suite struct YAMLTests {
    @Test(arguments: [
        FindingCase("an empty file", "", "1:1-2 manifest-empty"),
        FindingCase("comments only", "# nothing\n", "1:1-2 manifest-empty"),
        FindingCase("nothing but a null", "---\n", "2:1-2 wrong-type"),
        FindingCase("a list for a manifest", "[1]", "1:1-4 wrong-type"),
        FindingCase("a tab that indents", "version: 1\n\tpolicy: {}\n", "2:1-2 yaml-syntax"),
        FindingCase("two documents", "version: 1\n---\nversion: 1\n", "2:1-2 several-documents"),
        FindingCase("an explicit start and end", "---\nversion: 1\n...\n"),
        FindingCase("a colon in a plain value", "version: a: b", "1:11-12 yaml-syntax"),
        FindingCase("an open quote", "version: 'a\n", "2:1-2 yaml-syntax"),
        FindingCase("an open bracket", "version: 1\ninclude: [a\nb: c\n", "3:2-3 yaml-syntax"),
        FindingCase("an unknown anchor", "version: *a\n", "1:10-11 yaml-syntax"),
        FindingCase("an anchor within itself", "version: &a [*a]\n", "1:14-15 yaml-syntax"),
        FindingCase(
            "a key that stands twice", "version: 1\nversion: 1\n", "2:1-8 duplicate-key"),
        FindingCase("a list as a key", "version: 1\n? [a]\n: b\n", "2:3-6 yaml-key"),
        FindingCase(
            "tags", "version: !!int 1\ninclude: !mine\npolicy: !!map {}\n", "1:10-11 yaml-tag",
            "1:10-17 wrong-type", "2:10-11 yaml-unquoted", "2:10-15 wrong-type"),
        FindingCase(
            "a tag that makes a string", "version: 1\ninclude: [!!str 1, ! 2]\n",
            "2:11-18 include-without-match", "2:20-21 yaml-unquoted",
            "2:20-23 include-without-match"),
        FindingCase("a merge of a text", "version: 1\n<<: a\n", "2:5-6 yaml-merge"),
        FindingCase("a merge of a mapping", "policy: &a {}\n<<: { version: 1 }\n"),
        FindingCase("CRLF line ends", "version: 1\r\npolicy: 1\r\n", "2:9-10 wrong-type"),
        FindingCase("a byte order mark", "\u{FEFF}version: 1\npolcy: 1\n", "2:1-6 unknown-key"),
        FindingCase(
            "a mark and a mistake on line 1", "\u{FEFF}vers: 1\n", "1:1-5 unknown-key",
            "1:1-2 missing-key"),
        FindingCase(
            "columns in scalars", "version: 1\npolicy: { é: 1, 😀: 2 }\n",
            "2:11-12 unknown-key", "2:17-18 unknown-key"),
    ])
    func findsMistakes(_ example: FindingCase) {
        #expect(Folder(example.text).findings().map(\.brief) == example.findings)
    }

    @Test(arguments: [
        ("version: 1\n\tpolicy: {}\n", "A tab cannot indent YAML; use spaces."),
        (
            "policy: { allowed_hosts: [*.a.b] }\n",
            "A value that starts with * or & must be in quotes, such as \"*.example.com\"."
        ),
        ("a: @b\n", "A value cannot start with this character. Put the value in quotes."),
        ("a: 'b\n", "The file ends before the closing quote."),
        (
            "ä: { url: ${var.x} }\n",
            "Within braces or brackets, a text with ${…} needs quotes: \"${var.NAME}\"."
        ),
        ("a: [b\n", "Expected a comma or the closing bracket of the list here."),
        ("a: { b\n", "Expected a comma or the closing brace of the mapping here."),
        (
            "a: \"\\q\"\n",
            "In double quotes a backslash starts an escape, and this one is unknown. Double the"
                + " backslash, or use single quotes."
        ),
        (
            "a: 1\nb\n",
            "A key without its colon. Either the colon is missing, or the line is indented less than"
                + " the text that it belongs to."
        ),
        (
            "a: - b\n",
            "A list item is not possible here. Put the list on a line of its own, below its key."
        ),
        (
            "a:\n  b: 1\n c: 2\n",
            "Expected a key here. The line's indentation does not fit the lines above it, or a quote"
                + " or a bracket was closed too early."
        ),
    ])
    func saysItInPlainWords(_ example: (text: String, detail: String)) {
        let findings = Folder(example.text).findings()
        #expect(findings.map(\.detail) == [example.detail])
    }

    @Test(arguments: [
        ("a: 1\nb\n", "2:1-2"),
        ("a:\n  b\n    c: 1\n", "2:3-4"),
        ("a:\n  name x\n  c: 1\nd: 1\n", "2:3-9"),
        ("a: x: y\n", "1:5"),
    ])
    func aColonIsMissingWhereTheKeyStands(_ example: (text: String, place: String)) {
        let findings = Folder(example.text).findings()
        #expect(findings.count == 1)
        #expect(findings.first?.brief.hasPrefix(example.place) == true, "\(findings)")
        #expect(findings.first?.detail.contains("colon") == true || example.place == "1:5")
    }

    @Test func anOpenQuoteShowsWhereItStarts() {
        let related = Folder("version: 1\nstate: { path: \"a\n").findings().flatMap(\.related)
        #expect(related.map(\.location.description) == ["tenterhook.yaml:2:16"])
        #expect(related.map(\.text) == ["The text in quotes starts here."])
    }

    @Test func aDuplicateKeyShowsTheFirst() {
        let related = Folder("version: 1\nstate: {}\nstate: {}\n").findings().flatMap(\.related)
        #expect(related.map(\.location.description) == ["tenterhook.yaml:2:1"])
    }

    @Test func plainScalarsAreYAML12s() throws {
        let text = """
            version: 1
            orgs:
              o: { vars: { a: yes, b: on, c: 0123, d: "null", e: 1.50, f: True, g: 'a''b' } }
            """
        // The words that YAML 1.1 took for booleans are texts, and texts stay as they are written.
        let vars = try #require(Folder(text).read().manifest?.orgs.first?.vars)
        #expect(
            vars == [
                "a": "yes", "b": "on", "c": "0123", "d": "null", "e": "1.50", "f": "True",
                "g": "a'b",
            ])
    }

    @Test func merges() throws {
        let text = """
            version: 1
            orgs:
              a: { vars: &a { x: 1, y: 2 } }
              b: { vars: &b { y: 3, z: 4 } }
              c: { vars: { <<: [*a, *b], z: 5 } }
            """
        let orgs = try #require(Folder(text).read().manifest?.orgs)
        #expect(orgs[2].vars == ["x": "1", "y": "2", "z": "5"])
    }
}
