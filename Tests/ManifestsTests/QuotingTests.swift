import Manifests
import Testing
import Vocabulary

/// Unquoted values that YAML reads as something else than the text that they seem to be.
@Suite struct QuotingTests {
    private static func manifest(_ filter: String) -> String {
        """
        version: 1
        endpoints: { e: { url: https://a.b } }
        event_hooks:
          h:
            endpoint: e
            events: [group.user_membership.add]
            filters:
              group.user_membership.add: \(filter)

        """
    }

    /// Valid expressions, and how to write them in YAML.
    @Test(arguments: [
        (
            "! (event.actor.type eq 'SystemPrincipal')", "yaml-unquoted",
            "\"! (event.actor.type eq 'SystemPrincipal')\""
        ),
        ("!(event.actor.id eq '00u1')", "yaml-unquoted", "\"!(event.actor.id eq '00u1')\""),
        (
            "event.target.?[type eq 'User' && id ne #root.event.actor.id].size() > 0",
            "yaml-comment",
            "\"event.target.?[type eq 'User' && id ne #root.event.actor.id].size() > 0\""
        ),
        (
            "{'SUCCESS', 'FAILURE'}.contains(event.outcome.result)", "yaml-unquoted",
            "\"{'SUCCESS', 'FAILURE'}.contains(event.outcome.result)\""
        ),
        (
            "'Sales' eq event.actor.displayName", "yaml-unquoted",
            "\"'Sales' eq event.actor.displayName\""
        ),
        (
            "\"Sales\" eq event.actor.displayName", "yaml-unquoted",
            "'\"Sales\" eq event.actor.displayName'"
        ),
        (
            "event.actor.id eq \"00u1\" ? true : false", "yaml-unquoted",
            "'event.actor.id eq \"00u1\" ? true : false'"
        ),
        (
            "event.actor.displayName eq 'a' || event.actor.displayName eq 'b: c'", "yaml-unquoted",
            "\"event.actor.displayName eq 'a' || event.actor.displayName eq 'b: c'\""
        ),
        ("%a eq 'b'", "yaml-unquoted", "\"%a eq 'b'\""),
        ("@a eq 'b'", "yaml-unquoted", "\"@a eq 'b'\""),
        ("`a` eq 'b'", "yaml-unquoted", "\"`a` eq 'b'\""),
    ])
    func anUnquotedFilterIsOneError(filter: String, code: String, quoted: String) {
        let findings = Folder(Self.manifest(filter)).findings().filter { $0.severity == .error }
        #expect(findings.map(\.rule.id) == [code])
        #expect(findings.first?.commands == ["group.user_membership.add: \(quoted)"])
        #expect(findings.first?.detail.contains("Put the value in quotes") == true)
        #expect(!findings.contains { $0.detail.contains("Remove the tag") })
        #expect(findings.first?.location?.line == 8)
        // The suggested line is valid and means the expression as it was written.
        let mended = Folder(Self.manifest(quoted))
        #expect(mended.read().diagnostics.filter { $0.rule.id.hasPrefix("yaml") } == [])
    }

    @Test(
        arguments: [
            ("description: Ticket #42", "2:14-20 yaml-comment?", "description: 'Ticket #42'"),
            ("name: ! Leavers", "2:7-8 yaml-unquoted", "name: '! Leavers'"),
            ("name: &Leavers to payroll", "2:7-26 yaml-anchor?", "name: '&Leavers to payroll'"),
            ("events: [! a.b]", "2:10-11 yaml-unquoted", nil),
            ("events: [a #b\n]", "2:10-11 yaml-comment?", nil),
            ("value: ! secret", "2:8-9 yaml-unquoted", nil),
            ("literal: a #secret", "2:10-11 yaml-comment?", nil),
        ] as [(String, String, String?)])
    func otherStringsAreWarnedOf(line: String, finding: String, corrected: String?) {
        let findings = Folder("x:\n\(line)\n".replacing("x:\n", with: "x: 1\n")).findings()
            .filter { $0.rule.id.hasPrefix("yaml") }
        #expect(findings.map(\.brief) == [finding])
        #expect(findings.first?.commands == (corrected.map { [$0] } ?? []))
    }

    @Test(arguments: [
        "description: Ticket # 42", "description: 'Ticket #42'", "description: Ticket#42",
        "description: a  ## heading", "name: !!str 1", "events: &x [a]\nmore: *x",
        "name: &n a\ndescription: *n", "filters:\n  a.b: |\n    ! x #y\n",
    ])
    func whatYAMLReadsAsWrittenIsNotFound(text: String) {
        let findings = Folder(text + "\n").findings()
        #expect(findings.filter { $0.rule.id.hasPrefix("yaml") } == [])
    }
}
