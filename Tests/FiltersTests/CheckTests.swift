import Testing
import Vocabulary

@testable import Filters

struct CheckTests {
    /// Codes with the text they are about.
    static func said(_ text: String, for eventType: String? = nil) -> [String] {
        FilterCheck.findings(on: text, for: eventType).map { finding in
            let bytes = Array(text.utf8)[finding.range]
            let mark = finding.severity == .error ? "!" : ""
            return "\(mark)\(finding.rule.id) <\(String(decoding: bytes, as: UTF8.self))>"
        }
    }

    @Test(arguments: [
        "event.target.?[type eq 'UserGroup'].size()>0",
        "event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size()>0",
        "event.eventType eq 'user.session.start'",
        "event.outcome.result eq 'FAILURE' && event.outcome.reason ne 'INVALID_CREDENTIALS'",
        "event.actor.id eq '00u1' || event.actor.type == 'User' || event.actor.alternateId != 'a'",
        "event.debugData.changedAttributes eq 'email'",
        "(event.target.?[id eq 'a' || alternateId eq 'b'].size() > 0)",
    ])
    func whatIsDocumentedIsPassedInSilence(text: String) {
        #expect(Self.said(text) == [])
    }

    @Test(arguments: [
        ("event.target", ["!filter-not-boolean <event.target>"]),
        ("event.actor.id", ["!filter-not-boolean <event.actor.id>"]),
        ("event.target.?[type eq 'User'].size()", ["!filter-size-not-compared <size>"]),
        ("event.target.?[type eq 'User'].size() && true", ["!filter-size-not-compared <size>"]),
        ("event.target.?[type].size() > 0", ["!filter-not-boolean <type>"]),
        ("event.actor.displayname eq 'a'", ["!filter-unknown-field <displayname>"]),
        ("event.tarjet.?[type eq 'a'].size() > 0", ["!filter-unknown-field <tarjet>"]),
        ("evnt.actor.id eq 'a'", ["!filter-unknown-field <evnt>"]),
        ("target.?[type eq 'a'].size() > 0", ["!filter-unknown-field <target>"]),
        ("event.target.?[event.actor.id eq 'a'].size() > 0", ["!filter-unknown-field <event>"]),
        ("event.target.type eq 'User'", ["!filter-field-of-list <type>"]),
        ("event.target.size > 0", ["!filter-field-of-list <size>", "filter-undocumented <>>"]),
        ("event.eventType.x eq 'a'", ["!filter-field-of-value <x>"]),
        (
            "event.target.?[type eq 'User'] == 'a'",
            ["!filter-list-compared <event.target.?[type eq 'User'] == 'a'>"]
        ),
        (
            "event.target.![type] eq 'User'",
            ["!filter-list-compared <event.target.![type] eq 'User'>", "filter-undocumented <![>"]
        ),
        (
            "event.target.?[type eq 'User'].size() >= 0",
            ["filter-always-true <event.target.?[type eq 'User'].size() >= 0>"]
        ),
        (
            "event.target.?[type eq 'User'].size() < 0",
            ["filter-always-false <event.target.?[type eq 'User'].size() < 0>"]
        ),
        (
            "event.actor.id eq event.actor.id",
            ["filter-always-true <event.actor.id eq event.actor.id>"]
        ),
        (
            "event.actor.id eq 'a' && event.actor.id eq 'b'",
            ["filter-always-false <event.actor.id eq 'b'>"]
        ),
        (
            "event.actor.id ne 'a' || event.actor.id ne 'b'",
            ["filter-always-true <event.actor.id ne 'b'>"]
        ),
        ("1 == 1", ["filter-always-true <1 == 1>"]),
        ("true", ["filter-always-true <true>"]),
        ("event.actor.id eq 1", ["filter-always-false <event.actor.id eq 1>"]),
        ("event.outcome.result eq 'Success'", ["filter-unknown-value <'Success'>"]),
        ("event.outcome.result eq 'SUCESS'", ["filter-unknown-value <'SUCESS'>"]),
        (
            "event.target.?[type eq 'UserGroup'].size()>0 && event.target.?[displayName eq 'Sales'].size()>0",
            ["filter-two-targets <event.target.?[displayName eq 'Sales'].size()>0>"]
        ),
        (
            "event.target.?[type eq 'User'].size()>0 && event.target.?[type eq 'UserGroup'].size()>0",
            []
        ),
        ("event.actor.id = 'a'", ["!filter-single-equals <=>"]),
        ("event.actor.id eq ‘a’", ["!filter-typographic-quote <‘>"]),
        ("event.client.zone eq 'a'", ["filter-undocumented <zone>"]),
        (
            "event.debugContext.debugData.changedAttributes eq 'a'",
            ["filter-undocumented <changedAttributes>"]
        ),
        ("!(event.actor.id eq 'a')", ["filter-undocumented <!>"]),
        ("event.actor.id eq 'a' and event.actor.type eq 'b'", ["filter-undocumented <and>"]),
        ("event.actor?.id eq 'a'", ["filter-undocumented <id>"]),
        ("event.actor.id.startsWith('a')", ["filter-undocumented <startsWith>"]),
        ("event.actor.id.beginsWith('a')", ["!filter-unknown-method <beginsWith>"]),
        (
            "event.actor.id matches '('",
            ["filter-undocumented <matches>", "!filter-invalid-pattern <'('>"]
        ),
        (
            "event.actor.id matches '(?=a)'",
            ["filter-undocumented <matches>", "filter-unsupported-pattern <'(?=a)'>"]
        ),
        (
            "event.target > 1",
            ["!filter-not-comparable <event.target > 1>", "filter-undocumented <>>"]
        ),
    ])
    func theRestIsTold(text: String, said: [String]) {
        #expect(Self.said(text).sorted() == said.sorted())
    }

