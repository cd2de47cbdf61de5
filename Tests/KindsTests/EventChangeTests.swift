import JSON
import Kinds
import Testing

/// Values that are put into an event: what is a text and what JSON, and what is refused.
struct EventChangeTests {
    private static let event: JSONValue = [
        "actor": ["id": "1"], "target": [["type": "User"]], "custom": ["x": 1],
    ]

    private func changed(_ text: String) throws -> JSONValue {
        var event = Self.event
        try #require(EventChange(parsing: text)).apply(to: &event)
        return event
    }

    @Test(
        arguments: [
            ("outcome.result=FAILURE", "outcome.result", "FAILURE"),
            ("actor.displayName=2026", "actor.displayName", "2026"),
            ("actor.displayName=true", "actor.displayName", "true"),
            (#"actor.displayName="2026""#, "actor.displayName", "2026"),
            ("actor.displayName=", "actor.displayName", ""),
            ("actor.displayName=a=b", "actor.displayName", "a=b"),
            ("actor=null", "actor", nil),
            ("actor.displayName=null", "actor.displayName", nil),
            ("securityContext.asNumber=5", "securityContext.asNumber", 5),
            ("securityContext.isProxy=true", "securityContext.isProxy", true),
            ("target[0].detailEntry.anything=5", "target[0].detailEntry.anything", 5),
            ("target=[]", "target", []),
            ("custom.x=2", "custom.x", 2),
        ] as [(String, String, JSONValue)])
    func isPutIn(text: String, path: String, value: JSONValue) throws {
        let event = try changed(text)
        #expect(event[try #require(JSONPath(parsing: path))] == value)
    }

    @Test(arguments: [
        ("tagret[0].type=User", "An event has no `tagret`. Did you mean `target`? "),
        ("target[0].tpye=User", "`target[0]` of an event has no `tpye`. Did you mean `type`? "),
        ("outcome.what=1", "`outcome` of an event has no `what`. There are reason, result."),
        ("debugData.x=1", "An event has no `debugData`. "),
        ("target[3].type=User", "The list `target` has 1, [0] to [0]"),
        ("actor[0].type=User", "`actor` is an object and no list: id."),
        ("target.type=User", "`target` is a list and has no members."),
        ("actor.id.x=User", "`actor.id` is a text and has no members."),
        ("[0]=1", "The event is an object and no list: actor, target, custom."),
    ])
    func isRefused(text: String, words: String) throws {
        let error = #expect(throws: EventChangeError.self) { try changed(text) }
        #expect(error?.detail.hasPrefix(words) == true, "\(error?.detail ?? "")")
    }

    @Test(arguments: ["", "target", "=x", "target[x]=1", ".a=1"])
    func isNoChange(text: String) { #expect(EventChange(parsing: text) == nil) }
}
