import LabServers
import Testing

/// The lab's own reading of filters.
@Suite struct EventFilterTests {
    private static let event: LabJSON = [
        "eventType": "group.user_membership.add",
        "actor": ["id": "00u1", "type": "User", "displayName": "Ada"],
        "outcome": ["result": "SUCCESS", "reason": .null],
        "debugContext": ["debugData": ["changedAttributes": "email,title"]],
        "target": [
            ["id": "00u2", "type": "User", "displayName": "it's"],
            ["id": "00g1", "type": "UserGroup", "displayName": "Sales"],
        ],
    ]

    @Test(
        "what a filter comes to",
        arguments: [
            ("event.target.?[type eq 'UserGroup' && displayName eq 'Sales'].size()>0", true),
            ("event.target.?[type eq 'UserGroup' && displayName eq \"it's\"].size() > 0", false),
            ("event.target.?[displayName == 'it''s'].isEmpty()", false),
            ("event.outcome.result EQ 'SUCCESS' and not (event.actor.type ne 'User')", true),
            ("event.outcome.result == 'FAILURE' || event.actor.id != '00u1'", false),
            ("event.debugData.changedAttributes.contains('title')", true),
            ("event.target.^[type == 'User'].id == event.target[0].id", true),
            ("event.target.$[id != null].displayName.toUpperCase().equals('SALES')", true),
            ("event.target.![type].contains('UserGroup')", true),
            ("event.outcome.reason?.size() == null", true),
            ("event['actor']['id'].matches('00u\\d')", true),
            ("event.actor.id.matches('')", false), ("''.matches('')", true),
            ("event.actor.displayName.startsWith('A') && event.actor.id.endsWith('2')", false),
            ("event.target.size() >= 2 && event.target.size() < 3 && -1 <= 0 && 1 > 0.5", true),
            // A part that is not needed may fail.
            ("event.actor.displayName.toLowerCase() eq 'ada' or event.nothing.size() > 0", true),
            ("event.absent == null", true),
        ])
    func value(_ filter: String, _ wanted: Bool) throws {
        let value = try EventFilter(filter).value(on: Self.event)
        guard case .bool(let found) = value else {
            Issue.record("it comes to \(value)")
            return
        }
        #expect(found == wanted)
    }

    @Test(
        "what fails",
        arguments: [
            "event.outcome.reason.size() > 0", "event.absent.more", "event.target[2].type eq 'x'",
            "event.actor.?[type eq 'User'].size() > 0", "event.actor && true",
            "event.target.?[displayName].size() > 0", "event.actor < event.outcome",
            "event.actor.id.matches('(')", "event.actor.id.contains(5)", "event.actor.id.size()",
            "event.actor.id.type.more", "'b'.matches('a)|(b')",
            "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a*)*b')",
        ])
    func failure(_ filter: String) throws {
        let read = try EventFilter(filter)
        #expect(throws: FilterFailure.self) { try read.value(on: Self.event) }
    }

    @Test(
        "what is no filter, and where",
        arguments: [
            ("", 0), ("event.", 6), ("event.a = 'b'", 8), ("event.a == 'b", 11), ("(event.a", 8),
            ("event.a == 1 == 2", 13), ("event.a.frobnicate()", 8), ("event.a & event.b", 8),
            ("{1, 2}", 0), ("event.a == “b”", 11), ("event.a eq 99999999999", 11),
            ("T(java.lang.Runtime)", 0), ("new String()", 4), ("not", 3), ("#root", 0),
        ])
    func refusal(_ text: String, _ offset: Int) {
        #expect { try EventFilter(text) } throws: { ($0 as? FilterRefusal)?.offset == offset }
    }

    @Test("neither depth nor length harms")
    func limits() {
        let deep =
            String(repeating: "(", count: 10_000) + "true" + String(repeating: ")", count: 10_000)
        let long = Array(repeating: "true", count: 20_000).joined(separator: "&&")
        for text in [deep, long, String(repeating: "!", count: 50_000)] {
            #expect(throws: FilterRefusal.self) { try EventFilter(text) }
        }
    }

    @Test("as long as it may be, a filter is evaluated", arguments: ["&&", "||"])
    func longest(sign: String) throws {
        let truths = Array(repeating: sign == "&&" ? "true" : "false", count: 9000)
        let value = try EventFilter(truths.joined(separator: sign)).value(on: Self.event)
        guard case .bool(sign == "&&") = value else {
            Issue.record("it comes to \(value)")
            return
        }
        let names = try EventFilter(Array(repeating: "a", count: 20_000).joined(separator: sign))
        #expect(throws: FilterFailure.self) { try names.value(on: Self.event) }
    }
}