    @Test(arguments: [
        ("event.outcome.result == SUCCESS", "A text stands in quotes: 'SUCCESS'."),
        ("SUCCESS eq event.outcome.result", "A text stands in quotes: 'SUCCESS'."),
        ("event.target.?[displayName eq Sales].size() > 0", "A text stands in quotes: 'Sales'."),
        ("event.actor.id sw '00u'", "Write .startsWith('…')."),
        ("event.target.?[displayName co 'Sales'].size() > 0", "Write .contains('…')."),
        ("event.actor.displayName like 'a'", "Write .contains('…')."),
        ("event.actor.id pr", "Write ne null."),
        ("!event.actor.id eq 'y'", "Write ne in place of eq, or negate the whole"),
        ("not event.actor.id eq 'y'", "Write ne in place of eq, or negate the whole"),
    ])
    func oneMistakeIsToldOnceWithTheWayOut(text: String, way: String) {
        let findings = FilterCheck.findings(on: text)
        #expect(findings.count == 1)
        #expect(findings.first?.detail.contains(way) == true, "\(findings)")
    }

    @Test func aMistypedFieldIsNoTextWithoutQuotes() {
        for text in ["outcom eq 'a'", "event.outcom eq 'a'", "evnt eq SUCCES.x"] {
            #expect(!FilterCheck.findings(on: text).contains { $0.detail.contains("quotes") })
        }
    }

    @Test func theFiltersOwnEventTypeIsKnown() {
        let text = "event.eventType eq 'a.b'"
        #expect(Self.said(text, for: "a.b") == ["filter-always-true <'a.b'>"])
        #expect(Self.said(text, for: "a.c") == ["filter-always-false <'a.b'>"])
    }

    @Test func everyFieldOfTheSchemaHasAKind() {
        #expect(EventSchema.fields.count > 90)
        for (path, field) in EventSchema.fields {
            if case .list(let element) = field.kind { #expect(element != .anything, "\(path)") }
            #expect(field.kind != .anything, "\(path)")
        }
        #expect(EventSchema.fields.values.count { $0.isDocumented } == 12)
        #expect(EventSchema.names(below: "target[]").contains("displayName"))
    }

    /// Findings stay within the expression, whatever it is.
    @Test func findingsHaveAPlace() {
        var expressions = SeededExpressions(seed: 12)
        var count = 0
        for _ in 0..<1_500 {
            let text = expressions.next()
            for finding in FilterCheck.findings(on: text) {
                let whole = 0..<max(1, text.utf8.count)
                #expect(finding.range.clamped(to: whole) == finding.range, "\(text)")
                #expect(
                    finding.detail.hasSuffix(".") || finding.detail.hasSuffix("?"), "\(finding)")
                #expect(finding.rule.summary.first?.isUppercase == true, "\(finding)")
                count += 1
            }
        }
        #expect(count > 1_000)
    }
}
