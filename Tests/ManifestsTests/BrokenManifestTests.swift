import Manifests
import Testing
import Vocabulary

/// One manifest with many mistakes: each is told, at its place, in one go.
@Suite struct BrokenManifestTests {
    private static let text = """
        version: 1
        polcy: {}
        orgs:
          prod:
            url: http://acme.okta.com
            auth: { api_token: 00abcdef }
            vars: { receiver: https://hooks.acme.com }
        endpoints:
          payroll:
            url: ${var.reciever}/okta
            headers: { X-Team: identity, x-team: b, Accept: x }
            auth: { header: X-Auth, value: hunter2 }
          open: { url: "https://u:p@h.com/#x", auth: none }
        event_hooks:
          leavers:
            nmae: Leavers
            endpoint: payrol
            events: user.lifecycle.deactivate
            status: activ
            verify: yes
            orgs: [prd]
            lifecycle: { cutover: covered, ignore_changes: [desc], settle: 5 }
            lifecycle: {}
          joiners:
            name: Joiners
            endpoint: payroll
            events: [user.lifecycle.activate, user.lifecycle.activat]
            filters: { user.lifecycle.create: x }
          movers: { name: Joiners, endpoint: open, events: [] }

        """

    @Test func everyMistakeIsTold() {
        #expect(
            Folder(Self.text).findings(variables: [:]).map(\.brief) == [
                "2:1-6 unknown-key",
                "5:10-30 invalid-org-url",
                "6:24-32 secret-in-plain-text",
                "10:10-30 variable-without-value",
                "11:34-40 duplicate-header",
                "11:45-51 reserved-header",
                "12:36-43 secret-in-plain-text",
                "13:16-38 invalid-endpoint-url",
                "16:5-9 unknown-key",
                "17:15-21 unknown-endpoint",
                "18:13-38 wrong-type",
                "19:13-18 unknown-word",
                "20:13-16 wrong-type",
                "21:12-15 unknown-org",
                "22:27-34 unsupported-cutover",
                "22:53-57 unknown-word",
                "22:60-66 unknown-key",
                "23:5-14 duplicate-key",
                "27:39-61 unknown-event-type?",
                "28:16-37 filter-without-event",
                "28:39-40 filter-unknown-field",
                "29:19-26 duplicate-name",
                "29:52-54 empty-list",
            ])
    }

    @Test func nothingIsGivenOutAfterAnError() {
        #expect(Folder(Self.text).read().manifest == nil)
        #expect(Folder(Self.text).read().sources.map(\.path) == ["tenterhook.yaml"])
    }

    @Test func everyFindingReadsWell() {
        for finding in Folder(Self.text).findings(variables: [:]) {
            #expect(finding.summary.first?.isUppercase == true, "\(finding.rule.id)")
            #expect(!finding.summary.hasSuffix("."), "\(finding.rule.id)")
            #expect(
                finding.detail.hasSuffix(".") || finding.detail.hasSuffix("?"), "\(finding.detail)")
        }
    }
}
