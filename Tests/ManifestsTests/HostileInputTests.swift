import Manifests
import Seeding
import Testing
import Vocabulary

/// Files that are no manifests at all: they are refused with a place and a reason, soon.
@Suite struct HostileInputTests {
    @Test func refusesABillionLaughs() {
        var text = "version: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<10 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(Folder(text).findings().map(\.brief) == ["7:45-46 yaml-too-large"])
    }

    @Test func refusesDeepNesting() {
        let brackets = String(repeating: "[", count: 100_000)
        #expect(Folder(brackets).findings().map(\.brief) == ["1:65-66 yaml-too-deep"])
        let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(Folder(deepest).findings().map(\.brief) == ["1:1-129 wrong-type"])
    }

    @Test func refusesTooManyNodes() {
        let folder = Folder("version: 1\ninclude: [a, b, c]\n")
        let reading = folder.read(limits: YAMLLimits(nodes: 7))
        #expect(reading.diagnostics.map(\.brief) == ["2:17-18 yaml-too-large"])
    }

    @Test func refusesTooManyBytes() {
        let bytes = Array(repeating: UInt8(ascii: "#"), count: 17 << 20)
        #expect(Folder(bytes: bytes).findings().map(\.brief) == ["1:1-2 yaml-too-large"])
    }

    @Test(arguments: [
        ("a NUL byte", Array("version: 1\na: \0\n".utf8), "2:4-5 yaml-control-character"),
        (
            "a control character", Array("version: 1\nä: \u{1}\n".utf8),
            "2:4-5 yaml-control-character"
        ),
        ("UTF-16 with its mark", [0xFF, 0xFE, 0x76, 0, 0x65, 0], "1:1-2 yaml-encoding"),
        ("UTF-16 without", [0, 0x76, 0, 0x65], "1:1-2 yaml-encoding"),
        ("Latin-1", Array("version: 1\n# caf".utf8) + [0xE9, 0x0A, 0x61], "2:6-7 yaml-encoding"),
        (
            "a cut sequence", Array("version: 1\na: ".utf8) + [0xE2, 0x82],
            "2:4-5 yaml-encoding"
        ),
    ])
    func refusesForeignEncodings(_ example: (what: String, bytes: [UInt8], finding: String)) {
        #expect(Folder(bytes: example.bytes).findings().map(\.brief) == [example.finding])
    }

    @Test func tellsOnlySoManyFindings() {
        let keys = (0..<5000).map { "k\($0): 1\n" }.joined()
        let findings = Folder("version: 1\n" + keys).findings()
        #expect(findings.count == 1001)
        #expect(findings.last?.rule.id == "more-findings")
        #expect(findings.hasErrors)
    }

    @Test(arguments: 0..<4)
    func damageNeverBreaksTheReader(_ seed: UInt64) {
        var generator = SeededGenerator(seed: 77 + seed)
        var accepted = 0
        var refused = 0
        for _ in 0..<100 {
            let bytes = damage(Array(Self.text.utf8), using: &generator)
            let findings = Folder(bytes: bytes).findings(variables: [:])
            for finding in findings {
                guard let place = finding.location else { continue }
                #expect(place.line >= 1 && place.column >= 1 && place.endColumn > place.column)
                #expect(!finding.summary.isEmpty && !finding.detail.isEmpty)
            }
            if findings.hasErrors { refused += 1 } else { accepted += 1 }
        }
        // Were one of them rare, this would test little.
        #expect(accepted > 3 && refused > 20)
    }

    private func damage(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.insert(contentsOf: piece.utf8, at: place)
        case 1: bytes.replaceSubrange(place..<end, with: piece.utf8)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        return bytes
    }

    private static let pieces = [
        "[", "]", "{", "}", ":", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "&a ", "*a", "<<: *a\n",
        "!!str ", "|\n", ">-\n", "${", "${var.receiver}", "$${", "~", "---\n", "#", "%", "\u{FEFF}",
        "null", "{ env: A }", "é", "\r", "\0", "1",
    ]

    private static let text = """
        version: 1
        orgs:
          prod: { url: https://acme.okta.com, vars: { receiver: https://hooks.acme.com } }
        policy: { allowed_hosts: ["*.acme.com"], max_deletes: 30%, limits: { event_hooks: 10 } }
        endpoints:
          payroll: &a
            url: ${var.receiver}/okta
            headers: { X-Team: identity }
            auth: { header: Authorization, value: { env: PAYROLL } }
          other: { <<: *a, auth: none }
        event_hooks:
          leavers:
            name: Leavers
            endpoint: payroll
            events: [user.lifecycle.deactivate, group.user_membership.add]
            filters:
              group.user_membership.add: event.target.?[type eq 'UserGroup'].size() > 0
            lifecycle: { prevent_destroy: true, ignore_changes: [auth] }
        """
}
